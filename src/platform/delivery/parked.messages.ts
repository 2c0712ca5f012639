// What the person who can mend it reads of a message that could not be posted.
import { context, section } from '#platform/blocks/blocks.ts'
import { channelLink, escaped, mention } from '#platform/blocks/text.ts'
import type { Content } from './outbox.ts'

/**
 * @param channel id of a channel or a Slack user
 * @param error Slack's word
 * @param cure what mends it; null: nothing that a person in Slack can do
 */
export function parkedMessage(channel: string, error: string, cure: string | null): Content {
  const where = /^[UW]/.test(channel) ? mention(channel) : channelLink(channel)
  const text = `I could not post in ${where}: Slack says \`${escaped(error)}\`.`
  const what = cure ?? 'An operator finds the message with `sprintkeeper doctor`.'
  const next = cure
    ? 'Then press “Try again” in `/sprint team`, and what is still worth saying is posted.'
    : 'The message was not posted and is not tried again.'
  return { text: `${text} ${what}`, blocks: [section(`:warning: ${text}`), section(what), context(next)] }
}
