import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, isLocalDate, isLocalTime, WEEKDAYS, weekdayOf } from './dates.ts'

const anyDate = fc
  .integer({ min: -80_000, max: 80_000 })
  .map((days) => Temporal.PlainDate.from('2000-02-29').add({ days }).toString())

describe('local dates', () => {
  it('agree with Temporal on weekday, addition and difference', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const temporal = Temporal.PlainDate.from(date)
        expect(weekdayOf(date)).toBe(WEEKDAYS[temporal.dayOfWeek - 1])
        expect(addDays(date, days)).toBe(temporal.add({ days }).toString())
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })

  it.each(['2024-02-29', '2000-02-29', '0001-01-01'])('takes %s for a date', (date) => {
    expect(isLocalDate(date)).toBe(true)
  })

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '26-04-30',
    '2026-04-30T00:00',
    '',
  ])('does not take %j for a date', (date) => {
    expect(isLocalDate(date)).toBe(false)
  })

  it.each([
    ['00:00', true],
    ['23:59', true],
    ['24:00', false],
    ['9:00', false],
    ['09:60', false],
  ])('takes %s for a time: %s', (time, expected) => {
    expect(isLocalTime(time)).toBe(expected)
  })
})
