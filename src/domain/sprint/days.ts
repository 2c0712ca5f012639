/** Counting in working days: the sprint's day, ages, and where an instant stands among them. */

import type { ItemState, Timeline, Workday } from './types.ts'

export interface SprintDay {
  phase: 'before' | 'running' | 'over'
  /** The sprint's day n of m, by working days: 0 before the first. On a day off, the last working day that was. */
  day: number
  days: number
  /** Working days that are left, today included while it runs. */
  left: number
}

/** The sprint's own working days. */
export function sprintDays(timeline: Timeline): Workday[] {
  return timeline.workdays.filter(({ date }) => timeline.start <= date && date <= timeline.end)
}

export function sprintDay(timeline: Timeline): SprintDay {
  const days = sprintDays(timeline)
  const begun = days.filter(({ startsAt }) => startsAt <= timeline.now).length
  const left = days.filter(({ endsAt }) => endsAt > timeline.now).length
  const phase = begun === 0 ? 'before' : left === 0 ? 'over' : 'running'
  return { phase, day: begun, days: days.length, left }
}

/** Age in working days: how many working days began after the first instant, up to the second. 0 on the same day. */
export function workingDaysSince(workdays: readonly Workday[], since: Date, now: Date): number {
  return Math.max(0, begunBy(workdays, now) - begunBy(workdays, since))
}

/** How many of the working days, which rise, have begun by the instant: found by halving, since items ask by the hundred. */
function begunBy(workdays: readonly Workday[], instant: Date): number {
  const at = instant.getTime()
  let [low, high] = [0, workdays.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((workdays[middle]?.startsAt.getTime() ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** The working days from the one that holds the instant (or the next one) onwards. */
export function workdaysFrom(workdays: readonly Workday[], instant: Date): Workday[] {
  return workdays.filter(({ endsAt }) => endsAt > instant)
}

/**
 * The instant from which a change of scope is one: the sprint's first working day, or the import of its first item when
 * that came later. What is added up to it is the commitment.
 */
export function baselineOf(items: readonly ItemState[], timeline: Timeline): Date {
  const start = sprintDays(timeline)[0]?.startsAt ?? timeline.now
  const imported = items.map(({ addedAt }) => addedAt).reduce(earlier, timeline.now)
  return new Date(Math.max(start.getTime(), imported.getTime()))
}

export function earlier(a: Date, b: Date): Date {
  return new Date(Math.min(a.getTime(), b.getTime()))
}
