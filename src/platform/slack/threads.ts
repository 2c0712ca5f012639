// The one listener for messages: replies in threads of ours, their edits and deletions.
import type { App } from '@slack/bolt'
import type { AllMessageEvents, GenericMessageEvent } from '@slack/types'
import { explain, SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Message } from '#platform/store/generated/client.ts'
import { notCounted } from './command.messages.ts'

/** A person's message in the thread of a message of ours. */
export interface ThreadMessage {
  /** The message of ours that the thread hangs on. */
  parent: Message
  channel: string
  slackUserId: string
  ts: string
  /** As Slack sends it: mentions and links as markup, entities escaped. Empty when it was deleted. */
  text: string
  change: 'new' | 'edited' | 'deleted'
}

/** What a part of the product does with messages in its threads. */
export interface ThreadListener {
  /** The parent's key begins with this: "standup:". */
  keyPrefix: string
  hear(services: Services, message: ThreadMessage): Promise<void>
}

/** Hears every message that the app can see, and gives those in threads of ours to their listener. */
export function listenToThreads(app: App, services: Services, listeners: readonly ThreadListener[]): void {
  app.event('message', async ({ event }) => {
    const heard = heardIn(event)
    if (!heard) return
    const { threadTs, ...message } = heard
    const parent = await parentOf(services, message.channel, threadTs)
    const listener = parent && listeners.find(({ keyPrefix }) => parent.key.startsWith(keyPrefix))
    if (!parent || !listener) return
    try {
      await listener.hear(services, { parent, ...message })
    } catch (error) {
      await sayLost(services, { ...message, threadTs }, error)
      throw error
    }
  })
}

/** The post of ours that a thread hangs on. Not an edit of it, which stands in a row of its own with the same ts. */
export function parentOf(
  { db }: Pick<Services, 'db'>,
  channel: string,
  threadTs: string,
): Promise<Message | null> {
  const place = [{ postedIn: channel }, { channel }]
  return db.message.findFirst({ where: { ts: threadTs, kind: 'post', OR: place } })
}

/** Whoever wrote what could not be taken is told, since they see their reply in the thread and take it for counted. */
async function sayLost(services: Services, heard: Heard, error: unknown): Promise<void> {
  const { channel, slackUserId: user, threadTs } = heard
  const why = error instanceof SprintkeeperError ? explain(error) : 'Something went wrong on our side.'
  try {
    const { text, blocks = [] } = notCounted(why)
    await services.web.chat.postEphemeral({ channel, user, thread_ts: threadTs, text, blocks })
  } catch (unsaid) {
    services.log.error({ channel, err: unsaid }, 'a lost reply could not be told')
  }
}

type Heard = Omit<ThreadMessage, 'parent'> & { threadTs: string }

/** A person's new, edited or deleted reply in a thread; null for all else, a bot's messages among it. */
function heardIn(event: AllMessageEvents): Heard | null {
  const { channel } = event
  if (event.subtype === 'message_changed') {
    const now = replyIn(event.message)
    const isSame = now && replyIn(event.previous_message)?.text === now.text
    return now && !isSame ? { channel, ...now, change: 'edited' } : null
  }
  if (event.subtype === 'message_deleted') {
    const before = replyIn(event.previous_message)
    return before && { channel, ...before, text: '', change: 'deleted' }
  }
  const reply = replyIn(event)
  return reply && { channel, ...reply, change: 'new' }
}

function replyIn(message: AllMessageEvents | undefined) {
  if (message?.subtype && message.subtype !== 'file_share' && message.subtype !== 'thread_broadcast')
    return null
  const { user, bot_id, ts, thread_ts, text } = message as Partial<GenericMessageEvent>
  if (!user || bot_id || !ts || !thread_ts || thread_ts === ts) return null
  return { slackUserId: user, ts, threadTs: thread_ts, text: text ?? '' }
}
