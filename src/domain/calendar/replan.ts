/** New planning against what is stored: the future is changed, the past stays, and nothing fires a second time. */

import type { Occurrence, Recurrence, SprintWindow } from './types.ts'

/** A stored occurrence of one rule. */
export interface StoredOccurrence
  extends Pick<Occurrence, 'localDate' | 'slot' | 'opensAt' | 'closesAt' | 'reason'> {
  id: string
  state: 'planned' | 'open' | 'closed' | 'skipped' | 'missed'
}

export interface Replan {
  create: Occurrence[]
  update: { id: string; to: Occurrence }[]
  /** Ids of occurrences that have not opened and that nothing names any more. */
  remove: string[]
}

/**
 * What to write so that one rule's stored occurrences agree with the planned ones. Occurrences that have opened, closed
 * or were missed are left alone, and so is what was due before `now`; nothing is created whose time has passed. A rule
 * that comes once a sprint is not planned again in a sprint in which it has fired, on whatever date.
 */
export function replan(
  stored: readonly StoredOccurrence[],
  planned: readonly Occurrence[],
  now: Date,
  recurrence: Recurrence,
  sprints: readonly SprintWindow[],
): Replan {
  const result: Replan = { create: [], update: [], remove: [] }
  const byIdentity = new Map(stored.map((row) => [identity(row), row]))
  const fired = stored.filter((row) => row.state !== 'planned' && row.state !== 'skipped')
  const spent =
    recurrence.type === 'sprint_day' || recurrence.type === 'before_end'
      ? sprints.filter((sprint) => fired.some((row) => within(sprint, row.localDate)))
      : []
  const wanted = new Set<string>()
  for (const occurrence of planned) {
    const row = byIdentity.get(identity(occurrence))
    if (row) wanted.add(identity(row))
    if (row && (fired.includes(row) || row.closesAt <= now)) continue
    if (spent.some((sprint) => within(sprint, occurrence.localDate))) {
      if (row) result.remove.push(row.id)
    } else if (occurrence.closesAt <= now) {
      // Its new time has passed: a row that still waits would otherwise open at its old one.
      if (row) result.update.push({ id: row.id, to: over(occurrence) })
    } else if (!row) {
      // What began before the team had it is not held: it would open late, and nobody was late.
      if (occurrence.opensAt >= now) result.create.push(occurrence)
    } else if (!same(row, occurrence)) result.update.push({ id: row.id, to: occurrence })
  }
  for (const row of stored) {
    const waits = !fired.includes(row) && row.closesAt > now
    if (waits && !wanted.has(identity(row))) result.remove.push(row.id)
  }
  return result
}

function over(occurrence: Occurrence): Occurrence {
  if (occurrence.state === 'skipped') return occurrence
  return { ...occurrence, state: 'skipped', reason: 'skipped: its new time had passed already' }
}

function identity(occurrence: { localDate: string; slot: number }): string {
  return `${occurrence.localDate}/${occurrence.slot}`
}

function within(sprint: SprintWindow, date: string): boolean {
  return sprint.start <= date && date <= sprint.end
}

function same(row: StoredOccurrence, occurrence: Occurrence): boolean {
  return (
    row.opensAt.getTime() === occurrence.opensAt.getTime() &&
    row.closesAt.getTime() === occurrence.closesAt.getTime() &&
    row.state === occurrence.state &&
    row.reason === occurrence.reason
  )
}
