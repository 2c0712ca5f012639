// rich_text blocks: sections, lists, quotes and preformatted text.
import { type Child, h } from './dom.ts'
import { channelMention, dateText, emoji, link, userMention } from './text.ts'

/** An element of rich text, of any kind. */
export interface RichElement {
  type: string
  elements?: RichElement[]
  style?: string | { bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean; underline?: boolean }
  text?: string
  url?: string
  user_id?: string
  channel_id?: string
  name?: string
  unicode?: string
  range?: string
  value?: string
  timestamp?: number
  format?: string
  indent?: number
  offset?: number
}

/** A rich_text block's content. */
export function richText(elements: RichElement[]): HTMLElement {
  return h('div', { class: 'mrkdwn' }, elements.map(container))
}

function container(element: RichElement): HTMLElement {
  const inside = element.elements ?? []
  if (element.type === 'rich_text_list') {
    const tag = element.style === 'ordered' ? 'ol' : 'ul'
    const items = inside.map((item) => h('li', {}, (item.elements ?? []).map(inline)))
    const list = h(tag, { class: `indent-${element.indent ?? 0}` }, items)
    if (element.offset && list instanceof HTMLOListElement) list.start = element.offset + 1
    return list
  }
  if (element.type === 'rich_text_quote') return h('blockquote', {}, inside.map(inline))
  if (element.type === 'rich_text_preformatted') return h('pre', {}, inside.map(inline))
  return h('div', { class: 'rich-section' }, inside.map(inline))
}

function inline(element: RichElement): Child {
  return styled(content(element), element.style)
}

function content(element: RichElement): Child | Child[] {
  switch (element.type) {
    case 'link':
      return link(element.url ?? '', element.text || element.url || '')
    case 'user':
      return userMention(element.user_id ?? '')
    case 'channel':
      return channelMention(element.channel_id ?? '')
    case 'emoji':
      return emoji(element.name ?? '')
    case 'broadcast':
      return h('span', { class: 'mention mention-me' }, `@${element.range}`)
    case 'date':
      return dateText(element.timestamp ?? 0, element.format ?? '{date}', element.url)
    case 'color':
      return element.value ?? ''
    default:
      return lines(element.text ?? '')
  }
}

function lines(text: string): Child[] {
  return text.split('\n').flatMap((line, index): Child[] => [index > 0 && h('br'), line])
}

function styled(child: Child | Child[], style: RichElement['style']): Child {
  if (!style || typeof style === 'string') return Array.isArray(child) ? h('span', {}, child) : child
  const tags = [
    style.code && 'code',
    style.bold && 'strong',
    style.italic && 'em',
    style.strike && 's',
    style.underline && 'u',
  ]
  let result: Child | Child[] = child
  for (const tag of tags) if (tag) result = h(tag as 'code', {}, result)
  return Array.isArray(result) ? h('span', {}, result) : result
}
