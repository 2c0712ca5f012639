import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLabelled, isNothing, isQuestion, readReply } from './check-in-text.ts'

describe('a plain reply', () => {
  it.each([
    ['Refund API all day', '', 'Refund API all day', ''],
    ['Y: ledger T: refunds B: keys', 'ledger', 'refunds', 'keys'],
    ['Y: ledger\nT: refunds\nB: none', 'ledger', 'refunds', ''],
    ['*Yesterday:* ledger\n*Today:* refunds\n*Blockers:* -', 'ledger', 'refunds', ''],
    ['Gestern: Buchung\nHeute: Rückzahlung\nBlocker: keine', 'Buchung', 'Rückzahlung', ''],
    ['1. ledger\n2. refunds\n3. waiting for keys', 'ledger', 'refunds', 'waiting for keys'],
    ['1. refunds\n2. e-mail', '', '1. refunds\n2. e-mail', ''],
    ['Wrote the ledger. Today: refunds. Blocked: keys', 'Wrote the ledger.', 'refunds.', 'keys'],
    ['Morning!\nY: ledger\nT: refunds', 'ledger', 'Morning!\nrefunds', ''],
    ['I think the plan: is fine at 10:30', '', 'I think the plan: is fine at 10:30', ''],
    [
      'Did the ledger. Today refunds. Blocked by the vault.',
      'Did the ledger.',
      'Today refunds.',
      'Blocked by the vault.',
    ],
    ['Finished HP-2, today HP-3, waiting for keys', 'Finished HP-2,', 'today HP-3,', 'waiting for keys'],
    ['I’m going to pair with Ana. It is big.', '', 'I’m going to pair with Ana. It is big.', ''],
    ['Gestern Buchung fertig. Heute Rückzahlung.', 'Gestern Buchung fertig.', 'Heute Rückzahlung.', ''],
    [
      'Ayer hice el libro. Hoy pagos. Esperando claves.',
      'Ayer hice el libro.',
      'Hoy pagos.',
      'Esperando claves.',
    ],
    [
      'Hier j’ai fini le registre. Je vais faire les remboursements.',
      'Hier j’ai fini le registre.',
      'Je vais faire les remboursements.',
      '',
    ],
    [
      'Wczoraj księga. Dziś zwroty. Czekam na klucze.',
      'Wczoraj księga.',
      'Dziś zwroty.',
      'Czekam na klucze.',
    ],
    ['Вчера сделал отчёт. Сегодня возвраты.', 'Вчера сделал отчёт.', 'Сегодня возвраты.', ''],
    ['Refunds. No blockers.', '', 'Refunds.', ''],
    ['today: https://example.com/a', '', 'https://example.com/a', ''],
  ])('%j is read as done, today and blockers', (text, done, today, blockers) => {
    expect(readReply(text)).toEqual({ done, today, blockers })
  })

  it('loses no word of what was written, but "none" as a blocker and the labels themselves', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/).filter((text) => !isNothing(text))
    const label = fc.constantFrom(
      '',
      'Y: ',
      'T: ',
      'B: ',
      '\nToday: ',
      '\nBlockers: ',
      '\n1. ',
      '\n2. ',
      '\n3. ',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(label, word), { minLength: 1, maxLength: 8 }), (parts) => {
        const text = parts.map(([before, each]) => before + each).join(' ')
        const { done, today, blockers } = readReply(text)
        const kept = `${done} ${today} ${blockers}`.split(/\s+/)
        for (const [, each] of parts) expect(kept).toContain(each)
      }),
    )
  })

  it('is an answer whatever was said before when it names two parts', () => {
    expect(isLabelled('Y: a T: b')).toBe(true)
    expect(isLabelled('today: a')).toBe(false)
    expect(isLabelled('thanks!')).toBe(false)
  })
})

it.each(['', '-', '–', 'none', 'None.', 'no blockers', 'n/a', 'N/A', ':tada:', 'nope :wink:'])(
  '%j names no blocker',
  (text) => {
    expect(isNothing(text)).toBe(true)
  },
)

it.each(['keys', 'no keys', 'none of the tests run'])('%j names a blocker', (text) => {
  expect(isNothing(text)).toBe(false)
})

it.each([
  ['what link is the meeting on?', true],
  ['Did anybody see the build?', true],
  ['Did the ledger. Can somebody review?', false],
  ['Today: who knows?', false],
  ['Refunds', false],
  ['', false],
])('%j is a question: %s', (text, asks) => {
  expect(isQuestion(text)).toBe(asks)
})
