// Objectives and the values that people report of them.
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Objective, Person } from '#platform/store/generated/client.ts'
import { isId } from '#platform/store/id.ts'

/** An objective of this workspace. Throws `gone`. */
export async function objectiveById(services: Services, objectiveId: string): Promise<Objective> {
  const objective = isId(objectiveId)
    ? await services.db.objective.findFirst({ where: { id: objectiveId } })
    : null
  if (!objective)
    throw new SprintkeeperError(
      'gone',
      'That objective is no longer in the plan.',
      '/sprint objectives shows those that are.',
    )
  return objective
}

/** Writes what an objective stands at now; earlier readings stay. Throws `gone`, `no_value`. */
export async function reportReading(
  services: Services,
  { objectiveId, person, value }: { objectiveId: string; person: Person; value: string },
): Promise<void> {
  const { db, workspaceId, clock } = services
  if (value.trim() === '')
    throw new SprintkeeperError(
      'no_value',
      'A reading needs a value.',
      'For example “93 %” or “not measured”.',
    )
  const objective = await objectiveById(services, objectiveId)
  await db.reading.create({
    data: {
      workspaceId,
      objectiveId: objective.id,
      value: value.trim(),
      at: clock.now(),
      personId: person.id,
    },
  })
}
