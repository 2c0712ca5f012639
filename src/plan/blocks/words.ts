/** Words around a block, as evidence. */
import type { Unit } from '../facts/unit.ts'
import { fold } from '../text.ts'

const LEAD_WORDS = 8
const AROUND_WORDS = 6

const wordsOf = (text: string): string[] =>
  fold(text.slice(0, 200))
    .split(' ')
    .filter((word) => word.length > 2 && /^[a-z]+$/.test(word))

/** Each once: those of the nearest unit around, of the two after it, and of the columns of its table. */
export function wordsAround(units: readonly Unit[], around: readonly number[], first: Unit): string[] {
  const found = new Set<string>()
  const [lead, ...others] = around.slice(0, 3).map((at) => (units[at] as Unit).text)
  if (lead !== undefined) for (const word of wordsOf(lead).slice(0, LEAD_WORDS)) found.add(`lead:${word}`)
  for (const text of others)
    for (const word of wordsOf(text).slice(0, AROUND_WORDS)) found.add(`around:${word}`)
  if (first.kind === 'row')
    for (const cell of units[first.parent]?.columns?.header ?? [])
      for (const word of wordsOf(cell)) found.add(`column:${word}`)
  return [...found]
}
