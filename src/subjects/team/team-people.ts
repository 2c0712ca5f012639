// Who is in a team, and who the names in its plans are, as people in it say.
import { fieldError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { personBySlackId } from '#platform/slack/people.ts'
import type { Tx } from '#platform/store/client.ts'
import type { TeamRoleKind } from '#platform/store/generated/enums.ts'
import { addRole } from '#records/access.ts'
import { syncTeamNames } from '#records/plan-names.ts'
import { changeTeam, type TeamChange } from '#records/team-change.ts'
import { settleNames } from './name-question.ts'

/**
 * Whom the team asks, and who facilitates it, by Slack user id; somebody does each. Who is taken out stays out, though they
 * are in the channel; a guest or a person of another workspace is in by being named here, and only so.
 */
export async function saveMembers(
  services: Services,
  change: TeamChange & { slackUserIds: string[]; facilitators: string[] },
): Promise<void> {
  const people = await Promise.all(change.slackUserIds.map((id) => personBySlackId(services, id)))
  const wanted = people.filter(({ isBot }) => !isBot).map(({ id }) => id)
  if (wanted.length === 0) throw fieldError('members', 'A team needs at least one person.')
  const chosen = await Promise.all(change.facilitators.map((id) => personBySlackId(services, id)))
  const leading = chosen.filter(({ isBot }) => !isBot).map(({ id }) => id)
  if (leading.length === 0) throw fieldError('facilitators', 'A team needs at least one facilitator.')
  await changeTeam(services, change, async (tx, team, audit) => {
    const { workspaceId } = services
    const out = { teamId: team.id, personId: { notIn: wanted } }
    const removed = await tx.membership.findMany({ where: out })
    await tx.membership.deleteMany({ where: out })
    const foreign = people.filter(({ isGuest, isStranger }) => isGuest || isStranger).map(({ id }) => id)
    await setRole(tx, services, team.id, 'facilitator', leading)
    await setRole(tx, services, team.id, 'admitted', foreign)
    await tx.teamRole.deleteMany({ where: { teamId: team.id, role: 'left_out', personId: { in: wanted } } })
    await addRole(
      tx,
      services,
      team.id,
      'left_out',
      removed.map(({ personId }) => personId),
    )
    const data = wanted.map((personId) => ({ workspaceId, teamId: team.id, personId }))
    await tx.membership.createMany({ data, skipDuplicates: true })
    await syncTeamNames(tx, services, team.id)
    await audit('team.members', { members: wanted.length, facilitators: leading })
  })
}

/** Exactly these people have the role. */
async function setRole(
  tx: Tx,
  services: Services,
  teamId: string,
  role: TeamRoleKind,
  personIds: string[],
): Promise<void> {
  await tx.teamRole.deleteMany({ where: { teamId, role, personId: { notIn: personIds } } })
  await addRole(tx, services, teamId, role, personIds)
}

/** Who the plan's names are, by Slack user id; null: nobody, which stays so. Whoever is named becomes a member. */
export async function saveNames(
  services: Services,
  change: TeamChange & { names: Map<string, string | null> },
): Promise<void> {
  const people = new Map<string, string | null>()
  for (const [name, slackUserId] of change.names)
    people.set(name, slackUserId ? (await personBySlackId(services, slackUserId)).id : null)
  await changeTeam(services, change, async (tx, team, audit) => {
    const { workspaceId } = services
    const rows = await tx.planName.findMany({ where: { teamId: team.id } })
    const said: string[] = []
    for (const { name, personId: before, nobody } of rows) {
      const personId = people.get(name)
      if (personId === undefined || (personId === before && nobody === (personId === null))) continue
      said.push(name)
      const data = { personId, nobody: personId === null }
      await tx.planName.updateMany({ where: { teamId: team.id, name }, data })
      await audit('team.names', { name, from: before, to: personId })
      if (personId)
        await tx.membership.createMany({
          data: [{ workspaceId, teamId: team.id, personId }],
          skipDuplicates: true,
        })
    }
    await settleNames(tx, services, team, said)
    await syncTeamNames(tx, services, team.id)
  })
}
