/** Rule + team calendar + range → occurrences, each with the reason why it moved or is skipped. */

import { type DayNumber, dateOfDay, dayNumber, minuteOf, WEEKDAY_NAMES, weekdayOfDay } from './dates.ts'
import { instantOfDay } from './instant.ts'
import { dayOfSprint, namedDays } from './recurrence.ts'
import { type Placed, placeDates, placeDue, type Windows } from './stated.ts'
import type { Occurrence, PlanningRange, Recurrence, Rule, SprintWindow, TeamCalendar } from './types.ts'
import { type WorkCalendar, workCalendar } from './workdays.ts'

type Recurring = Extract<Recurrence, { type: 'daily' | 'weekly' }>
type OfSprint = Extract<Recurrence, { type: 'sprint_day' | 'before_end' }>

/**
 * The occurrences whose localDate lies in the range, rising in (localDate, slot). Planned ones lie on working days, at
 * most one of a rule on a date, wherever the range begins or ends; daily and weekly ones, and those that count sprint
 * days, lie inside a sprint when sprints are given. Throws UnknownTimeZone, UnknownHolidayRegion, and RangeError for a
 * malformed date or time.
 */
export function planOccurrences(
  rule: Pick<Rule, 'recurrence' | 'start' | 'windowMinutes' | 'zone'>,
  calendar: TeamCalendar,
  range: PlanningRange,
): Occurrence[] {
  const zone = rule.zone ?? calendar.zone
  const minute = minuteOf(rule.start)
  const windowMs = rule.windowMinutes * 60_000
  return place(rule.recurrence, calendar, range).map((placed) => {
    const opensAt = instantOfDay(zone, placed.heldOn, minute)
    const heldOn = dateOfDay(placed.heldOn)
    return {
      localDate: placed.day === placed.heldOn ? heldOn : dateOfDay(placed.day),
      slot: placed.slot,
      heldOn,
      opensAt,
      closesAt: new Date(opensAt.getTime() + windowMs),
      state: placed.state,
      reason: placed.reason,
    }
  })
}

function place(recurrence: Recurrence, calendar: TeamCalendar, range: PlanningRange): Placed[] {
  const work = workCalendar(calendar)
  const [from, to] = [dayNumber(range.from), dayNumber(range.to)]
  const inRange = ({ day }: Placed): boolean => day >= from && day <= to
  const windows = windowsOf(range.sprints)
  switch (recurrence.type) {
    case 'daily':
    case 'weekly':
      return placeRecurring(recurrence, { work, onHoliday: calendar.onHoliday, from, to, windows })
    case 'dates':
      return placeDates(recurrence.dates, work, calendar.onHoliday, windows ?? []).filter(inRange)
    case 'sprint_day':
    case 'before_end':
      return placeInSprints(recurrence, work, range.sprints ?? []).filter(inRange)
    case 'due':
      return placeDue(recurrence.dates, work).filter(inRange)
  }
}

interface Span {
  work: WorkCalendar
  onHoliday: TeamCalendar['onHoliday']
  /** Both inclusive. */
  from: DayNumber
  to: DayNumber
  windows: Windows[] | null
}

function placeRecurring(recurrence: Recurring, { work, onHoliday, from, to, windows }: Span): Placed[] {
  // What a neighbour outside the range moves onto must not depend on where the range is cut: look from the last working
  // day before it to the first one after it.
  const first = (work.onOrBefore(from - 1) ?? from - 1) + 1
  const last = work.onOrAfter(to) ?? to
  const days = namedDays(recurrence, work, first, last)
  const placed: Placed[] = []
  let lastHeld = Number.NEGATIVE_INFINITY
  days.forEach((day, index) => {
    const outside = windows === null ? null : whyOutside(windows, day)
    const off = outside === null ? work.whyOff(day) : null
    let heldOn = day
    let reason: string | null = null
    if (outside !== null) reason = `skipped: ${outside}`
    else if (off !== null && onHoliday === 'skip') reason = `skipped: ${off}`
    else if (off !== null) {
      const target = work.onOrAfter(day)
      const obstacle = obstacleTo(target, { day, windows, lastHeld, later: days.slice(index + 1) })
      if (target !== null && obstacle === null) heldOn = target
      reason = obstacle === null ? `moved: ${off}` : `skipped: ${off}${obstacle}`
    }
    const state = reason?.startsWith('skipped') ? 'skipped' : 'planned'
    if (state === 'planned') lastHeld = heldOn
    if (day >= from && day <= to) placed.push({ day, slot: 0, heldOn, state, reason })
  })
  return placed
}

/** Why an occurrence cannot move from its day to the target; null when it can. */
function obstacleTo(
  target: DayNumber | null,
  move: {
    day: DayNumber
    windows: Windows[] | null
    /** The day on which the one before is held. */
    lastHeld: DayNumber
    /** The days named after this one, rising. */
    later: readonly DayNumber[]
  },
): string | null {
  const { day, windows, lastHeld, later } = move
  if (target === null) return ', and no working day follows'
  const sprint = windows?.find((window) => window.first <= day && day <= window.last)
  if (sprint && target > sprint.last) return ', and the sprint is over by the next working day'
  return lastHeld === target || later.includes(target)
    ? `, and ${WEEKDAY_NAMES[weekdayOfDay(target)]} has its own`
    : null
}

function placeInSprints(
  recurrence: OfSprint,
  work: WorkCalendar,
  sprints: readonly SprintWindow[],
): Placed[] {
  const placed: Placed[] = []
  for (const sprint of sprints) {
    const day = dayOfSprint(recurrence, work, sprint)
    if (day !== null) placed.push({ day, slot: 0, heldOn: day, state: 'planned', reason: null })
    else {
      const end = dayNumber(sprint.end)
      placed.push({
        day: end,
        slot: 0,
        heldOn: end,
        state: 'skipped',
        reason: 'skipped: the sprint is too short',
      })
    }
  }
  const rising = placed.sort((a, b) => a.day - b.day)
  // Sprints that overlap (two plans of one team) can name the same day.
  return rising.filter(({ day }, index) => day !== rising[index - 1]?.day)
}

function windowsOf(sprints: readonly SprintWindow[] | null): Windows[] | null {
  if (sprints === null) return null
  return sprints
    .map((sprint) => ({ first: dayNumber(sprint.start), last: dayNumber(sprint.end) }))
    .sort((a, b) => a.first - b.first)
}

function whyOutside(windows: readonly Windows[], day: DayNumber): string | null {
  if (windows.some((window) => window.first <= day && day <= window.last)) return null
  if (windows.some((window) => window.first > day)) {
    return windows.some((window) => window.last < day) ? 'no sprint runs' : 'the sprint has not begun'
  }
  return 'sprint over'
}
