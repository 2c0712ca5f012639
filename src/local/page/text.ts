// mrkdwn and plain text as elements: mentions, dates in the member's zone, links, emoji.
import { formatDateToken } from './dates.ts'
import { type Child, h } from './dom.ts'
import { emojiCharacter } from './emoji.ts'
import { type Inline, type Part, parseMrkdwn } from './mrkdwn.ts'
import { memberOf, snapshot, workspaceNow } from './store.ts'

/** A composition object's text: mrkdwn, or plain text with its emoji. */
export function textObject(value: unknown): HTMLElement {
  const object = value as { type?: string; text?: string } | undefined
  const content = object?.text ?? ''
  return object?.type === 'mrkdwn' ? mrkdwn(content) : plainText(content)
}

/** A mrkdwn text. */
export function mrkdwn(text: string): HTMLElement {
  const parts = parseMrkdwn(text)
  const container = h('div', { class: 'mrkdwn' }, parts.map(partElement))
  const onlyEmoji = parts.every(
    (part) => part.kind === 'lines' && part.lines.flat().every((one) => one.kind === 'emoji' || isBlank(one)),
  )
  if (onlyEmoji && parts.length > 0) container.classList.add('jumbo')
  return container
}

/** Plain text: line breaks and emoji names are all that counts. */
export function plainText(text: string): HTMLElement {
  const lines = text.split('\n').flatMap((line, index): Child[] => [index > 0 && h('br'), ...emojiOnly(line)])
  return h('span', { class: 'plain' }, lines)
}

/** An emoji by name. */
export function emoji(name: string): HTMLElement {
  const character = emojiCharacter(name)
  return h(
    'span',
    { class: 'emoji', role: 'img', 'aria-label': name.replaceAll('_', ' ') },
    character ?? `:${name}:`,
  )
}

/** A mention of a person: their name, marked where it is the one who looks. */
export function userMention(id: string): HTMLElement {
  const name = memberOf(id)?.displayName ?? id
  return h('span', { class: id === snapshot().me.id ? 'mention mention-me' : 'mention' }, `@${name}`)
}

/** A mention of a channel. */
export function channelMention(id: string, label = ''): HTMLElement {
  const name = snapshot().channels.find((channel) => channel.id === id)?.name ?? (label || id)
  return h('a', { class: 'mention', href: `#channel-${id}` }, `#${name}`)
}

/** A date in the member's zone, as a `<!date^…>` token or a rich text date. */
export function dateText(seconds: number, format: string, href = ''): HTMLElement {
  const shown = formatDateToken(format, seconds, workspaceNow(), snapshot().me.tz)
  const time = h('time', { datetime: new Date(seconds * 1000).toISOString() }, shown)
  return href ? link(href, time) : time
}

/** A link that opens beside the workspace. Addresses of other kinds than http and mail become text. */
export function link(href: string, ...content: Child[]): HTMLElement {
  if (!/^(https?|mailto):/.test(href)) return h('span', {}, ...content)
  const permalink = /\/archives\/(\w+)\/p(\d{10})(\d{6})/.exec(href)
  if (permalink) {
    const [, channel, seconds, micros] = permalink
    return h('a', { href: `#message-${channel}-${seconds}.${micros}` }, ...content)
  }
  return h('a', { href, target: '_blank', rel: 'noreferrer noopener' }, ...content)
}

function partElement(part: Part): HTMLElement {
  if (part.kind === 'preformatted') return h('pre', {}, part.text)
  const lines = part.lines.flatMap((line, index): Child[] => [
    index > 0 && h('br'),
    ...line.map(inlineElement),
  ])
  return part.kind === 'quote' ? h('blockquote', {}, lines) : h('div', {}, lines)
}

function inlineElement(inline: Inline): Child {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'bold':
      return h('strong', {}, inline.children.map(inlineElement))
    case 'italic':
      return h('em', {}, inline.children.map(inlineElement))
    case 'strike':
      return h('s', {}, inline.children.map(inlineElement))
    case 'code':
      return h('code', {}, inline.text)
    case 'link':
      return link(inline.href, inline.label)
    case 'user':
      return userMention(inline.id)
    case 'channel':
      return channelMention(inline.id, inline.label)
    case 'broadcast':
      return h('span', { class: 'mention mention-me' }, `@${inline.name}`)
    case 'date':
      return dateText(inline.seconds, inline.format, inline.href)
    case 'emoji':
      return emoji(inline.name)
  }
}

function emojiOnly(line: string): Child[] {
  const pieces = line.split(/:([a-z0-9_+'-]+):/)
  return pieces.map((piece, index) => {
    if (index % 2 === 0) return piece
    return emojiCharacter(piece) ? emoji(piece) : `:${piece}:`
  })
}

function isBlank(inline: Inline): boolean {
  return inline.kind === 'text' && inline.text.trim() === ''
}
