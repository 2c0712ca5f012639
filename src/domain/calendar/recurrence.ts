/** Recurrence → the days that it names, before holidays and sprint windows have their say. */

import {
  type DayNumber,
  dateOfDay,
  dayNumber,
  WEEKDAY_NAMES,
  WEEKDAYS,
  weekdayIndex,
  weekNumberOfDay,
} from './dates.ts'
import type { Recurrence, SprintWindow } from './types.ts'
import { type WorkCalendar, workDayNumbers } from './workdays.ts'

/** Days on which a daily or weekly rule falls, rising, each once. */
export function namedDays(
  recurrence: Extract<Recurrence, { type: 'daily' | 'weekly' }>,
  work: WorkCalendar,
  first: DayNumber,
  last: DayNumber,
): DayNumber[] {
  switch (recurrence.type) {
    case 'daily':
      return daysWhere(first, last, work.isWorkWeekday)
    case 'weekly': {
      const wanted = WEEKDAYS.map((weekday) => recurrence.weekdays.includes(weekday))
      if (recurrence.interval !== 2)
        return daysWhere(first, last, (day) => wanted[weekdayIndex(day)] === true)
      // Without an anchor, even numbers since 1970: consecutive over a year's end, where ISO week numbers are not.
      const phase = recurrence.anchor === undefined ? 0 : weekNumberOfDay(dayNumber(recurrence.anchor))
      return daysWhere(
        first,
        last,
        (day) => wanted[weekdayIndex(day)] === true && (weekNumberOfDay(day) - phase) % 2 === 0,
      )
    }
  }
}

export function statedDays(dates: readonly string[]): DayNumber[] {
  return [...new Set(dates.map(dayNumber))].sort((a, b) => a - b)
}

/** The day of a rule that counts a sprint's working days; null when the sprint has too few. */
export function dayOfSprint(
  recurrence: Extract<Recurrence, { type: 'sprint_day' | 'before_end' }>,
  work: WorkCalendar,
  sprint: SprintWindow,
): DayNumber | null {
  const days = workDayNumbers(work, dayNumber(sprint.start), dayNumber(sprint.end))
  const index = recurrence.type === 'sprint_day' ? recurrence.n - 1 : days.length - 1 - recurrence.k
  return days[index] ?? null
}

/** For people: "every working day", "Monday and Thursday, every second week", "the last working day of the sprint". */
export function describeRecurrence(recurrence: Recurrence): string {
  switch (recurrence.type) {
    case 'daily':
      return 'every working day'
    case 'weekly': {
      const days = WEEKDAYS.filter((weekday) => recurrence.weekdays.includes(weekday)).map(
        (day) => WEEKDAY_NAMES[day],
      )
      return `${listed(days)}, every ${recurrence.interval === 2 ? 'second ' : ''}week`
    }
    case 'dates':
      return listed(statedDays(recurrence.dates).map(dateOfDay))
    case 'sprint_day':
      return recurrence.n === 1
        ? 'the first working day of the sprint'
        : `the ${ordinal(recurrence.n)} working day of the sprint`
    case 'before_end':
      if (recurrence.k === 0) return 'the last working day of the sprint'
      return `${recurrence.k} working day${recurrence.k === 1 ? '' : 's'} before the last of the sprint`
    case 'due':
      return `the working day before ${listed(statedDays(recurrence.dates).map(dateOfDay))}, and the day`
  }
}

function daysWhere(first: DayNumber, last: DayNumber, wanted: (day: DayNumber) => boolean): DayNumber[] {
  const days: DayNumber[] = []
  for (let day = first; day <= last; day++) if (wanted(day)) days.push(day)
  return days
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

function ordinal(n: number): string {
  const teens = n % 100 >= 11 && n % 100 <= 13
  const ending = teens ? 'th' : (({ 1: 'st', 2: 'nd', 3: 'rd' } as Record<number, string>)[n % 10] ?? 'th')
  return `${n}${ending}`
}
