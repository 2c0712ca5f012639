// Links from one message of the outbox to another: where a message is in Slack is known only once it is there.
import type { WebClient } from '@slack/web-api'
import { messageLinks } from '#platform/blocks/message-link.ts'
import type { Ledger, Readable } from './ledger.ts'

/**
 * The message with the links in it that Slack has for them. A link to a message that is not in Slack, or whose address
 * Slack does not tell, is its words alone: a message never waits for its links.
 */
export async function withLinks(
  { placeOf }: Pick<Ledger, 'placeOf'>,
  web: WebClient,
  message: Readable,
): Promise<Readable> {
  const json = JSON.stringify(message.payload)
  const keys = new Set([...json.matchAll(messageLinks)].map(([, key]) => decodeURIComponent(key ?? '')))
  if (keys.size === 0) return message
  const addresses = new Map<string, string>()
  for (const key of keys) {
    const place = await placeOf(message.workspaceId, key)
    const address = place && (await addressOf(web, place.channel, place.ts))
    if (address) addresses.set(key, address)
  }
  const linked = json.replace(messageLinks, (_, key: string, words: string) => {
    const address = addresses.get(decodeURIComponent(key))
    return address ? `<${address}|${words}>` : words
  })
  return { ...message, payload: JSON.parse(linked) }
}

/** What may stand in a link and in a string of JSON as it is. */
const plainAddress = /^https?:\/\/[^\s"\\<>|]+$/

/** chat.getPermalink asks for no scope, and Slack allows hundreds a minute: it is outside of the budgets. */
async function addressOf(web: WebClient, channel: string, ts: string): Promise<string | null> {
  try {
    const { permalink } = await web.chat.getPermalink({ channel, message_ts: ts })
    return permalink && plainAddress.test(permalink) ? permalink : null
  } catch {
    return null
  }
}
