// Text from outside, made safe for Slack's mrkdwn, and cut to Slack's limits.

// Control characters, and the marks that turn the direction of the text around them.
const invisible = /\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/**
 * Text of a plan or a person as mrkdwn that shows it as it was written: `<!channel>` pings nobody, a link is no link.
 * (Slack reads only `&`, `<` and `>` as markup's beginning: docs.slack.dev, "Formatting message text".)
 */
export function escaped(text: string): string {
  return plain(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Text for a `plain_text` field, where nothing is markup: only invisible characters are taken out. */
export function plain(text: string): string {
  return text.replace(invisible, (mark) => (mark === '\n' || mark === '\t' ? mark : ''))
}

/** At most `length` UTF-16 code units, cut at a whole character, with "…" where something was left out. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > length - 1) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/** Escaped and cut: at most `length` code units of mrkdwn, and never half an entity. */
export function safe(text: string, length: number): string {
  const whole = escaped(text)
  if (whole.length <= length) return whole
  let kept = ''
  for (const character of plain(text)) {
    const one = escaped(character)
    if (kept.length + one.length > length - 1) break
    kept += one
  }
  return `${kept.trimEnd()}…`
}

/** One line: line breaks and runs of white space become a space each. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

export { plural } from '#domain/words.ts'

/** Mentions a Slack user. */
export const mention = (slackUserId: string): string => `<@${slackUserId}>`

/** Links a Slack channel. */
export const channelLink = (channelId: string): string => `<#${channelId}>`

/** An instant that Slack shows in each reader's zone; `fallback` is shown where it cannot. */
export function slackDate(at: Date, format: string, fallback: string): string {
  return `<!date^${Math.floor(at.getTime() / 1000)}^${format}|${escaped(fallback)}>`
}
