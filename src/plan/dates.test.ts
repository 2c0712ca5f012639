// Dates in running text, in the forms of many languages; years by weekday or nearness.
import { describe, expect, it } from 'vitest'
import { dateOrderOf } from '#plan/date-order.ts'
import { findDates, findRange, inferYear, isoDate, weekdayOf } from '#plan/dates.ts'

const short = (text: string) => findDates(text).map((d) => `${d.year ?? '*'}-${d.month}-${d.day}`)

describe('findDates', () => {
  it.each([
    ['2026-01-20', ['2026-1-20']],
    ['2026/1/5', ['2026-1-5']],
    ['Sept 23', ['*-9-23']],
    ['March 5th, 2025', ['2025-3-5']],
    ['5 March 2025', ['2025-3-5']],
    ['27.03.2024', ['2024-3-27']],
    ['3. Oktober 2025', ['2025-10-3']],
    ['10 de diciembre de 2025', ['2025-12-10']],
    ['14 février', ['*-2-14']],
    ['15 января 2026', ['2026-1-15']],
    ['2025年12月3日', ['2025-12-3']],
    ['3월 4일', ['*-3-4']],
    ['12 Ağustos 2025', ['2025-8-12']],
    ['Jun 24-30', ['*-6-24', '*-6-30']],
    ['10-13 Diciembre', ['*-12-10', '*-12-13']],
    ['version 1.2.3 of part 4', []],
    ['ratio 5:3 at 14:30', []],
    ['may 5 people come', ['*-5-5']],
    ['P95 < 200 ms', []],
  ])('finds %s', (text, expected) => {
    expect(short(text)).toEqual(expected)
  })

  it('reads 3/4 as the document’s other dates do', () => {
    expect(findDates('3/4', 'dmy')).toMatchObject([{ month: 4, day: 3 }])
    expect(findDates('3/4', 'mdy')).toMatchObject([{ month: 3, day: 4 }])
  })

  it('keeps the weekday beside a date', () => {
    expect(findDates('Fri Oct 3').map((d) => d.weekday)).toEqual(['FR'])
    expect(findDates('Day 1 (March 5 - Wed)').map((d) => d.weekday)).toEqual(['WE'])
  })
})

describe('findRange', () => {
  it.each([
    ['Sep 22 – Oct 3, 2025', '2025-9-22', '2025-10-3'],
    ['Dec 22 – Jan 2, 2026', '2025-12-22', '2026-1-2'],
    ['2026-01-20 → 2026-01-31', '2026-1-20', '2026-1-31'],
    ['from 4 May to 15 May 2026', '2026-5-4', '2026-5-15'],
    ['17.11.2022 - 08.12.2022', '2022-11-17', '2022-12-8'],
  ])('joins %s', (text, start, end) => {
    const range = findRange(text)
    const iso = (d: { year: number | null; month: number; day: number } | null | undefined) =>
      d ? `${d.year}-${d.month}-${d.day}` : null
    expect([iso(range?.start), iso(range?.end)]).toEqual([start, end])
  })
})

describe('years', () => {
  it('takes the year whose weekday fits, though another is nearer', () => {
    expect(inferYear({ month: 9, day: 22, weekday: 'MO' }, '2026-11-21')).toBe(2025)
  })
  it('takes the nearest year where no weekday decides', () => {
    expect(inferYear({ month: 1, day: 5, weekday: null }, '2026-11-21')).toBe(2027)
  })
  it('knows no 30th of February', () => {
    expect(isoDate(2026, 2, 30)).toBeNull()
  })
  it('names weekdays', () => {
    expect(weekdayOf('2026-11-21')).toBe('SA')
  })
})

describe('the order of day and month', () => {
  it.each([
    ['a number over twelve', '03/04 and 14/03', 'dmy', true],
    ['a number over twelve, the other way', '03/04 and 03/14', 'mdy', true],
    ['a weekday', 'Fri 03/04/2026', 'dmy', true],
    ['a weekday behind the date', '03/04/2026 (Wed)', 'mdy', true],
    ['dates with a month’s name', '03/04/2026, review on April 10, 2026', 'dmy', true],
    ['dates year first', '03/04/2026, review on 2026-03-10', 'mdy', true],
    ['a zone', '03/04/2026, 9:30 in America/Denver', 'mdy', true],
    ['a zone’s abbreviation', '03/04/2026 at 9:30 CET', 'dmy', true],
    ['the language', '03/04/2026: el equipo revisa las tareas con los socios y una demo', 'dmy', true],
    ['German', '03/04/2026: das Team und die Planung, nicht für alle', 'dmy', true],
    ['Russian', '03/04/2026: команда смотрит задачи', 'dmy', true],
    ['Japanese', '03/04/2026: スプリント計画を立てる', 'mdy', true],
    ['dashes', '03-04-2026 and 04-13-2026', 'mdy', true],
    ['nothing', 'from 03/04/2026 on', 'open', false],
    ['nothing but the length of a span', '03/04/2026 – 10/04/2026', 'dmy', false],
  ])('is told by %s', (_by, text, order, sure) => {
    expect(dateOrderOf(text)).toEqual({ order, sure })
  })
})
