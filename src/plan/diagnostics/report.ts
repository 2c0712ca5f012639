/** What the families of diagnostics share. */

import type { Diagnostic, PlanFile, Severity } from '#domain/plan-file.ts'
import type { Side } from '../build/side.ts'

export interface Checked {
  file: PlanFile
  side: Side
  lines: readonly string[]
  /** ISO date of the reader's day; null: nothing is judged by it. */
  today: string | null
}

export type Family = (checked: Checked) => Diagnostic[]

/** A diagnostic on one line; its column is where `at` stands in the line, or a number. */
export function report(
  checked: Checked,
  severity: Severity,
  code: string,
  line: number,
  at: string | number,
  message: string,
  hint: string | null,
): Diagnostic {
  const text = checked.lines[line - 1] ?? ''
  const found = typeof at === 'number' ? at - 1 : at === '' ? -1 : text.indexOf(at)
  const column = found >= 0 ? found + 1 : Math.max(1, text.search(/\S/) + 1)
  return { severity, code, message, line, column, endLine: line, hint }
}

/** "HP-412 Retry soft declines", shortened. */
export function nameOf(item: { key: string; keyStated: boolean; title: string }): string {
  const name = item.keyStated && item.key !== item.title ? `${item.key} ${item.title}` : item.title
  return name.length > 70 ? `${name.slice(0, 67)}…` : name
}
