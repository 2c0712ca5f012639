// Every golden case of the product, by the subject's files that list them.
import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Golden, Helper } from './golden.ts'

export const root = join(import.meta.dirname, '../..')

export interface Cases {
  name: string
  /** Where its cases and files stand. */
  folder: string
  goldens: Golden[]
  helpers: Helper[]
}

/** What a module below the project's root exports. */
export const load = (path: string): Promise<Record<string, unknown>> =>
  import(pathToFileURL(join(root, path)).href)

export const allCases = (): Promise<Cases[]> =>
  Promise.all(
    globSync('src/**/goldens/*.cases.ts', { cwd: root })
      .sort()
      .map(async (path) => {
        const { goldens, helpers = [] } = await import(pathToFileURL(join(root, path)).href)
        return { name: basename(path, '.cases.ts'), folder: join(root, dirname(path)), goldens, helpers }
      }),
  )
