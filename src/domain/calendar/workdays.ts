/** A team's working days: its weekdays without public holidays and its own days off. */

import { type DayNumber, dateOfDay, dayNumber, WEEKDAY_NAMES, weekdayOfDay } from './dates.ts'
import { holidaysOf } from './holidays.ts'
import { instantOfDay } from './instant.ts'
import type { DateRange, LocalDate, TeamCalendar, Workday } from './types.ts'

/** What of a team's calendar says which days are worked. */
export type WorkingDays = Pick<TeamCalendar, 'workingDays' | 'country' | 'region' | 'daysOff'>

/** A calendar made ready for many questions. Days are day numbers (dates.ts). */
export interface WorkCalendar {
  isWorkday(day: DayNumber): boolean
  /** True on the team's weekdays, holiday or not. */
  isWorkWeekday(day: DayNumber): boolean
  /** "Monday is a holiday (Labour Day)"; null on a working day. */
  whyOff(day: DayNumber): string | null
  /** The first working day on or after the day; null when there is none within a year. */
  onOrAfter(day: DayNumber): DayNumber | null
  /** The last working day on or before the day; null when there is none within a year. */
  onOrBefore(day: DayNumber): DayNumber | null
}

const SEARCH_DAYS = 366

/** Throws UnknownHolidayRegion when a day of a country is asked for that is not known. */
export function workCalendar(calendar: WorkingDays): WorkCalendar {
  const weekdays = new Set(calendar.workingDays)
  const daysOff = new Map(calendar.daysOff.map((dayOff) => [dayNumber(dayOff.date), dayOff.name]))

  const holidayOn = publicHolidays(calendar)
  const off = new Map<DayNumber, string | null>()
  const whyOff = (day: DayNumber): string | null => {
    const known = off.get(day)
    if (known !== undefined) return known
    const reason = findReason(day)
    off.set(day, reason)
    return reason
  }
  const findReason = (day: DayNumber): string | null => {
    const weekday = weekdayOfDay(day)
    const name = WEEKDAY_NAMES[weekday]
    if (!weekdays.has(weekday)) return `${name} is not a working day`
    const dayOff = daysOff.get(day)
    if (dayOff !== undefined) return `${name} is a day off (${dayOff})`
    const holiday = holidayOn(day)
    return holiday === undefined ? null : `${name} is a holiday (${holiday})`
  }
  const search = (day: DayNumber, step: 1 | -1): DayNumber | null => {
    for (let tried = 0; tried <= SEARCH_DAYS; tried++) {
      const candidate = day + tried * step
      if (whyOff(candidate) === null) return candidate
    }
    return null
  }
  return {
    whyOff,
    isWorkday: (day) => whyOff(day) === null,
    isWorkWeekday: (day) => weekdays.has(weekdayOfDay(day)),
    onOrAfter: (day) => search(day, 1),
    onOrBefore: (day) => search(day, -1),
  }
}

export function isWorkday(calendar: WorkingDays, date: LocalDate): boolean {
  return workCalendar(calendar).isWorkday(dayNumber(date))
}

/** The working days of the range, both ends included, rising. */
export function workingDaysIn(calendar: WorkingDays, range: DateRange): LocalDate[] {
  return workDayNumbers(workCalendar(calendar), dayNumber(range.from), dayNumber(range.to)).map(dateOfDay)
}

/**
 * The working days of the range with the instants of their local midnights: what src/domain/sprint counts with. Take the
 * range wide: some weeks before the sprint for ages, some after it for forecasts.
 */
export function workdaysOf(calendar: TeamCalendar, range: DateRange): Workday[] {
  return workDayNumbers(workCalendar(calendar), dayNumber(range.from), dayNumber(range.to)).map((day) => ({
    date: dateOfDay(day),
    startsAt: instantOfDay(calendar.zone, day, 0),
    endsAt: instantOfDay(calendar.zone, day + 1, 0),
  }))
}

export function workDayNumbers(work: WorkCalendar, first: DayNumber, last: DayNumber): DayNumber[] {
  const days: DayNumber[] = []
  for (let day = first; day <= last; day++) if (work.isWorkday(day)) days.push(day)
  return days
}

function publicHolidays({ country, region }: WorkingDays): (day: DayNumber) => string | undefined {
  if (country === null) return () => undefined
  let [first, last] = [0, -1]
  let names: ReadonlyMap<DayNumber, string> = new Map()
  return (day) => {
    if (day < first || day > last) {
      const year = dateOfDay(day).slice(0, 4)
      first = dayNumber(`${year}-01-01`)
      last = dayNumber(`${year}-12-31`)
      names = holidaysOf(country, region, Number(year))
    }
    return names.get(day)
  }
}
