// Replies that were written in a stand-up's thread while nobody listened: read after a start, as if they came now.

import { setTimeout as wait } from 'node:timers/promises'
import type { ConversationsRepliesResponse } from '@slack/web-api'
import type { Services } from '#platform/services.ts'
import { isPassing, retryAfterOf } from '#platform/slack/slack-limits.ts'
import type { ThreadMessage } from '#platform/slack/threads.ts'
import type { Message } from '#platform/store/generated/client.ts'
import { isPast } from './check-in.ts'
import { standUpKey, wholeStandUp } from './standup-view.ts'

/** What Slack gives a commercial app at a time; others need a call more a thread, once a start. */
const pageSize = 15
const firstPauseMillis = 1_000
const longestPauseMillis = 60_000
/** Stand-ups that opened longer ago take no answers any more. */
const lookedBackDays = 5

export interface MissedReplies {
  stop(): Promise<void>
}

/**
 * Reads the threads of the stand-ups that still take answers, the oldest first, and hears each reply. Slack's limits are
 * waited for. Resolves when all is read, or at the first thing that makes it wait, and goes on beside the work: so that nobody
 * is reminded of an answer that stands in the thread, and no start waits for Slack.
 */
export async function readMissedReplies(
  services: Services,
  hear: (services: Services, message: ThreadMessage) => Promise<void>,
): Promise<MissedReplies> {
  const halt = new AbortController()
  const prompt = Promise.withResolvers<void>()
  const reading = readAll(services, hear, halt.signal, prompt.resolve)
  reading
    .catch((error: unknown) =>
      services.log.warn({ workspace: services.workspaceId, err: error }, 'threads could not be read'),
    )
    .finally(prompt.resolve)
  await prompt.promise
  return { stop: async () => halt.abort() }
}

async function readAll(
  services: Services,
  hear: (services: Services, message: ThreadMessage) => Promise<void>,
  signal: AbortSignal,
  held: () => void,
): Promise<void> {
  const { db, clock } = services
  const since = new Date(clock.now().getTime() - lookedBackDays * 86_400_000)
  const standUps = await db.occurrence.findMany({
    where: { kind: 'standup', state: { in: ['open', 'closed'] }, opensAt: { gte: since } },
    include: wholeStandUp,
    orderBy: { opensAt: 'asc' },
  })
  for (const standUp of standUps) {
    if (await isPast(db, standUp)) continue
    const parent = await db.message.findFirst({ where: { key: standUpKey(standUp), ts: { not: null } } })
    if (parent) await readThread(services, parent, hear, signal, held)
    if (signal.aborted) return
  }
}

async function readThread(
  services: Services,
  parent: Message,
  hear: (services: Services, message: ThreadMessage) => Promise<void>,
  signal: AbortSignal,
  held: () => void,
): Promise<void> {
  const channel = parent.postedIn ?? parent.channel
  const ts = parent.ts ?? ''
  let cursor = ''
  do {
    const options = { channel, ts, limit: pageSize, ...(cursor ? { cursor } : {}) }
    const page = await readPage(services, options, signal, held)
    if (!page) return
    for (const { user, bot_id, ts: own, text } of page.messages ?? []) {
      if (!user || bot_id || !own || own === ts) continue
      await hear(services, { parent, channel, slackUserId: user, ts: own, text: text ?? '', change: 'new' })
    }
    cursor = page.response_metadata?.next_cursor ?? ''
  } while (cursor)
}

/** Null: stopped, or Slack refuses in a way that waiting does not mend. */
async function readPage(
  { web, log, workspaceId }: Services,
  options: { channel: string; ts: string; limit: number; cursor?: string },
  signal: AbortSignal,
  held: () => void,
): Promise<ConversationsRepliesResponse | null> {
  for (let pause = firstPauseMillis; !signal.aborted; pause = Math.min(pause * 2, longestPauseMillis)) {
    try {
      return await web.conversations.replies(options)
    } catch (error) {
      const asked = retryAfterOf(error)
      const { channel } = options
      if (asked === null && !isPassing(error)) {
        log.warn({ workspace: workspaceId, channel, err: error }, 'a thread could not be read')
        return null
      }
      const millis = asked ?? pause
      log.warn({ workspace: workspaceId, channel, seconds: millis / 1000 }, 'a thread is read later')
      held()
      await wait(millis, undefined, { signal, ref: false }).catch(() => {})
    }
  }
  return null
}
