// The sprint that a button or modal names.
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Sprint, Team } from '#platform/store/generated/client.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** True for text that can be a row's id: PostgreSQL refuses any other. */
export const isId = (text: string): boolean => uuid.test(text)

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
