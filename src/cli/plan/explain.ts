/** `plan explain FILE:LINE`: what became of a line, and by which rule. */
import { describeRule } from '#plan/claims.ts'
import { parseWithClaims } from '#plan/parse.ts'
import { readError, readInput, today } from './files.ts'

export function explain(place: string, options: { referenceDate?: string }): number {
  const match = /^(.+):(\d+)$/.exec(place)
  if (!match?.[1]) {
    console.error(`FILE:LINE is expected, such as plans/sprint-1.md:12; received “${place}”`)
    return 2
  }
  const [, path, number] = match
  let parsed: ReturnType<typeof parseWithClaims>
  try {
    const input = readInput(path as string)
    parsed = parseWithClaims(input.bytes, {
      path: input.path,
      referenceDate: options.referenceDate ?? today(),
    })
  } catch (error) {
    console.error(readError(path as string, error))
    return 2
  }
  const line = Number(number)
  if (line < 1 || line > parsed.lines.length) {
    console.error(`${path} has lines 1 to ${parsed.lines.length}; received ${line}`)
    return 2
  }
  console.log(`${path}:${line} | ${parsed.lines[line - 1]}`)
  const claims = parsed.claims.of(line)
  if (claims.length === 0)
    console.log((parsed.lines[line - 1] ?? '').trim() === '' ? '  empty' : '  No rule took this line.')
  for (const claim of claims) console.log(`  ${claim.rule}: ${claim.field}\n    ${describeRule(claim.rule)}`)
  for (const d of parsed.file.diagnostics.filter((d) => d.line <= line && d.endLine >= line))
    console.log(`  ${d.severity} ${d.code}: ${d.message}`)
  return 0
}
