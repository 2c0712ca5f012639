// Sprints begin and end by their windows: the states in the database follow each team's date.

import { DAY_MILLIS } from '#domain/calendar/dates.ts'
import { dueState } from '#domain/sprint/due-state.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import { todayOf } from '#records/team-calendar.ts'

/**
 * Makes active what began and closed what ended, by the date of each team (or of one). Reads only sprints that begin or end
 * within a day or did before, so that every tick can call it.
 *
 * @returns how many sprints changed
 */
export async function turnSprints(
  tx: Tx,
  services: Pick<Services, 'clock'>,
  teamId?: string,
): Promise<number> {
  const now = services.clock.now()
  // No zone's date is further ahead of UTC's than a day.
  const soon = new Date(now.getTime() + DAY_MILLIS)
  const sprints = await tx.sprint.findMany({
    where: {
      ...(teamId ? { teamId } : {}),
      removedAt: null,
      OR: [
        { state: 'planned', start: { lte: soon }, end: { not: null } },
        // Named, not "all but closed": so that the index on state and end leaves the years of closed sprints unread.
        { state: { in: ['planned', 'active'] }, end: { lt: soon } },
      ],
    },
    include: { team: { select: { zone: true } } },
  })
  let changed = 0
  for (const sprint of sprints) {
    const start = sprint.start && fromDateColumn(sprint.start)
    const end = sprint.end && fromDateColumn(sprint.end)
    const state = dueState({ start, end, state: sprint.state }, todayOf(sprint.team, now))
    if (state === sprint.state) continue
    await tx.sprint.update({ where: { id: sprint.id }, data: { state } })
    changed += 1
  }
  return changed
}
