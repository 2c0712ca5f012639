// A team is to post in a channel other than its own: the people of the channel are asked there, and one of them decides.
import { edit, post } from '#platform/delivery/outbox.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Person } from '#platform/store/generated/client.ts'
import { requireAccess } from '#records/access.ts'
import { auditOf } from '#records/team-change.ts'
import { channelDecided, channelQuestion } from './channel-question.messages.ts'

const keyOf = (teamId: string, channelId: string): string => `channel:${teamId}:${channelId}`

/** The hook of `wantChannel`. The outbox's key sees to it that a channel is asked about a team once. */
export async function askChannel(
  tx: Tx,
  services: Services,
  { teamId, channelId }: { teamId: string; channelId: string },
): Promise<void> {
  const { name: teamName } = await tx.team.findUniqueOrThrow({ where: { id: teamId } })
  await post(tx, services, {
    key: keyOf(teamId, channelId),
    channel: channelId,
    teamId,
    ...channelQuestion({ teamId, teamName, channelId }),
  })
}

export interface ChannelDecision {
  teamId: string
  channelId: string
  person: Person
  /** Where it was clicked. */
  clickedIn: string
  confirmed: boolean
}

/**
 * Somebody of the channel lets the team post there, or not; either can be changed by any of them later.
 *
 * @throws SprintkeeperError `not_allowed`, `gone`
 */
export async function decideChannel(services: Services, decision: ChannelDecision): Promise<void> {
  const { teamId, channelId, person, clickedIn, confirmed } = decision
  if (clickedIn !== channelId)
    throw new SprintkeeperError('not_allowed', 'This is decided in the channel that it is about.')
  await requireAccess(services, person, 'channel.decide', teamId, channelId)
  await services.db.$transaction(async (tx) => {
    const team = await tx.team.findUniqueOrThrow({ where: { id: teamId } })
    const { count } = await tx.channelLink.updateMany({
      where: { teamId, channelId },
      data: {
        state: confirmed ? 'confirmed' : 'declined',
        decidedAt: services.clock.now(),
        decidedById: person.id,
      },
    })
    if (count === 0)
      throw new SprintkeeperError('gone', `${team.name} does not ask for this channel any more.`)
    const audit = auditOf(tx, services, teamId, person)
    await audit(confirmed ? 'channel.confirmed' : 'channel.declined', { channelId })
    const asked = { teamId, teamName: team.name, channelId }
    const content = channelDecided(asked, confirmed, person.slackUserId)
    await edit(tx, services, { key: keyOf(teamId, channelId), ...content })
  })
}
