// Words of a plan beside what was read out of them: what stands in its own field is not said a second time.

import type { LocalDate } from '#domain/sprint/types.ts'
import { oneLine, safe } from '#platform/blocks/text.ts'
import { withDays } from '#platform/blocks/when.ts'

const dueWord = '(?:due(?:\\s+(?:on|by|date))?|by|until|deadline|needed by)'

/** A dependency without its due date where that is told beside it; other dates in words. Escaped, at most `length`. */
export function dependencyText(text: string, due: LocalDate | null, length: number): string {
  const written = oneLine(text)
  const said = due === null ? written : withoutDue(written, due)
  return safe(withDays(said || written), length)
}

function withoutDue(text: string, due: LocalDate): string {
  const between = '[\\s,;:·|–—-]*'
  return text
    .replace(new RegExp(`${between}[([]\\s*${dueWord}?\\s*:?\\s*${due}\\s*[)\\]]`, 'giu'), '')
    .replace(new RegExp(`${between}\\b${dueWord}\\s*:?\\s*${due}\\b`, 'giu'), '')
    .trim()
}

const bracket = /\s*[([]([^()[\]]*)[)\]]/g

/** An objective's name without the brackets that repeat its baseline or target. Escaped, at most `length`. */
export function objectiveName(
  {
    text,
    metric,
    baseline,
    target,
  }: {
    text: string
    metric?: string | null
    baseline: string | null
    target: string | null
  },
  length: number,
): string {
  const written = oneLine(metric ?? text)
  const stated = [baseline, target].flatMap((value) => (value ? [bare(value)] : []))
  const short = written
    .replace(bracket, (whole, inner: string) =>
      stated.some((value) => bare(inner).includes(value)) ? '' : whole,
    )
    .trim()
  return safe(withDays(short || written), length)
}

const bare = (value: string): string => value.replace(/\s+/g, '').toLowerCase()
