// Who belongs to a team: the people that its plan names, and those who are in its channel.

import type { Plan } from '#domain/plan-file.ts'
import { fold } from '#plan/text.ts'
import type { Services } from '#platform/services.ts'
import { personBySlackId } from '#platform/slack/people.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Team } from '#platform/store/generated/client.ts'
import { namesIn } from './plan-names.ts'

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

/**
 * Makes members of those who are in the team's channel: asks Slack, so outside of a transaction. Bots are left out.
 *
 * @returns how many are in the channel
 */
export async function joinByChannel(services: Services, team: Team): Promise<number> {
  if (!team.channelId) return 0
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
  return people.length
}

async function addMembers(tx: Tx, services: Services, teamId: string, personIds: string[]): Promise<void> {
  if (personIds.length === 0) return
  const { workspaceId } = services
  const data = personIds.map((personId) => ({ workspaceId, teamId, personId }))
  await tx.membership.createMany({ data, skipDuplicates: true })
}
