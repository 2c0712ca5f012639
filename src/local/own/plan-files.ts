// The plans that a local workspace is started with: files and folders on this machine.
import { watch } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { folderTrouble } from '#platform/environment/folder-trouble.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { HandedFile } from './own-plans.ts'

const PLAN = /\.(?:md|markdown|txt)$/i

/**
 * Reads files, and the plans of folders (without their subfolders), in that order.
 *
 * @param source what named them, for an error: a variable's name, or "npm start"
 * @throws SprintkeeperError `folder_unusable`, `no_such_plan`
 */
export async function readPlans(paths: string[], source: string): Promise<HandedFile[]> {
  const files: string[] = []
  for (const path of paths) {
    const facts = await stat(path).catch((error: unknown) => {
      throw source === 'PLANS_DIR' ? folderTrouble(error, source, path) : noSuchPlan(path)
    })
    if (!facts.isDirectory()) files.push(path)
    else {
      const names = await readdir(path)
      files.push(
        ...names
          .filter((name) => PLAN.test(name) && !name.startsWith('.'))
          .sort()
          .map((name) => join(path, name)),
      )
    }
  }
  return Promise.all(
    files.map(async (path) => ({ name: basename(path), bytes: await readFile(path), isPasted: false })),
  )
}

function noSuchPlan(path: string): SprintkeeperError {
  return new SprintkeeperError(
    'no_such_plan',
    `There is no file ${path}.`,
    'Name the Markdown files of your plan: npm start -- plans/sprint-12.md',
  )
}

/** An editor writes a file in several steps: it is read when it has been quiet this long. */
const QUIET_MS = 400

/** Hands in each plan of a folder whose file changes; gives what ends it. A folder that cannot be watched is not. */
export function watchFolder(folder: string, changed: (files: HandedFile[]) => void): () => void {
  const waiting = new Map<string, NodeJS.Timeout>()
  try {
    const watcher = watch(folder, (_, name) => {
      if (!name || !PLAN.test(name) || name.startsWith('.')) return
      clearTimeout(waiting.get(name))
      const read = () => readPlans([join(folder, name)], 'PLANS_DIR').then(changed, () => undefined)
      waiting.set(name, setTimeout(read, QUIET_MS))
    })
    watcher.on('error', () => watcher.close())
    return () => {
      watcher.close()
      for (const timer of waiting.values()) clearTimeout(timer)
    }
  } catch {
    return () => undefined
  }
}
