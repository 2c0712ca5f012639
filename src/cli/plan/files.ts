/** Reading the files that a verb was given. */
import { globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { hostClock } from '#platform/clock.ts'

export interface PlanInput {
  path: string
  bytes: Uint8Array
}

/** Today in UTC, for years that nothing else decides. */
export function today(): string {
  return hostClock.now().toISOString().slice(0, 10)
}

/** Reads one path; "-" is standard input. Throws what the file system throws. */
export function readInput(path: string): PlanInput {
  return path === '-' ? { path: '<stdin>', bytes: readFileSync(0) } : { path, bytes: readFileSync(path) }
}

const PLAN = /\.(?:md|markdown|txt|mdx)$/i

/**
 * Files of a folder that can be plans, deeply; what a pattern ("plans/**" and the like) matches, for shells that leave it
 * as it is; a file stands for itself, also one that is not there, so that its reader says so.
 */
export function expand(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const found = path === '-' ? undefined : statSync(path, { throwIfNoEntry: false })
    if (!found && /[*?[{]/.test(path)) {
      const matched = globSync(path).sort()
      return matched.length ? expand(matched) : [path]
    }
    if (!found?.isDirectory()) return [path]
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter(
        (name) =>
          PLAN.test(name) &&
          !name.split(/[\\/]/).some((part) => part === 'node_modules' || part.startsWith('.')),
      )
      .sort()
      .map((name) => join(path, name))
  })
}

/** "ENOENT: no such file …" in words. */
export function readError(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const why =
    code === 'ENOENT'
      ? 'there is no such file'
      : code === 'EISDIR'
        ? 'it is a folder'
        : code === 'EACCES'
          ? 'no permission to read it'
          : error instanceof Error
            ? error.message
            : String(error)
  return `${path}: cannot be read: ${why}`
}
