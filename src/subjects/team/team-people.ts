// Who is in a team, and who the names in its plans are, as people in it say.
import { fieldError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { personBySlackId } from '#platform/slack/people.ts'
import { syncTeamNames } from '#records/plan-names.ts'
import { changeTeam, type TeamChange } from '#records/team-change.ts'

/** Who is in the team, by Slack user id. The person who changes it may leave; somebody stays. */
export async function saveMembers(
  services: Services,
  change: TeamChange & { slackUserIds: string[] },
): Promise<void> {
  const people = await Promise.all(change.slackUserIds.map((id) => personBySlackId(services, id)))
  const wanted = people.filter(({ isBot }) => !isBot).map(({ id }) => id)
  if (wanted.length === 0) throw fieldError('members', 'A team needs at least one person.')
  await changeTeam(services, change, async (tx, team, audit) => {
    const { workspaceId } = services
    await tx.membership.deleteMany({ where: { teamId: team.id, personId: { notIn: wanted } } })
    const data = wanted.map((personId) => ({ workspaceId, teamId: team.id, personId }))
    await tx.membership.createMany({ data, skipDuplicates: true })
    await syncTeamNames(tx, services, team.id)
    await audit('team.members', { members: wanted.length })
  })
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
    for (const [name, personId] of people) {
      await tx.planName.updateMany({
        where: { teamId: team.id, name },
        data: { personId, nobody: personId === null },
      })
      if (personId)
        await tx.membership.createMany({
          data: [{ workspaceId, teamId: team.id, personId }],
          skipDuplicates: true,
        })
    }
    await audit('team.names', { names: people.size })
  })
}
