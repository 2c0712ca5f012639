// What people typed, from Slack's message markup back to plain text: entities, mentions, links.

const markup = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g
const mentioned = /<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/g

/** The Slack user ids that a message mentions. */
export function mentionsIn(text: string): string[] {
  return [...new Set([...text.matchAll(mentioned)].map(([, id]) => id ?? ''))]
}

/**
 * A message's text as its writer saw it: "@Maya" for a mention, a link's label and address, no entities.
 *
 * @param names by Slack user id; a mention of somebody else stays "@someone"
 */
export function typedText(text: string, names: ReadonlyMap<string, string> = new Map()): string {
  const shown = text.replace(markup, (_, sign: string, target: string, label: string | undefined) => {
    if (sign === '@') return `@${names.get(target) ?? label ?? 'someone'}`
    if (sign === '#') return `#${label || 'channel'}`
    if (sign === '!') return label || `@${target.split('^')[0]}`
    const address = target.replace(/^mailto:/, '')
    return label && label !== address ? `${label} (${address})` : address
  })
  return shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
