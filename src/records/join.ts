// Who belongs to a team: the people that its plan names, and those who are in its channel.

import type { Plan } from '#domain/plan-file.ts'
import { fold } from '#plan/text.ts'
import type { Services } from '#platform/services.ts'
import { personBySlackId } from '#platform/slack/people.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Team } from '#platform/store/generated/client.ts'
import { namesIn, syncTeamNames } from './plan-names.ts'

/** Makes members of the workspace's people whose whole name the plan writes, where only one person has that name. */
export async function joinByName(tx: Tx, services: Services, teamId: string, plan: Plan): Promise<void> {
  // A single word may mean anybody in a workspace of thousands.
  const names = new Set(
    namesIn(plan)
      .map(fold)
      .filter((name) => name.includes(' ')),
  )
  const people = await tx.person.findMany({ where: { active: true, isBot: false } })
  const known = people.filter(
    ({ name, displayName }) => names.has(fold(name)) || names.has(fold(displayName)),
  )
  const whole = known.filter(
    (person) => known.filter(({ name }) => fold(name) === fold(person.name)).length === 1,
  )
  await addMembers(
    tx,
    services,
    teamId,
    whole.map(({ id }) => id),
  )
}

/** The people of a newly linked channel join: outside of a transaction. The link stands when Slack does not say who they are. */
export async function joinFromChannel(services: Services, team: Team): Promise<void> {
  try {
    await joinByChannel(services, team)
    await services.db.$transaction((tx) => syncTeamNames(tx, services, team.id))
  } catch (error) {
    const event = { workspace: services.workspaceId, team: team.id, err: error }
    services.log.warn(event, "the members of the team's channel could not be read")
  }
}

/** Makes members of those who are in the team's channel. Bots are left out. */
async function joinByChannel(services: Services, team: Team): Promise<void> {
  if (!team.channelId) return
  const people: string[] = []
  for await (const page of services.web.paginate('conversations.members', {
    channel: team.channelId,
    limit: 200,
  })) {
    const { members } = page as { members?: string[] }
    for (const slackUserId of members ?? []) {
      const person = await personBySlackId(services, slackUserId)
      if (!person.isBot && person.active) people.push(person.id)
    }
  }
  await services.db.$transaction((tx) => addMembers(tx, services, team.id, people))
}

async function addMembers(tx: Tx, services: Services, teamId: string, personIds: string[]): Promise<void> {
  if (personIds.length === 0) return
  const { workspaceId } = services
  const data = personIds.map((personId) => ({ workspaceId, teamId, personId }))
  await tx.membership.createMany({ data, skipDuplicates: true })
}
