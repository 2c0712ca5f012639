// Messages as Slack lists them: grouped by author, parted by days, with their threads, files and marks.
import type { EphemeralMessage, JsonObject, StoredMessage } from '../slack/types.ts'
import { avatar } from './avatar.ts'
import { type Block, blockList } from './blocks.ts'
import { ago, dayDivider, dayOf, instantOfTs, inZone, timeOfDay } from './dates.ts'
import { type Child, h } from './dom.ts'
import { ownMessageTools } from './edit-message.ts'
import { icon } from './icons.ts'
import { nameOf } from './select.ts'
import { act, lookAt, snapshot, workspaceNow } from './store.ts'
import { messagePlace } from './surface.ts'
import { emoji, mrkdwn } from './text.ts'

/** Messages of one author within this time stand under one name. */
const GROUP_MS = 5 * 60_000

type Shown = StoredMessage | EphemeralMessage

const drawn = new Map<string, { key: string; element: HTMLElement }>()

/** Puts messages into a list. Those that did not change keep their elements, so that nothing in use is lost. */
export function fillMessages(list: HTMLElement, messages: Shown[], inThread: boolean): void {
  const { me } = snapshot()
  const nodes = messages.flatMap((message, index): Node[] => {
    const previous = messages[index - 1]
    const at = instantOfTs(message.ts)
    const newDay = !previous || dayOf(instantOfTs(previous.ts), me.tz) !== dayOf(at, me.tz)
    const divider = newDay && !inThread && dayLine(at)
    const element = cached(list.id, message, !newDay && continues(previous, message), inThread)
    return divider ? [divider, element] : [element]
  })
  const same =
    nodes.length === list.childNodes.length && nodes.every((node, index) => node === list.childNodes[index])
  if (!same) list.replaceChildren(...nodes)
}

function cached(listId: string, message: Shown, grouped: boolean, inThread: boolean): HTMLElement {
  const { me, members } = snapshot()
  const place = `${listId}/${message.channel}/${message.ts}`
  const replyAge = message.latest_reply ? ago(instantOfTs(message.latest_reply), workspaceNow()) : ''
  const relative = JSON.stringify(message).includes('!date^') ? dayOf(workspaceNow(), me.tz) : ''
  const key = JSON.stringify([message, grouped, me.id, members.length, replyAge, relative])
  const known = drawn.get(place)
  if (known?.key === key) return known.element
  const element = messageElement(message, grouped, inThread)
  drawn.set(place, { key, element })
  return element
}

function messageElement(message: Shown, grouped: boolean, inThread: boolean): HTMLElement {
  const { me } = snapshot()
  const at = instantOfTs(message.ts)
  const ephemeral = 'is_ephemeral' in message
  const time = timeOfDay(at, me.tz)
  const full = inZone(at, me.tz, { dateStyle: 'full', timeStyle: 'short' })
  const stamp = h('time', { class: 'stamp', datetime: new Date(at).toISOString(), title: full }, time)
  const side = grouped
    ? h('span', { class: 'side-stamp', 'aria-hidden': 'true' }, time.replace(/ [AP]M/, ''))
    : avatar(message.user)
  const heading = headingOf(message, stamp)
  const reply = () => void lookAt({ thread: message.thread_ts ?? message.ts })
  const tools = [!inThread && replyButton(reply), ...(message.user === me.id ? ownMessageTools(message) : [])]
  const toolbar = !ephemeral && tools.some(Boolean) && h('div', { class: 'message-tools' }, tools)
  return h(
    'article',
    {
      class: ['message', grouped && 'grouped', ephemeral && 'ephemeral'].filter(Boolean).join(' '),
      id: inThread ? null : `message-${message.channel}-${message.ts}`,
      'data-ts': message.ts,
      'aria-label': `${nameOf(message.user)}, ${time}`,
    },
    ephemeral && h('div', { class: 'only-you' }, icon('eye', 14), 'Only visible to you'),
    h(
      'div',
      { class: 'message-row' },
      h('div', { class: 'message-side' }, side),
      h(
        'div',
        { class: 'message-main' },
        grouped ? h('div', { class: 'visually-hidden' }, heading) : heading,
        content(message),
        (message.files ?? []).map(fileElement),
        reactions(message),
        !inThread && threadLine(message, reply),
        ephemeral && dismissButton(message),
      ),
    ),
    toolbar,
  )
}

const headingOf = (message: Shown, stamp: HTMLElement): HTMLElement =>
  h(
    'div',
    { class: 'message-head' },
    h('span', { class: 'author' }, nameOf(message.user)),
    message.bot_id && h('span', { class: 'app-badge' }, 'APP'),
    stamp,
    message.edited && message.blocks && h('span', { class: 'edited' }, '(edited)'),
  )

const replyButton = (reply: () => void): HTMLElement =>
  h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      title: 'Reply in thread',
      'aria-label': 'Reply in thread',
      onclick: reply,
    },
    icon('thread', 17),
  )

const dismissButton = ({ ts }: Shown): HTMLElement =>
  h(
    'button',
    { type: 'button', class: 'dismiss', onclick: () => void act({ kind: 'dismiss', ts }) },
    'Dismiss message',
  )

function content(message: Shown): HTMLElement {
  if (message.blocks?.length) {
    return blockList(message.blocks as unknown as Block[], messagePlace(message.channel, message.ts))
  }
  const text = mrkdwn(message.text)
  if (message.edited) (text.lastElementChild ?? text).append(' ', h('span', { class: 'edited' }, '(edited)'))
  return text
}

function fileElement(file: JsonObject): HTMLElement {
  const { id, name, title, mimetype, alt_txt: alt } = file
  const address = `/files/${id}`
  if (String(mimetype).startsWith('image/')) {
    return h(
      'figure',
      { class: 'file-image' },
      h('figcaption', {}, String(title ?? name)),
      h('img', { src: address, alt: String(alt ?? title ?? name) }),
    )
  }
  return h(
    'a',
    { class: 'file-card', href: address, download: String(name) },
    icon('file', 22),
    h(
      'span',
      {},
      h('strong', {}, String(title ?? name)),
      h('span', { class: 'file-kind' }, String(mimetype)),
    ),
  )
}

function reactions(message: Shown): Child {
  if (!message.reactions?.length) return null
  const { me } = snapshot()
  return h(
    'div',
    { class: 'reactions' },
    message.reactions.map(({ name, users, count }) =>
      h(
        'span',
        { class: users.includes(me.id) ? 'reaction mine' : 'reaction', title: users.map(nameOf).join(', ') },
        emoji(name),
        h('span', {}, String(count)),
      ),
    ),
  )
}

function threadLine(message: Shown, open: () => void): Child {
  if (!message.reply_count || (message.thread_ts && message.thread_ts !== message.ts)) return null
  const count = `${message.reply_count} ${message.reply_count === 1 ? 'reply' : 'replies'}`
  const last = message.latest_reply
    ? `Last reply ${ago(instantOfTs(message.latest_reply), workspaceNow())}`
    : ''
  return h(
    'button',
    { type: 'button', class: 'thread-line', onclick: open },
    (message.reply_users ?? []).slice(0, 5).map((user) => avatar(user, 24)),
    h('span', { class: 'thread-count' }, count),
    h('span', { class: 'thread-last' }, last),
    h('span', { class: 'thread-view' }, 'View thread'),
  )
}

function dayLine(at: number): HTMLElement {
  const { me } = snapshot()
  return h('div', { class: 'day', role: 'separator' }, h('span', {}, dayDivider(at, workspaceNow(), me.tz)))
}

function continues(previous: Shown | undefined, message: Shown): boolean {
  if (!previous || previous.user !== message.user) return false
  if ('is_ephemeral' in previous || 'is_ephemeral' in message || previous.reply_count) return false
  return instantOfTs(message.ts) - instantOfTs(previous.ts) < GROUP_MS
}
