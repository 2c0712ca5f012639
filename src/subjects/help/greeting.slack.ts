// Being invited to a channel, and being written to: in a direct message, or by a mention in a channel.
import type { App } from '@slack/bolt'
import type { GenericMessageEvent } from '@slack/types'
import { type Content, post } from '#platform/delivery/outbox.ts'
import type { Services } from '#platform/services.ts'
import { failure } from '#platform/slack/command.ts'
import type { Command } from '#platform/slack/feature.ts'
import { typedText } from '#platform/slack/incoming-text.ts'
import { personBySlackId } from '#platform/slack/people.ts'
import { requireAccess } from '#records/access.ts'
import { isClosed } from '#records/workspace-limits.ts'
import { greeting, spokenTo } from './greeting.messages.ts'

/** Words by which people ask what a bot does. */
const asksForHelp = new Set(['', 'help', '?', 'hi', 'hello', 'hey', 'commands'])

export interface Answers {
  commands(): readonly Command[]
  /** All commands, as /sprint help lists them. */
  help(): Content
}

/** Greets where the app is invited, and answers those who write to it. An older installation lacks the two last events. */
export function listenToWords(app: App, services: Services, answers: Answers): void {
  app.event('member_joined_channel', async ({ event, context }) => {
    if (event.user === context.botUserId) await greet(services, event.channel, event.event_ts)
  })
  app.event('app_mention', async ({ event }) => {
    const { channel, user, text, ts, thread_ts: threadTs } = event
    // Slack tells of a bot that mentions the app, too.
    if (!user || event.bot_id) return
    const content = await answerTo(services, answers, { user, text })
    const { text: said, blocks = [] } = content
    const place = threadTs && threadTs !== ts ? { thread_ts: threadTs } : {}
    await services.web.chat.postEphemeral({ channel, user, text: said, blocks, ...place })
  })
  app.event('message', async ({ event }) => {
    const {
      channel,
      channel_type: kind,
      subtype,
      user,
      bot_id,
      text,
      ts,
      thread_ts,
    } = event as GenericMessageEvent
    if (kind !== 'im' || bot_id || !user || thread_ts) return
    if (subtype !== undefined && subtype !== 'file_share') return
    const content = await answerTo(services, answers, { user, text: text ?? '' })
    await services.db.$transaction((tx) =>
      post(tx, services, { key: `spoken-to:${channel}:${ts}`, channel, ...content }),
    )
  })
}

async function greet(services: Services, channelId: string, at: string): Promise<void> {
  if (await isClosed(services, channelId)) return
  const team = await services.db.team.findFirst({ where: { channelId }, select: { id: true, name: true } })
  await services.db.$transaction((tx) =>
    post(tx, services, {
      key: `greeting:${channelId}:${at}`,
      channel: channelId,
      ...(team ? { teamId: team.id } : {}),
      ...greeting(team?.name ?? null),
    }),
  )
}

/** What somebody is answered who wrote this; whoever may not ask is told so. */
async function answerTo(
  services: Services,
  { commands, help }: Answers,
  { user, text }: { user: string; text: string },
): Promise<Content> {
  try {
    const person = await personBySlackId(services, user)
    await requireAccess(services, person, 'help.read')
    const words = typedText(text.replace(/<@[^>]*>/g, ' '))
      .replace(/^\s*\/?sprint\s+/i, '')
      .trim()
    const [first = ''] = words.toLowerCase().split(/\s+/)
    if (asksForHelp.has(words.toLowerCase().replace(/[!.]+$/, ''))) return help()
    const known = commands().find(({ word, aliases = [] }) => word === first || aliases.includes(first))
    return spokenTo(known ? words : null)
  } catch (error) {
    return failure(services, error)
  }
}
