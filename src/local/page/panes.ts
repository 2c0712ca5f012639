// The middle and the right: a channel with its messages, the app's Home tab, a thread.
import { avatar } from './avatar.ts'
import { type Block, blockList, type PlaceOf } from './blocks.ts'
import { composer } from './composer.ts'
import { byId, type Child, h, refill } from './dom.ts'
import { icon } from './icons.ts'
import { fillMessages } from './messages.ts'
import { act, lookAt, looking, snapshot } from './store.ts'
import { click, initialOf, stateValue } from './surface.ts'
import { plainText } from './text.ts'

const NEAR_END = 120

/** Draws the middle. */
export function drawMain(): void {
  const { channel, app, me } = snapshot()
  const home = channel.isIm && looking().tab === 'home'
  const main = byId('main')
  refill(main, JSON.stringify([channel.id, home, me.id, channel.members, channel.topic]), () => [
    h('header', { class: 'pane-head' }, channel.isIm ? appHead(app.botUserId) : channelHead()),
    channel.isIm && tabs(home),
    home
      ? h('div', { class: 'home', id: 'home' })
      : h('div', {
          class: 'messages',
          id: 'messages',
          role: 'log',
          'aria-label': `Messages in ${channel.name}`,
          tabindex: 0,
        }),
    !home && composer({ channel: channel.id, name: channel.isIm ? channel.name : `#${channel.name}` }),
  ])
  if (home) drawHome()
  else fillList('messages', snapshot().messages, false)
}

/** Draws the thread pane, or hides it. */
export function drawThread(): void {
  const { thread, channel } = snapshot()
  const pane = byId('thread')
  pane.hidden = !thread
  document.body.classList.toggle('with-thread', thread !== null)
  if (!thread) return
  refill(pane, JSON.stringify([thread.root.ts, channel.id, snapshot().me.id]), () => [
    h(
      'header',
      { class: 'pane-head' },
      h(
        'div',
        {},
        h('h2', {}, 'Thread'),
        h('span', { class: 'pane-topic' }, channel.isIm ? channel.name : `#${channel.name}`),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': 'Close thread',
          onclick: () => void lookAt({ thread: '' }),
        },
        icon('close', 20),
      ),
    ),
    h('div', { class: 'messages', id: 'thread-messages', role: 'log', 'aria-label': 'Thread', tabindex: 0 }),
    composer({ channel: channel.id, name: channel.name, thread: thread.root.ts }),
  ])
  fillList('thread-messages', [thread.root, ...thread.replies], true)
}

function fillList(id: string, messages: Parameters<typeof fillMessages>[1], inThread: boolean): void {
  const list = byId(id)
  const fresh = list.childNodes.length === 0
  const nearEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END
  fillMessages(list, messages, inThread)
  if (messages.length === 0) list.replaceChildren(h('p', { class: 'empty' }, 'Nothing here yet.'))
  if (!fresh && !nearEnd) return
  const toEnd = () => {
    list.scrollTop = list.scrollHeight
  }
  toEnd()
  for (const image of list.querySelectorAll('img')) {
    if (!image.complete) image.addEventListener('load', toEnd, { once: true })
  }
}

function channelHead(): Child[] {
  const { channel } = snapshot()
  const people = channel.members.filter((id) => id !== snapshot().app.botUserId)
  return [
    h(
      'div',
      {},
      h('h1', {}, icon(channel.isPrivate ? 'lock' : 'hash', 18), channel.name),
      h('span', { class: 'pane-topic' }, channel.topic),
    ),
    h(
      'div',
      { class: 'faces', 'aria-label': `${channel.members.length} members` },
      people.slice(0, 4).map((id) => avatar(id, 24)),
      h('span', {}, String(channel.members.length)),
    ),
  ]
}

function appHead(botUserId: string): Child {
  return h(
    'div',
    { class: 'app-head' },
    avatar(botUserId, 24),
    h('h1', {}, snapshot().app.name),
    h('span', { class: 'app-badge' }, 'APP'),
  )
}

function tabs(home: boolean): HTMLElement {
  const tab = (label: string, value: 'home' | 'messages', current: boolean) =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        class: 'tab',
        'aria-selected': String(current),
        onclick() {
          void lookAt({ tab: value, thread: '' })
          if (value === 'home') void act({ kind: 'open-home' })
        },
      },
      label,
    )
  return h(
    'div',
    { class: 'tabs', role: 'tablist' },
    tab('Home', 'home', home),
    tab('Messages', 'messages', !home),
  )
}

function drawHome(): void {
  const { home, channel } = snapshot()
  const place: PlaceOf = (block, element, label) => ({
    label,
    initial: home?.values[block.block_id]?.[element.action_id]
      ? stateValue(home.values[block.block_id]?.[element.action_id])
      : initialOf(element),
    changed: () => undefined,
    act: async (value) => {
      if (home) await click({ channel: channel.id, target: home.id, block, element }, value)
    },
  })
  refill(byId('home'), home ? `${home.id}${home.hash}` : '', () => [
    home
      ? blockList(home.blocks as unknown as Block[], place)
      : h('p', { class: 'empty' }, plainText('The app has not published a Home tab yet.')),
  ])
}
