// The calls of the Web API that deliver a message: open a direct message, post, edit, and look a message up by its key.
import type { WebClient } from '@slack/web-api'
import type { Claimed, Readable } from './ledger.ts'

/** The `event_type` of the metadata that carries a message's key. */
export const metadataType = 'sprintkeeper_message'

/** Where a message went. */
export interface Place {
  channel: string
  ts: string
}

// Slack's own ts against our clocks: a message posted "before" we began to send is still found.
const skewSeconds = 300
const pageSize = 100

/** Posts a message; the key goes along in the metadata. */
export async function callPost(web: WebClient, message: Readable, channel: string): Promise<Place> {
  const { text, blocks } = message.payload
  const threadTs = threadOf(message)
  const answer = await web.chat.postMessage({
    channel,
    text,
    ...(blocks ? { blocks } : {}),
    ...(threadTs ? { thread_ts: threadTs } : {}),
    metadata: metadataOf(message.key),
    unfurl_links: false,
    unfurl_media: false,
  })
  // An answer without a ts is half an answer: the outcome is unknown.
  if (!answer.ts) throw new Error('chat.postMessage answered without a ts')
  return { channel: answer.channel ?? channel, ts: answer.ts }
}

/** Edits a message to what it shall show now. Saying it twice is the same as saying it once. */
export async function callUpdate(web: WebClient, message: Readable, at: Place): Promise<Place> {
  const { text, blocks } = message.payload
  await web.chat.update({
    channel: at.channel,
    ts: at.ts,
    text,
    blocks: blocks ?? [],
    metadata: metadataOf(message.editsKey ?? message.key),
  })
  return at
}

/** The channel of the direct messages with a user. */
export async function openDirect(web: WebClient, slackUserId: string): Promise<string> {
  const { channel } = await web.conversations.open({ users: slackUserId })
  if (!channel?.id) throw new Error('conversations.open answered without a channel')
  return channel.id
}

/** A page of what is in Slack since the first send of a message began. */
export interface Look {
  found: Place | null
  /** Of the next page; null: this was the last. */
  cursor: string | null
}

/** Looks for a message by its key on one page of its channel or thread. (A request still under way cannot be seen.) */
export async function lookUp(
  web: WebClient,
  message: Claimed,
  channel: string,
  cursor: string | null,
): Promise<Look> {
  const since = message.sendingAt ? message.sendingAt.getTime() / 1000 - skewSeconds : 0
  const threadTs = threadOf(message)
  const options = {
    channel,
    oldest: String(Math.max(since, 0)),
    include_all_metadata: true,
    limit: pageSize,
    ...(cursor ? { cursor } : {}),
  }
  const answer = threadTs
    ? await web.conversations.replies({ ...options, ts: threadTs })
    : await web.conversations.history(options)
  const found = answer.messages?.find((one) => isOurs(one, message.key))
  return {
    found: found?.ts ? { channel, ts: found.ts } : null,
    cursor: answer.response_metadata?.next_cursor || null,
  }
}

/** The method that `lookUp` calls. */
export const lookUpMethod = (message: Claimed) =>
  threadOf(message) ? ('conversations.replies' as const) : ('conversations.history' as const)

function threadOf(message: Claimed): string | null {
  return message.threadTs ?? (message.threadKey ? message.parentTs : null)
}

/** The metadata by which a message is found again. */
export function metadataOf(key: string) {
  return { event_type: metadataType, event_payload: { key } }
}

function isOurs(found: object, key: string): boolean {
  if (!('metadata' in found)) return false
  const metadata = found.metadata as { event_type?: string; event_payload?: { key?: unknown } } | undefined
  return metadata?.event_type === metadataType && metadata.event_payload?.key === key
}
