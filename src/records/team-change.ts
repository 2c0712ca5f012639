// A change of a team by somebody in it: one transaction, with its audit entry.
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Person, Prisma, Team } from '#platform/store/generated/client.ts'
import { claimTeam, requireAccess } from './access.ts'
import { audit } from './audit.ts'

export interface TeamChange {
  teamId: string
  person: Person
}

/** Runs a change of a team that the person may make. @throws SprintkeeperError `no_such_team`, `not_allowed` */
export async function changeTeam<Result>(
  services: Services,
  { teamId, person }: TeamChange,
  work: (tx: Tx, team: Team, audit: Audit) => Promise<Result>,
): Promise<Result> {
  const allowed = await requireAccess(services, person, 'settings.change', teamId)
  return services.db.$transaction(async (tx) => {
    const team = await tx.team.findFirst({ where: { id: teamId } })
    if (!team)
      throw new SprintkeeperError(
        'no_such_team',
        'That team is not there any more.',
        'Try /sprint team again.',
      )
    await claimTeam(tx, services, allowed, team.id, person)
    return work(tx, team, auditOf(tx, services, team.id, person))
  })
}

export type Audit = (action: string, detail: Prisma.InputJsonObject) => Promise<unknown>

export function auditOf(tx: Tx, services: Services, teamId: string, person: Person): Audit {
  return (action, detail) =>
    audit(tx, services, { teamId, personId: person.id, action, target: teamId, detail })
}
