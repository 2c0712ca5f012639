// The page's own files: HTML and CSS as they stand, TypeScript with its types stripped.
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { extname, join } from 'node:path'

const FOLDER = join(import.meta.dirname, 'page')
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ts': 'text/javascript; charset=utf-8',
}

/** A file as the browser gets it. */
export interface StaticFile {
  type: string
  body: string
}

const cache = new Map<string, StaticFile>()

/** A file of the page by its name, without folders; null where there is none. Each is read and stripped once. */
export function pageFile(name: string): StaticFile | null {
  const known = cache.get(name)
  if (known) return known
  const type = TYPES[extname(name)]
  if (!type || !/^[a-z0-9-]+\.[a-z]+$/.test(name)) return null
  try {
    const source = readFileSync(join(FOLDER, name), 'utf8')
    const file = { type, body: extname(name) === '.ts' ? stripTypeScriptTypes(source) : source }
    cache.set(name, file)
    return file
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
