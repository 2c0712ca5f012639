// A change of a team by somebody in it: one transaction, with its audit entry.
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Person, Prisma, Team } from '#platform/store/generated/client.ts'
import { audit } from './audit.ts'

export interface TeamChange {
  teamId: string
  person: Person
}

/** Runs a change of a team that the person may make. @throws SprintkeeperError `no_such_team`, `not_a_member` */
export async function changeTeam<Result>(
  services: Services,
  { teamId, person }: TeamChange,
  work: (tx: Tx, team: Team, audit: Audit) => Promise<Result>,
): Promise<Result> {
  return services.db.$transaction(async (tx) => {
    const team = await tx.team.findFirst({ where: { id: teamId } })
    if (!team)
      throw new SprintkeeperError(
        'no_such_team',
        'That team is not there any more.',
        'Try /sprint team again.',
      )
    await requireMember(tx, team, person)
    return work(tx, team, auditOf(tx, services, team.id, person))
  })
}

/** Anybody in the team may change it, so that it never hangs on one; a team without members is anybody's. */
async function requireMember(tx: Tx, team: Team, person: Person): Promise<void> {
  const active = { teamId: team.id, person: { active: true, isBot: false } }
  if (await tx.membership.findFirst({ where: { ...active, personId: person.id } })) return
  if (!(await tx.membership.findFirst({ where: active }))) return
  throw new SprintkeeperError(
    'not_a_member',
    `Only the people in ${team.name} can change it.`,
    'Ask one of them to add you in /sprint team.',
  )
}

export type Audit = (action: string, detail: Prisma.InputJsonObject) => Promise<unknown>

export function auditOf(tx: Tx, services: Services, teamId: string, person: Person): Audit {
  return (action, detail) =>
    audit(tx, services, { teamId, personId: person.id, action, target: teamId, detail })
}
