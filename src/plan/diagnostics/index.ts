/** All diagnostics of a file, in the order of its lines, each once. */

import type { Diagnostic, PlanFile } from '#domain/plan-file.ts'
import type { Side } from '../build/side.ts'
import { dates } from './dates.ts'
import { items } from './items.ts'
import type { Family } from './report.ts'
import { risks } from './risks.ts'
import { text } from './text.ts'
import { totals } from './totals.ts'

const FAMILIES: readonly Family[] = [text, dates, items, totals, risks]

/** More than this a file are not told; the last one says how many are left out. */
const MOST = 500

export function diagnose(
  file: PlanFile,
  sides: readonly Side[],
  lines: readonly string[],
  today: string | null,
): Diagnostic[] {
  const all = [...file.diagnostics]
  for (const side of sides) for (const family of FAMILIES) all.push(...family({ file, side, lines, today }))
  for (const [first, last] of file.coverage.unmapped)
    all.push({
      severity: 'info',
      code: 'not-understood',
      message:
        first === last
          ? 'The line was not understood.'
          : `The lines ${first} to ${last} were not understood.`,
      line: first,
      column: 1,
      endLine: last,
      hint: 'Put it under a heading that says what it is; docs/plan-format.md lists the words.',
    })
  const seen = new Set<string>()
  const unique = all.filter((d) => {
    const name = `${d.code} ${d.line} ${d.column} ${d.message}`
    return seen.has(name) ? false : seen.add(name)
  })
  unique.sort((a, b) => a.line - b.line || a.column - b.column)
  if (unique.length <= MOST) return unique
  const kept = unique.slice(0, MOST)
  kept.push({
    severity: 'info',
    code: 'more',
    message: `${unique.length - MOST} more diagnostics are left out.`,
    line: file.source.lines || 1,
    column: 1,
    endLine: file.source.lines || 1,
    hint: null,
  })
  return kept
}
