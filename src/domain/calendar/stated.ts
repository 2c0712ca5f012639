/** Rules of stated dates, and of what falls due on them → where their occurrences stand. */

import { type DayNumber, WEEKDAY_NAMES, weekdayOfDay } from './dates.ts'
import { statedDays } from './recurrence.ts'
import type { Occurrence, TeamCalendar } from './types.ts'
import type { WorkCalendar } from './workdays.ts'

/** Where an occurrence stands, before days become instants. */
export interface Placed {
  day: DayNumber
  slot: number
  heldOn: DayNumber
  state: Occurrence['state']
  reason: string | null
}

/** A sprint's first and last day. */
export interface Windows {
  first: DayNumber
  last: DayNumber
}

/**
 * Stated dates hold whether a sprint runs or not: a plan may put its retro on the day after the end. One on a weekday
 * that the team does not work is always moved: the plan asks for it, and no other takes its place.
 */
export function placeDates(
  dates: readonly string[],
  work: WorkCalendar,
  onHoliday: TeamCalendar['onHoliday'],
  windows: readonly Windows[],
): Placed[] {
  const days = statedDays(dates)
  const held = new Set(days.filter(work.isWorkday))
  return days.map((day) => {
    const off = work.whyOff(day)
    if (off === null) return { day, slot: 0, heldOn: day, state: 'planned', reason: null }
    const skipped = (why: string): Placed => ({
      day,
      slot: 0,
      heldOn: day,
      state: 'skipped',
      reason: `skipped: ${why}`,
    })
    if (onHoliday === 'skip' && work.isWorkWeekday(day)) return skipped(off)
    const target = nearestWorkday(day, work, windows)
    if (target === null) return skipped(`${off}, and no working day follows`)
    if (held.has(target)) return skipped(`${off}, and ${WEEKDAY_NAMES[weekdayOfDay(target)]} has its own`)
    held.add(target)
    return { day, slot: 0, heldOn: target, state: 'planned', reason: `moved: ${off}` }
  })
}

/** The next working day; where the date's sprint is over by then, the last working day before it in that sprint. */
function nearestWorkday(day: DayNumber, work: WorkCalendar, windows: readonly Windows[]): DayNumber | null {
  const next = work.onOrAfter(day)
  const sprint = windows.find((window) => window.first <= day && day <= window.last)
  if (next === null || !sprint || next <= sprint.last) return next
  const before = work.onOrBefore(day)
  return before !== null && before >= sprint.first ? before : next
}

/** A reminder on the working day before each date (slot 0), and one on the date (slot 1). */
export function placeDue(dates: readonly string[], work: WorkCalendar): Placed[] {
  const days = statedDays(dates)
  const held = new Set(days.filter(work.isWorkday))
  const placed: Placed[] = []
  for (const day of days) {
    const eve = work.onOrBefore(day - 1)
    if (eve !== null) {
      const taken = held.has(eve)
      held.add(eve)
      const reason = taken ? `skipped: ${WEEKDAY_NAMES[weekdayOfDay(eve)]} has its own` : null
      placed.push({ day, slot: 0, heldOn: eve, state: taken ? 'skipped' : 'planned', reason })
    }
    const off = work.whyOff(day)
    const reason = off === null ? null : `skipped: ${off}`
    placed.push({ day, slot: 1, heldOn: day, state: off === null ? 'planned' : 'skipped', reason })
  }
  return placed
}
