/** All diagnostics of a file, in the order of its lines. */
import type { Side } from '../build/side.ts'
import type { Diagnostic, PlanFile } from '../types.ts'

export function diagnose(file: PlanFile, _sides: readonly Side[], _lines: readonly string[]): Diagnostic[] {
  return [...file.diagnostics].sort((a, b) => a.line - b.line || a.column - b.column)
}
