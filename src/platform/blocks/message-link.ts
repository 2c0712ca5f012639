// A link to another message of ours, whose address delivery fills in when it sends.
import { safe } from './text.ts'

/** Finds such links in mrkdwn: the key, encoded, and the words. The host is none, by RFC 2606, and is never sent. */
export const messageLinks = /<https:\/\/message\.invalid\/([^|<>"\\]+)\|([^<>|]*)>/g

/** Links words to the message with this key in the outbox; the words alone where that is not in Slack. */
export function messageLink(key: string, words: string): string {
  return `<https://message.invalid/${encodeURIComponent(key)}|${safe(words.replaceAll('|', ' '), 200)}>`
}
