import Holidays from 'date-holidays'
import { describe, expect, it } from 'vitest'
import { berlin, denver } from './calendars.testing.ts'
import { dateOfDay, dayNumber } from './dates.ts'
import { holidaysOf, isHolidayRegion, UnknownHolidayRegion } from './holidays.ts'
import { isWorkday, workCalendar, workdaysOf, workingDaysIn } from './workdays.ts'

describe('public holidays', () => {
  it.each([
    ['DE', 'BY', '2026-01-06', 'Epiphany'],
    ['DE', null, '2026-01-06', undefined],
    ['US', null, '2026-05-25', 'Memorial Day'],
    ['US', null, '2021-12-31', "New Year's Day (substitute day)"],
    ['GB', 'ENG', '2026-12-28', 'Boxing Day (substitute day)'],
    ['IS', null, '2026-12-25', 'Christmas Day'],
    // Off from 13:00, from 12:00, and from the evening before to noon of the fourth day.
    ['IS', null, '2026-12-24', undefined],
    ['GT', null, '2026-12-24', undefined],
    ['TR', null, '2026-03-22', 'End of Ramadan (Eid al-Fitr)'],
    ['TR', null, '2026-03-23', undefined],
  ])('of %s %s on %s: %s', (country, region, date, name) => {
    expect(holidaysOf(country, region, Number(date.slice(0, 4))).get(dayNumber(date))).toBe(name)
  })

  it('can be read of every country', () => {
    const countries = Object.keys(new Holidays().getCountries())
    expect(countries.length).toBeGreaterThan(150)
    for (const country of countries) {
      const days = [...holidaysOf(country, null, 2026).keys()]
      expect(days.every((day) => dateOfDay(day).startsWith('2026-'))).toBe(true)
    }
  })

  it('leave out days that are no public holidays', () => {
    expect(holidaysOf('US', null, 2026).get(dayNumber('2026-02-14'))).toBeUndefined()
  })

  it.each([
    ['DE', 'BY', true],
    ['DE', 'XX', false],
    ['XX', null, false],
    ['Germany', null, false],
  ])('of %s %s are known: %s', (country, region, known) => {
    expect(isHolidayRegion(country, region)).toBe(known)
    if (!known) expect(() => holidaysOf(country, region, 2026)).toThrow(UnknownHolidayRegion)
  })
})

describe('working days', () => {
  it('leave out weekends, public holidays and the team’s own days off', () => {
    const calendar = { ...denver, daysOff: [{ date: '2026-05-27', name: 'Offsite' }] }

    expect(workingDaysIn(calendar, { from: '2026-05-22', to: '2026-05-29' })).toEqual([
      '2026-05-22',
      '2026-05-26',
      '2026-05-28',
      '2026-05-29',
    ])
  })

  it('are those that the team works, Sunday to Thursday too', () => {
    const calendar = { ...denver, country: null, workingDays: ['SU', 'MO', 'TU', 'WE', 'TH'] as const }

    expect(isWorkday({ ...calendar, workingDays: [...calendar.workingDays] }, '2026-05-24')).toBe(true)
    expect(isWorkday({ ...calendar, workingDays: [...calendar.workingDays] }, '2026-05-22')).toBe(false)
  })

  it('are found next to a date, over holidays and weekends', () => {
    expect(workCalendar(berlin).onOrAfter(dayNumber('2026-04-03'))).toBe(dayNumber('2026-04-07'))
    expect(workCalendar(berlin).onOrBefore(dayNumber('2026-04-06'))).toBe(dayNumber('2026-04-02'))
  })

  it('are none for a team that works on no day', () => {
    expect(workCalendar({ ...denver, workingDays: [] }).onOrAfter(dayNumber('2026-04-02'))).toBeNull()
  })

  it('last from midnight to midnight, 23 hours on the day of a clock change', () => {
    const calendar = { ...denver, workingDays: ['SU' as const] }

    expect(workdaysOf(calendar, { from: '2026-03-07', to: '2026-03-09' })).toEqual([
      {
        date: '2026-03-08',
        startsAt: new Date('2026-03-08T07:00:00Z'),
        endsAt: new Date('2026-03-09T06:00:00Z'),
      },
    ])
  })
})
