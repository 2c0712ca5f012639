// The window that a sprint gets: from a first day and a length, in a team's working days.
import { addDays, daysBetween, isLocalDate, WEEKDAYS, weekdayOf } from '#domain/calendar/dates.ts'
import type { LocalDate, SprintWindow } from '#domain/calendar/types.ts'
import { SprintkeeperError } from '#platform/errors.ts'

/** Half a year: a longer sprint is a typing error in a date. */
const longestDays = 184

/** How long a sprint is, in weeks; or its last day. */
export type Length = { weeks: number } | { end: LocalDate }

interface Works {
  /** MO, TU, … */
  workingDays: string[]
}

/**
 * The window, and the days from its start to that of the sprint after it. A length in weeks ends on its last working day.
 *
 * @throws SprintkeeperError `bad_window`
 */
export function windowFrom(
  team: Works,
  start: LocalDate,
  length: Length,
  today: LocalDate,
): { window: SprintWindow; span: number } {
  const refuse = (message: string): never => {
    throw new SprintkeeperError('bad_window', message)
  }
  if (!isLocalDate(start)) refuse('Choose the day on which the sprint begins.')
  const whole = 'end' in length ? length.end : addDays(start, 7 * length.weeks - 1)
  if (!isLocalDate(whole)) refuse('Choose the day on which the sprint ends.')
  const end = 'end' in length ? whole : lastWorkingDay(team, start, whole)
  const days = daysBetween(start, end) + 1
  if (days < 1) refuse('The sprint would end before it begins.')
  if (days > longestDays) refuse(`That sprint would take ${days} days; at most ${longestDays} are possible.`)
  if (end < today) refuse(`That sprint would be over already: it is ${today} for the team.`)
  return { window: { start, end }, span: daysBetween(start, workingDayFrom(team, addDays(whole, 1))) }
}

const works = (team: Works, date: LocalDate): boolean => team.workingDays.includes(weekdayOf(date))

export function workingDayFrom(team: Works, date: LocalDate): LocalDate {
  const offset = WEEKDAYS.findIndex((_, days) => works(team, addDays(date, days)))
  return addDays(date, Math.max(0, offset))
}

/** The last working day of the range; its first day when it has none. */
export function lastWorkingDay(team: Works, start: LocalDate, end: LocalDate): LocalDate {
  for (let date = end; date > start; date = addDays(date, -1)) if (works(team, date)) return date
  return start
}
