/** Turns a line of "word; other word" into a list, and tables of such lines into a look-up by folded word. */
import { fold } from '../text.ts'

export function words(line: string): string[] {
  return line
    .split(';')
    .map((word) => fold(word))
    .filter((word) => word !== '')
}

/** Folded word → meaning; of two meanings the first one listed wins. */
export function lookup<T extends string>(table: Readonly<Record<T, string>>): Map<string, T> {
  const map = new Map<string, T>()
  for (const meaning of Object.keys(table) as T[])
    for (const word of words(table[meaning])) if (!map.has(word)) map.set(word, meaning)
  return map
}
