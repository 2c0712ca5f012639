/** The one place where wall time becomes an instant, and an instant wall time. */

import {
  DAY_MILLIS,
  type DayNumber,
  dateOfDay,
  dayNumber,
  minuteOf,
  timeOfMinute,
  weekdayOfDay,
} from './dates.ts'
import type { LocalDate, LocalTime, Weekday } from './types.ts'
import { offsetAt, resolveLocal } from './zone.ts'

export { isTimeZone, UnknownTimeZone } from './zone.ts'

const MINUTE_MS = 60_000

/**
 * The instant of a wall-clock time in an IANA zone, by Temporal's "compatible" rule: a time that a clock change leaves
 * out is moved forward by the gap, one that comes twice is its first. Throws UnknownTimeZone, and RangeError for a
 * malformed date or time.
 */
export function instantOf(zone: string, date: LocalDate, time: LocalTime): Date {
  return instantOfDay(zone, dayNumber(date), minuteOf(time))
}

/** `instantOf` for a day number and a minute of the day: the planner's loop needs no text. */
export function instantOfDay(zone: string, day: DayNumber, minute: number): Date {
  return new Date(resolveLocal(zone, day * DAY_MILLIS + minute * MINUTE_MS))
}

/** The wall clock at an instant; seconds are cut off. Throws UnknownTimeZone. */
export function localOf(zone: string, instant: Date): { date: LocalDate; time: LocalTime; weekday: Weekday } {
  const local = instant.getTime() + offsetAt(zone, instant.getTime())
  const day = Math.floor(local / DAY_MILLIS)
  return {
    date: dateOfDay(day),
    time: timeOfMinute(Math.floor((local - day * DAY_MILLIS) / MINUTE_MS)),
    weekday: weekdayOfDay(day),
  }
}
