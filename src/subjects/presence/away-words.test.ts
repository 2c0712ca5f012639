import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOfDay, dayNumber, weekdayOf } from '#domain/calendar/dates.ts'
import { readAway } from './away-words.ts'

/** A Wednesday. */
const today = '2026-11-18'
const days = (from: string, to = from, note: string | null = null) => ({ kind: 'days', from, to, note })

describe('days off as typed', () => {
  it.each([
    ['until Friday', days('2026-11-18', '2026-11-20')],
    ['until wednesday', days('2026-11-18')],
    ['until next Wed', days('2026-11-18', '2026-11-25')],
    ['till 2026-12-01', days('2026-11-18', '2026-12-01')],
    ['tomorrow', days('2026-11-19')],
    ['today', days('2026-11-18')],
    ['Friday', days('2026-11-20')],
    ['monday to wednesday', days('2026-11-23', '2026-11-25')],
    ['fri-mon', days('2026-11-20', '2026-11-23')],
    ['2026-11-20', days('2026-11-20')],
    ['2026-11-20..2026-11-24', days('2026-11-20', '2026-11-24')],
    ['from 2026-11-20 to 2026-11-24', days('2026-11-20', '2026-11-24')],
    ['2026-11-20 2026-11-24', days('2026-11-20', '2026-11-24')],
    ['20 Nov to 24 Nov: conference', days('2026-11-20', '2026-11-24', 'conference')],
    ['Dec 28 – Jan 3rd (skiing)', days('2026-12-28', '2027-01-03', 'skiing')],
    ['24. Dec', days('2026-12-24')],
    ['3 Feb', days('2027-02-03')],
    ['3 February 2028', days('2028-02-03')],
    ['for 3 days', days('2026-11-18', '2026-11-20')],
    ['next week', days('2026-11-23', '2026-11-29')],
    ['this week', days('2026-11-18', '2026-11-22')],
    ['tomorrow dentist', days('2026-11-19', '2026-11-19', 'dentist')],
    ['', { kind: 'ask' }],
    ['cancel', { kind: 'cancel' }],
    ['until', { kind: 'unclear' }],
    ['until friyay', { kind: 'unclear' }],
    ['31 Feb', { kind: 'unclear' }],
    ['2026-02-30', { kind: 'unclear' }],
    ['5/6', { kind: 'unclear' }],
    ['2026-11-24..2026-11-20', { kind: 'unclear' }],
  ])('%j', (text, expected) => {
    expect(readAway(text, today)).toEqual(expected)
  })

  const date = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2035-12-31') }).map(dateOfDay)

  it('reads a weekday as the next one to come, within seven days', () => {
    const names = ['monday', 'Tue', 'wednesday', 'thurs', 'friday', 'Saturday', 'sun']
    fc.assert(
      fc.property(date, fc.constantFrom(...names), (now, name) => {
        const read = readAway(name, now)
        if (read.kind !== 'days') throw new Error(`unclear: ${name}`)
        expect(weekdayOf(read.from)).toBe(name.slice(0, 2).toUpperCase())
        const ahead = dayNumber(read.from) - dayNumber(now)
        expect(ahead >= 0 && ahead < 7).toBe(true)
      }),
    )
  })

  it('never throws, and never gives days that end before they begin', () => {
    const word = fc.constantFrom(
      'until',
      'friday',
      '2026-11-20',
      'to',
      '..',
      '31',
      'Nov',
      'for',
      '3 days',
      '-',
      'next',
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(text, date, (typed, now) => {
        const read = readAway(typed, now)
        if (read.kind === 'days') expect(read.from <= read.to).toBe(true)
      }),
    )
  })
})
