// Which file imports which, read from the sources themselves: types, values, re-exports and `import()` alike.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'oxc-parser'

export interface Import {
  from: string
  /** A file of the project ("src/plan/text.ts"), else the package or built-in module as it is written. */
  to: string
  line: number
}

/** The imports of every file of `src`, `test` and `bench` below `root`; paths are relative to it, with "/". */
export function readImports(root: string): Import[] {
  return globSync('{src,test,bench}/**/*.ts', { cwd: root, exclude: ['src/platform/store/generated/**'] })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .flatMap((path) => importsIn(path, readFileSync(join(root, path), 'utf8')))
}

/** The imports of one file. */
export function importsIn(path: string, source: string): Import[] {
  const { module } = parseSync(path, source)
  const requests = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest ?? [])),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      start,
      value: source.slice(start, end).replace(/^['"`]|['"`]$/g, ''),
    })),
  ]
  return requests.map(({ value, start }) => ({
    from: path,
    to: resolve(path, value),
    line: source.slice(0, start).split('\n').length,
  }))
}

function resolve(path: string, request: string): string {
  if (request.startsWith('#test/')) return request.slice(1)
  if (request.startsWith('#')) return `src/${request.slice(1)}`
  return request.startsWith('.') ? normalize(join(dirname(path), request)).replaceAll('\\', '/') : request
}
