// The channels other than its own in which a team posts: each is confirmed by somebody who is in it, before anything is
// posted there.
import type { Services } from '#platform/services.ts'
import { readChannel } from '#platform/slack/channel-members.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Team } from '#platform/store/generated/client.ts'

type Homed = Pick<Team, 'id' | 'channelId' | 'stakeholderChannelId'>

/** Whether the team may post in a channel now: its own, or one that somebody of it confirmed. */
export async function mayPostIn(db: Tx, team: Homed, channelId: string): Promise<boolean> {
  if (channelId === team.channelId) return true
  const where = { teamId: team.id, channelId, state: 'confirmed' as const }
  return (await db.channelLink.findFirst({ where })) !== null
}

/** The stakeholders' channel, where the team may post there; null: it has none, or nobody of it confirmed yet. */
export async function stakeholdersOf(db: Tx, team: Homed): Promise<string | null> {
  const { stakeholderChannelId } = team
  return stakeholderChannelId && (await mayPostIn(db, team, stakeholderChannelId))
    ? stakeholderChannelId
    : null
}

/**
 * A link of a plan from before these were confirmed stands under the name that the plan states. The first use gives it the
 * channel that has the name then: a later channel of that name is another one.
 */
export async function pinLink(
  { db, workspaceId, clock }: Services,
  team: Homed,
  stated: string,
  channelId: string,
): Promise<void> {
  const where = { teamId: team.id, channelId: stated.replace(/^#/, '').toLowerCase() }
  const { count } = await db.channelLink.deleteMany({ where: { ...where, state: 'confirmed' } })
  if (count === 0) return
  const data = { workspaceId, teamId: team.id, channelId, state: 'confirmed' as const, askedAt: clock.now() }
  await db.channelLink.createMany({ data: [data], skipDuplicates: true })
}

/**
 * The team is to post in a channel: where it may not yet, and was not asked before, the channel's people are asked there (the
 * hook `channelWanted`). Its people are read by `readHosts` first.
 */
export async function wantChannel(tx: Tx, services: Services, team: Homed, channelId: string): Promise<void> {
  if (channelId === team.channelId) return
  const { workspaceId, clock } = services
  const { count } = await tx.channelLink.createMany({
    data: [{ workspaceId, teamId: team.id, channelId, askedAt: clock.now() }],
    skipDuplicates: true,
  })
  if (count > 0) await services.hooks.channelWanted(tx, services, { teamId: team.id, channelId })
}

/** Reads who is in a channel that a team is to post in, since they decide: outside of a transaction. */
export async function readHosts(services: Services, channelId: string): Promise<void> {
  await readChannel(services, channelId).catch((error: unknown) => {
    const event = { workspace: services.workspaceId, channel: channelId, err: error }
    services.log.warn(event, 'a channel could not be read')
  })
}
