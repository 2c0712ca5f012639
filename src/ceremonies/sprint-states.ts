// Sprints begin and end by their windows: the states in the database follow the team's date.
import type { Services } from '../services.ts'
import { dueState } from '../sprint/due-state.ts'
import type { Tx } from '../store/client.ts'
import type { Team } from '../store/generated/client.ts'
import { fromDateColumn, todayOf } from './planning.ts'

/**
 * Makes active what began and closed what ended, by the team's date. Cheap when nothing changed: call it on every tick.
 *
 * @returns how many sprints changed
 */
export async function syncSprintStates(tx: Tx, services: Services, team: Team): Promise<number> {
  const today = todayOf(team, services.clock.now())
  const open = await tx.sprint.findMany({
    where: { teamId: team.id, removedAt: null, state: { not: 'closed' } },
  })
  let changed = 0
  for (const sprint of open) {
    const start = sprint.start && fromDateColumn(sprint.start)
    const end = sprint.end && fromDateColumn(sprint.end)
    const state = dueState({ start, end, state: sprint.state }, today)
    if (state === sprint.state) continue
    await tx.sprint.update({ where: { id: sprint.id }, data: { state } })
    changed += 1
  }
  return changed
}
