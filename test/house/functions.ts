// How long the functions of the product are, and how much each asks for.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import type { Violation } from './check.ts'
import { isTest } from './rules.ts'

const mostLines = 60
const mostParameters = 5
const kinds = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

interface Node {
  type: string
  start: number
  end: number
  params?: unknown[]
}

/** The functions of `src` below `root` that are too long; the reader of plans has its own measure. */
export function readLongFunctions(root: string): Violation[] {
  return globSync('src/**/*.ts', { cwd: root, exclude: ['src/platform/store/generated/**', 'src/plan/**'] })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !isTest(path))
    .sort()
    .flatMap((path) => longFunctions(path, readFileSync(join(root, path), 'utf8')))
}

/** The functions of one file over 60 lines or 5 parameters whose comment gives no reason ("Long: one SQL statement."). */
export function longFunctions(path: string, source: string): Violation[] {
  const lines = source.split('\n')
  const lineAt = (offset: number) => source.slice(0, offset).split('\n').length
  return functionsIn(parseSync(path, source).program).flatMap(({ start, end, params = [] }) => {
    const first = lineAt(start)
    const count = lineAt(end) - first + 1
    if (count <= mostLines && params.length <= mostParameters) return []
    if (/\bLong: \S/.test(commentAbove(lines, first))) return []
    return [
      `${path}:${first} is a function of ${count} lines and ${params.length} parameters\n  At most ${mostLines} and ${mostParameters}: part it where a part has a name of its own, or say why it is one thing in a comment above it, “// Long: …”.`,
    ]
  })
}

/** The lines of comment that end right above a line, counted from 1. */
function commentAbove(lines: readonly string[], line: number): string {
  let first = line - 1
  while (first > 0 && /^\s*(\/\/|\/?\*)/.test(lines[first - 1] ?? '')) first--
  return lines.slice(first, line - 1).join('\n')
}

function functionsIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(functionsIn)
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(functionsIn)
  return isFunction(value) ? [value, ...inside] : inside
}

const isFunction = (value: object): value is Node =>
  'type' in value && typeof value.type === 'string' && kinds.has(value.type)
