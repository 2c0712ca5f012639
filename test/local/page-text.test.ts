// How the page reads mrkdwn and writes dates.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ago, dayDivider, formatDateToken, timeOfDay } from '#local/page/dates.ts'
import { emojiCharacter } from '#local/page/emoji.ts'
import { type Inline, parseInline, parseMrkdwn } from '#local/page/mrkdwn.ts'

/** A tree as one line: `b[…]` for bold, `<user U1>` for a mention. */
function drawn(inlines: Inline[]): string {
  return inlines
    .map((one) => {
      if ('children' in one) return `${one.kind[0]}[${drawn(one.children)}]`
      if (one.kind === 'text') return one.text
      if (one.kind === 'code') return `c[${one.text}]`
      if (one.kind === 'link') return `<${one.href}|${one.label}>`
      if (one.kind === 'date') return `<date ${one.seconds} ${one.format}|${one.fallback}>`
      return `<${one.kind} ${'id' in one ? one.id : one.name}>`
    })
    .join('')
}

describe('mrkdwn', () => {
  it.each([
    ['*bold* and _it_ and ~no~', 'b[bold] and i[it] and s[no]'],
    ['*bold _both_*', 'b[bold i[both]]'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['snake_case_name', 'snake_case_name'],
    ['*not closed', '*not closed'],
    ['`*code*` then *b*', 'c[*code*] then b[b]'],
    ['<@U1> in <#C1|general>', '<user U1> in <channel C1>'],
    ['<!channel>', '<broadcast channel>'],
    ['&lt;!channel&gt; &amp;amp;', '<!channel> &amp;'],
    ['<https://a.b/c_d_e|*x*>', '<https://a.b/c_d_e|*x*>'],
    ['see https://a.b/c_d.', 'see <https://a.b/c_d|https://a.b/c_d>.'],
    ['<javascript:alert(1)|x>', '<javascript:alert(1)|x>'],
    ['<!date^1767628800^{date}|soon>', '<date 1767628800 {date}|soon>'],
    [':tada: 10:30:00 :+1:', '<emoji tada> 10:30:00 <emoji +1>'],
    ['*:tada: Done* · *HP-1*', 'b[<emoji tada> Done] · b[HP-1]'],
  ])('reads %s', (text, tree) => {
    expect(drawn(parseInline(text))).toBe(tree)
  })

  it('parts quotes, lines and preformatted text', () => {
    expect(
      parseMrkdwn('One\n&gt; two\n&gt; three\n```\na &lt; *b*\n```\nfour').map((part) => part.kind),
    ).toEqual(['lines', 'quote', 'preformatted', 'lines'])
    expect(parseMrkdwn('```\na &lt; *b*\n```')).toEqual([{ kind: 'preformatted', text: 'a < *b*' }])
  })

  it('loses no letter of any text', () => {
    const letters = fc.stringMatching(/^[a-z *_~`<>&@#!|:\n]{0,60}$/)
    fc.assert(
      fc.property(letters, (text) => {
        const words = (value: string) => value.replace(/[^a-z]/g, '')
        const inside = JSON.stringify(
          parseMrkdwn(text).map((part) =>
            part.kind === 'preformatted' ? part.text : part.lines.map((line) => drawnLetters(line)),
          ),
        )
        expect(words(text).length).toBeLessThanOrEqual(words(inside).length)
      }),
    )
  })
})

function drawnLetters(inlines: Inline[]): string {
  return inlines
    .map((one) => ('children' in one ? drawnLetters(one.children) : Object.values(one).slice(1).join('')))
    .join('')
}

describe('dates', () => {
  const now = Date.UTC(2026, 0, 5, 16, 20)

  it.each([
    ['{date_short_pretty} at {time}', now / 1000 + 900, 'America/Denver', 'Today at 9:35 AM'],
    ['{date_short_pretty} at {time}', now / 1000 + 86_400, 'America/Denver', 'Tomorrow at 9:20 AM'],
    ['{date_long}', now / 1000, 'Asia/Kolkata', 'Monday, January 5th, 2026'],
    ['{date}', Date.UTC(2026, 0, 22, 12) / 1000, 'Europe/Lisbon', 'January 22nd, 2026'],
    ['{date_short} {unknown}', now / 1000, 'Europe/Lisbon', 'Jan 5, 2026 {unknown}'],
    ['{date_num}', Date.UTC(2026, 0, 5, 20) / 1000, 'Asia/Kolkata', '2026-01-06'],
  ])('writes %s of %s in %s', (format, seconds, zone, shown) => {
    expect(formatDateToken(format, seconds, now, zone)).toBe(shown)
  })

  it("divides days by the member's own calendar", () => {
    const evening = Date.UTC(2026, 0, 5, 20)
    expect([dayDivider(evening, now, 'America/Denver'), dayDivider(evening, now, 'Asia/Kolkata')]).toEqual([
      'Today',
      'Tomorrow',
    ])
    expect(timeOfDay(evening, 'Asia/Kolkata')).toBe('1:30 AM')
  })

  it.each([
    [0, 'just now'],
    [-125_000, '2 minutes ago'],
    [-86_400_000, 'yesterday'],
    [7_200_000, 'in 2 hours'],
  ])('says how long ago %i ms are', (offset, words) => {
    expect(ago(now + offset, now)).toBe(words)
  })
})

describe('emoji', () => {
  it('are characters by their names, skin tones or not', () => {
    expect([emojiCharacter('tada'), emojiCharacter('+1::skin-tone-3'), emojiCharacter('no_such')]).toEqual([
      '🎉',
      '👍',
      null,
    ])
  })
})
