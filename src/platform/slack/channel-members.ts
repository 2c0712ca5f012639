// Who is in the channels of teams, of their stakeholders and in others that they post in, kept as Slack tells it: it decides who may act.
import type { App } from '@slack/bolt'
import type { Services } from '#platform/services.ts'

/**
 * Reads who is in a channel, and keeps that. Slack's client honours `Retry-After` between the pages.
 *
 * @returns their Slack user ids, the bot's among them
 */
export async function readChannel(services: Services, channelId: string): Promise<string[]> {
  const { db, web, workspaceId } = services
  const found = new Set<string>()
  for await (const page of web.paginate('conversations.members', { channel: channelId, limit: 200 }))
    for (const slackUserId of (page as { members?: string[] }).members ?? []) found.add(slackUserId)
  const members = [...found]
  await db.$transaction(async (tx) => {
    await tx.channelMember.deleteMany({ where: { channelId, slackUserId: { notIn: members } } })
    const data = members.map((slackUserId) => ({ workspaceId, channelId, slackUserId }))
    await tx.channelMember.createMany({ data, skipDuplicates: true })
  })
  return members
}

/**
 * Compares every channel of a team, or that it posts in, with Slack, one after the other; one that cannot be read is logged, and what was known
 * of it stays.
 */
export async function readChannels(services: Services): Promise<void> {
  const teams = await services.db.team.findMany()
  // A link of before may stand under the channel's name, which is in small letters.
  const links = await services.db.channelLink.findMany({
    where: { OR: [{ channelId: { startsWith: 'C' } }, { channelId: { startsWith: 'G' } }] },
  })
  const ids = [
    ...teams.flatMap(({ channelId, stakeholderChannelId }) => [channelId, stakeholderChannelId]),
    ...links.map(({ channelId }) => channelId),
  ]
  for (const channelId of new Set(ids)) {
    if (channelId === null) continue
    try {
      const known = await services.db.channelMember.findMany({ where: { channelId } })
      const before = new Set(known.map(({ slackUserId }) => slackUserId))
      const now = new Set(await readChannel(services, channelId))
      for (const slackUserId of [...now].filter((id) => !before.has(id)))
        await services.hooks.joinedChannel(services, { channelId, slackUserId })
      for (const slackUserId of [...before].filter((id) => !now.has(id)))
        await services.hooks.leftChannel(services, { channelId, slackUserId })
    } catch (error) {
      services.log.warn(
        { workspace: services.workspaceId, channel: channelId, err: error },
        'a channel could not be read',
      )
    }
  }
}

/** Follows who joins and leaves the channels that the bot is in; those of no team are left alone. */
export function listenToChannels(app: App, services: Services): void {
  app.event('member_joined_channel', async ({ event }) => {
    const { channel: channelId, user: slackUserId } = event
    if (!(await isOfTeam(services, channelId))) return
    const row = { workspaceId: services.workspaceId, channelId, slackUserId }
    await services.db.channelMember.createMany({ data: [row], skipDuplicates: true })
    await services.hooks.joinedChannel(services, { channelId, slackUserId })
  })
  app.event('member_left_channel', async ({ event }) => {
    const { channel: channelId, user: slackUserId } = event
    await services.db.channelMember.deleteMany({ where: { channelId, slackUserId } })
    await services.hooks.leftChannel(services, { channelId, slackUserId })
  })
}

async function isOfTeam({ db }: Services, channelId: string): Promise<boolean> {
  const team = await db.team.findFirst({
    where: { OR: [{ channelId }, { stakeholderChannelId: channelId }] },
  })
  return team !== null || (await db.channelLink.findFirst({ where: { channelId } })) !== null
}
