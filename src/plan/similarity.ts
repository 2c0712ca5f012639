// How alike two titles are, whatever their case, accents, punctuation and order of words.
import { distance } from 'fastest-levenshtein'
import { fold } from './text.ts'

export interface Title {
  folded: string
  words: Set<string>
}

/** Longer titles are compared by their beginning: what follows is description. */
const comparedLength = 200

export function titleOf(text: string): Title {
  const folded = fold(text).slice(0, comparedLength)
  return { folded, words: new Set(folded.split(' ').filter((word) => word !== '')) }
}

/**
 * 1 for the same words, 0 for nothing in common: the better of shared words (Dice's coefficient) and of letters that stay
 * (Levenshtein), so that both a word that was exchanged and a typing error that was mended still count as alike.
 */
export function likeness(a: Title, b: Title): number {
  if (a.folded === b.folded) return a.folded === '' ? 0 : 1
  let shared = 0
  for (const word of a.words) if (b.words.has(word)) shared += 1
  const byWords = (2 * shared) / (a.words.size + b.words.size || 1)
  const longest = Math.max(a.folded.length, b.folded.length)
  const shortest = Math.min(a.folded.length, b.folded.length)
  // Levenshtein cannot find more alike than the lengths allow.
  if (shortest / longest <= byWords) return byWords
  return Math.max(byWords, 1 - distance(a.folded, b.folded) / longest)
}
