/** `plan check`: the diagnostics of plans, for people and for tools. */

import type { Diagnostic } from '#domain/plan-file.ts'
import { parseWithClaims } from '#plan/parse.ts'
import { expand, readError, readInput, today } from './files.ts'
import { fixFile } from './fix.ts'
import { FORMATS, type Found } from './formats.ts'

export interface CheckOptions {
  format: string
  maxWarnings?: string
  fix?: boolean
  dryRun?: boolean
  referenceDate?: string
}

/** 0: no error, and no more warnings than allowed; 1: otherwise; 2: wrong usage or an unreadable file. */
export function check(paths: string[], options: CheckOptions): number {
  const format = FORMATS[options.format as keyof typeof FORMATS]
  const limit = options.maxWarnings === undefined ? null : Number(options.maxWarnings)
  if (!format) {
    console.error(`--format is one of ${Object.keys(FORMATS).join(', ')}; received “${options.format}”`)
    return 2
  }
  if (limit !== null && !(Number.isInteger(limit) && limit >= 0)) {
    console.error(`--max-warnings is a whole number, 0 or more; received “${options.maxWarnings}”`)
    return 2
  }
  const files = expand(paths)
  const found: Found[] = []
  let unreadable = false
  for (const path of files) {
    try {
      const input = readInput(path)
      if (options.fix && path !== '-') {
        const patch = fixFile(path, input.bytes, options.dryRun === true)
        if (options.dryRun) {
          process.stdout.write(patch)
          continue
        }
      }
      const again = options.fix && path !== '-' ? readInput(path) : input
      const parsed = parseWithClaims(again.bytes, {
        path: again.path,
        referenceDate: options.referenceDate ?? today(),
      })
      for (const diagnostic of parsed.file.diagnostics)
        found.push({ path: again.path, diagnostic, source: parsed.lines[diagnostic.line - 1] ?? '' })
    } catch (error) {
      console.error(readError(path, error))
      unreadable = true
    }
  }
  if (!options.dryRun) process.stdout.write(format(found, files.length))
  if (unreadable) return 2
  const count = (severity: Diagnostic['severity']) =>
    found.filter((f) => f.diagnostic.severity === severity).length
  return count('error') > 0 || (limit !== null && count('warning') > limit) ? 1 : 0
}
