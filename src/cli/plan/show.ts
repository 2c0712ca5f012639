/** `plan show`: plan JSON, or a readable summary. */
import { parsePlan } from '#plan/parse.ts'
import { expand, readError, readInput, today } from './files.ts'
import { summary } from './summary.ts'

export interface ShowOptions {
  json?: boolean
  referenceDate?: string
}

/** 0: read; 1: an error stands in a file; 2: a file could not be read. */
export function show(paths: string[], options: ShowOptions): number {
  let status = 0
  for (const path of expand(paths)) {
    let input: ReturnType<typeof readInput>
    try {
      input = readInput(path)
    } catch (error) {
      console.error(readError(path, error))
      status = 2
      continue
    }
    const file = parsePlan(input.bytes, { path: input.path, referenceDate: options.referenceDate ?? today() })
    console.log(options.json ? JSON.stringify(file) : summary(file))
    if (status === 0 && file.diagnostics.some((d) => d.severity === 'error')) status = 1
  }
  return status
}
