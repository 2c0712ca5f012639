// Every team's calendar planned anew: the rules of zones and holidays change with Node and date-holidays, not with us.
import type { Services } from '#platform/services.ts'
import { planTeam } from './planning.ts'

/**
 * Plans each team that has something ahead of it, in a transaction of its own; a team that cannot be planned is logged and
 * holds up no other.
 */
export async function replanTeams(services: Services): Promise<void> {
  const { db, log, workspaceId } = services
  const ahead = await db.occurrence.groupBy({
    by: ['teamId'],
    where: { state: { in: ['planned', 'skipped'] } },
  })
  for (const { teamId: id } of ahead)
    try {
      await db.$transaction((tx) => planTeam(tx, services, id))
    } catch (error) {
      log.error({ workspace: workspaceId, team: id, err: error }, 'a team could not be planned')
    }
}
