// Whom a team asks: those who are in its channel when it gets one, and who joins and leaves it since. A name in a plan
// makes nobody a member: people choose their names themselves.
import type { Services } from '#platform/services.ts'
import { readChannel } from '#platform/slack/channel-members.ts'
import { personBySlackId } from '#platform/slack/people.ts'
import type { Person, Team } from '#platform/store/generated/client.ts'
import { syncTeamNames } from './plan-names.ts'

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

/**
 * Makes members of those who are in the team's channel: asks Slack, so outside of a transaction. Bots, guests, people of
 * other workspaces and those whom the team left out are not among them; one whom Slack does not show is skipped and logged.
 *
 * @returns how many are in the channel
 */
export async function joinByChannel(services: Services, team: Team): Promise<number> {
  if (!team.channelId) return 0
  const people: Person[] = []
  for (const slackUserId of await readChannel(services, team.channelId)) {
    const person = await readable(services, slackUserId)
    if (person && isColleague(person)) people.push(person)
  }
  await ask(services, team.id, people)
  return people.length
}

/** Somebody joined a channel: its team asks them from now on, unless it left them out. */
export async function followJoin(
  services: Services,
  { channelId, slackUserId }: { channelId: string; slackUserId: string },
): Promise<void> {
  const team = await services.db.team.findFirst({ where: { channelId } })
  const person = team && (await readable(services, slackUserId))
  if (team && person && isColleague(person)) await ask(services, team.id, [person])
}

/** Somebody left a channel, or was taken out: its team asks them no more. What they did stays. */
export async function followLeave(
  services: Services,
  { channelId, slackUserId }: { channelId: string; slackUserId: string },
): Promise<void> {
  const team = await services.db.team.findFirst({ where: { channelId } })
  const person = team && (await services.db.person.findFirst({ where: { slackUserId } }))
  if (!team || !person) return
  await services.db.membership.deleteMany({ where: { teamId: team.id, personId: person.id } })
}

const isColleague = ({ isBot, active, isGuest, isStranger }: Person): boolean =>
  active && !isBot && !isGuest && !isStranger

/** Null for one whom Slack does not show: a person of another workspace in a shared channel. */
async function readable(services: Services, slackUserId: string): Promise<Person | null> {
  try {
    return await personBySlackId(services, slackUserId)
  } catch (error) {
    const event = { workspace: services.workspaceId, user: slackUserId, err: error }
    services.log.warn(event, 'a user of a channel could not be read, and is left out')
    return null
  }
}

async function ask(services: Services, teamId: string, people: Person[]): Promise<void> {
  const { db, workspaceId } = services
  const left = await db.teamRole.findMany({ where: { teamId, role: 'left_out' } })
  const out = new Set(left.map(({ personId }) => personId))
  const asked = people.filter(({ id }) => !out.has(id))
  if (asked.length === 0) return
  await db.$transaction(async (tx) => {
    const data = asked.map(({ id }) => ({ workspaceId, teamId, personId: id }))
    await tx.membership.createMany({ data, skipDuplicates: true })
    await syncTeamNames(tx, services, teamId)
  })
}
