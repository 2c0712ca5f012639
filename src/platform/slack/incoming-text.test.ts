import fc from 'fast-check'
import { expect, it } from 'vitest'
import { escapeTyped } from '#local/slack/actor.ts'
import { mentionsIn, typedText } from './incoming-text.ts'

const names = new Map([['U0MAYA', 'Maya']])

it.each([
  ['a &lt;b&gt; &amp; c', 'a <b> & c'],
  ['with <@U0MAYA> and <@U0WHO>', 'with @Maya and @someone'],
  ['with <@U0WHO|tom>', 'with @tom'],
  ['see <#C0SQUAD|squad> and <#C0OTHER>', 'see #squad and #channel'],
  ['<!channel> and <!here|here>', '@channel and here'],
  ['<!subteam^S1|@leads>', '@leads'],
  ['<https://example.com>', 'https://example.com'],
  ['<https://example.com/a|the page>', 'the page (https://example.com/a)'],
  ['<http://example.com|http://example.com>', 'http://example.com'],
  ['<mailto:a@example.com|a@example.com>', 'a@example.com'],
  ['&amp;lt;', '&lt;'],
])('%j was typed as %j', (sent, typed) => {
  expect(typedText(sent, names)).toBe(typed)
})

it('gives back whatever a person typed that holds no mention or link', () => {
  const text = fc.string().filter((typed) => !/<[@#!h]/.test(typed))
  fc.assert(
    fc.property(text, (typed) => {
      expect(typedText(escapeTyped(typed))).toBe(typed)
    }),
  )
})

it('names each person that is mentioned once', () => {
  expect(mentionsIn('<@U0MAYA> <@U0TOMAS|tomas> <@U0MAYA> <!here>')).toEqual(['U0MAYA', 'U0TOMAS'])
})
