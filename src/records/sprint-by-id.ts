// The sprint that a button or modal names.
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Sprint, Team } from '#platform/store/generated/client.ts'
import { isId } from '#platform/store/id.ts'

/** A sprint of this workspace and its team. Throws `gone`. */
export async function sprintById(
  services: Services,
  sprintId: string,
): Promise<{ sprint: Sprint; team: Team }> {
  const row = isId(sprintId)
    ? await services.db.sprint.findFirst({
        where: { id: sprintId, removedAt: null },
        include: { team: true },
      })
    : null
  if (!row)
    throw new SprintkeeperError(
      'gone',
      'That sprint is no longer in the plan.',
      '/sprint status shows the one that is.',
    )
  const { team, ...sprint } = row
  return { sprint, team }
}
