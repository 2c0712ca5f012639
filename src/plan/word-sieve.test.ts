// The cheap question before a look-up: it may let through what is not of the vocabulary, and never keeps out what is.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '#plan/text.ts'
import { CONTAINERS } from '#plan/vocabulary/containers.ts'
import { sieveOf, someWord } from '#plan/word-sieve.ts'

const wordsOf = (text: string, length = text.length) => {
  const words: string[] = []
  someWord(text, length, (from, to) => {
    words.push(text.slice(from, to))
    return false
  })
  return words
}

describe('a sieve', () => {
  it('lets through every word of its vocabulary, however it is written', () => {
    const mayBe = sieveOf(CONTAINERS.keys())
    const accents = ['', '\u0301', '\u0308']
    fc.assert(
      fc.property(
        fc.constantFrom(...CONTAINERS.keys()),
        fc.array(fc.tuple(fc.boolean(), fc.constantFrom(...accents)), { minLength: 12, maxLength: 12 }),
        (word, marks) => {
          const written = [...word]
            .map((letter, i) => (marks[i]?.[0] ? letter.toUpperCase() : letter) + (marks[i]?.[1] ?? ''))
            .join('')
            .normalize('NFC')
          return !CONTAINERS.has(fold(written)) || mayBe(`(${written}`, 1)
        },
      ),
    )
  })

  it('keeps out a word that starts otherwise', () => {
    const mayBe = sieveOf(['sprint', 'week'])
    expect(['story', 'wall', 'x', ' '].filter((word) => mayBe(word, 0))).toEqual([])
  })
})

describe('the words of a text', () => {
  it('are its runs of letters, in any writing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wordsOf(text)).toEqual([...text.matchAll(/[\p{L}\p{M}]+/gu)].map(([word]) => word))
      }),
    )
  })

  it('are those that begin in its first signs', () => {
    expect(wordsOf('one two three', 5)).toEqual(['one', 'two'])
  })
})
