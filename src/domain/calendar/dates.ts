/** Arithmetic on local dates ("yyyy-mm-dd"), which have no zone. Nothing here reads a clock or the host's zone. */

import type { DateRange, LocalDate, LocalTime, Weekday } from './types.ts'

/** Days since 1970-01-01 in the proleptic Gregorian calendar: what the arithmetic is done on. */
export type DayNumber = number

/** In the order of ISO 8601: Monday first. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const satisfies Weekday[]

export const WEEKDAY_NAMES: Record<Weekday, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
}

/** Milliseconds of a day that passes; a local day may be an hour shorter or longer. */
export const DAY_MILLIS = 86_400_000

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/

/** Year, month (1–12) and day; throws RangeError when the text is no date of the calendar ("2026-02-30"). */
export function partsOf(date: LocalDate): [year: number, month: number, day: number] {
  const match = DATE.exec(date)
  if (match) {
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
    if (month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)) return [year, month, day]
  }
  throw new RangeError(`Not a date: expected yyyy-mm-dd of the calendar, received ${JSON.stringify(date)}.`)
}

export function isLocalDate(text: string): boolean {
  const match = DATE.exec(text)
  if (!match) return false
  const [month, day] = [Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(match[1]), month)
}

export function isLocalTime(text: string): boolean {
  return TIME.test(text)
}

/** Minutes since local midnight; throws RangeError when the text is not "HH:MM" from 00:00 to 23:59. */
export function minuteOf(time: LocalTime): number {
  const match = TIME.exec(time)
  if (!match)
    throw new RangeError(`Not a time: expected HH:MM from 00:00 to 23:59, received ${JSON.stringify(time)}.`)
  return Number(match[1]) * 60 + Number(match[2])
}

/** "HH:MM" of a minute of the day, 0 to 1,439. */
export function timeOfMinute(minute: number): LocalTime {
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`
}

/** Throws RangeError as `partsOf` does. */
export function dayNumber(date: LocalDate): DayNumber {
  const [year, month, day] = partsOf(date)
  return dayNumberOf(year, month, day)
}

/** The date of a day number, for the years 0000 to 9999. */
export function dateOfDay(day: DayNumber): LocalDate {
  // Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days.
  const z = day + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayIndex(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7
}

export function weekdayOfDay(day: DayNumber): Weekday {
  return WEEKDAYS[weekdayIndex(day)] as Weekday
}

export function weekdayOf(date: LocalDate): Weekday {
  return weekdayOfDay(dayNumber(date))
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumber(date) + days)
}

/** Days from the first date to the second; negative when the second is earlier. */
export function daysBetween(first: LocalDate, second: LocalDate): number {
  return dayNumber(second) - dayNumber(first)
}

/** Every date of the range, rising; none when it ends before it starts. */
export function datesIn(range: DateRange): LocalDate[] {
  const first = dayNumber(range.from)
  const count = dayNumber(range.to) - first + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) => dateOfDay(first + index))
}

/** Consecutive number of the ISO week that holds the day, across years: what "every second week" counts. */
export function weekNumberOfDay(day: DayNumber): number {
  return Math.floor((day + 3) / 7)
}

function dayNumberOf(year: number, month: number, day: number): DayNumber {
  // Howard Hinnant, as above, days_from_civil.
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  )
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
