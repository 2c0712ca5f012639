import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cut, escaped, oneLine, plain, plural, safe, slackDate } from './text.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 400 })

describe('escaped', () => {
  it('turns what would ping or link into what was written', () => {
    expect(escaped('<!channel> & <@U1> <https://x|y>')).toBe(
      '&lt;!channel&gt; &amp; &lt;@U1&gt; &lt;https://x|y&gt;',
    )
  })

  it('leaves no character that begins markup', () => {
    fc.assert(
      fc.property(anyText, (text) => !/[<>]/.test(escaped(text)) && !/&(?!amp;|lt;|gt;)/.test(escaped(text))),
    )
  })
})

describe('plain', () => {
  it('takes out control and direction marks, and keeps line breaks and tabs', () => {
    expect(plain('a\u0000b\u202ec\nd\te')).toBe('abc\nd\te')
  })
})

describe('safe', () => {
  it('keeps the length, and never half an entity or half a character', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 120 }), (text, length) => {
        const made = safe(text, length)
        expect(made.length).toBeLessThanOrEqual(length)
        expect(made).not.toMatch(/&(?!amp;|lt;|gt;)/)
        expect(made.isWellFormed()).toBe(true)
      }),
    )
  })

  it.each([
    ['a < b', 8, 'a &lt; b'],
    ['a < b', 6, 'a…'],
    ['a < b', 7, 'a &lt;…'],
    ['🙂🙂🙂', 5, '🙂🙂…'],
    ['🙂🙂🙂', 4, '🙂…'],
    ['one two', 5, 'one…'],
  ])('cuts %j to %i: %j', (text, length, expected) => {
    expect(safe(text, length)).toBe(expected)
  })

  it('changes nothing that fits', () => {
    expect(safe('Refunds within a day', 40)).toBe('Refunds within a day')
    expect(safe('a < b', 9)).toBe('a &lt; b')
  })
})

describe('cut', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly ten', 11, 'exactly ten'],
    ['a little longer', 9, 'a little…'],
    ['🙂🙂🙂', 5, '🙂🙂…'],
  ])('%j to %i is %j', (text, length, expected) => expect(cut(text, length)).toBe(expected))
})

it('oneLine folds white space', () => expect(oneLine(' a\n  b\tc ')).toBe('a b c'))
it('plural counts', () =>
  expect([plural(1, 'item'), plural(2, 'item'), plural(0, 'day off', 'days off')]).toEqual([
    '1 item',
    '2 items',
    '0 days off',
  ]))
it('slackDate carries the second and the fallback', () =>
  expect(slackDate(new Date('2026-11-18T16:00:00.900Z'), '{time}', '09:00 <x>')).toBe(
    '<!date^1795017600^{time}|09:00 &lt;x&gt;>',
  ))
