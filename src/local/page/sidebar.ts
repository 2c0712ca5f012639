// The left side: the workspace, whom one acts as, the channels and the app.
import type { ChannelRow } from '../snapshot.ts'
import { avatar } from './avatar.ts'
import { timeOfDay } from './dates.ts'
import { byId, type Child, h, refill } from './dom.ts'
import { icon } from './icons.ts'
import { openMenu } from './menu.ts'
import { openStart } from './start-dialog.ts'
import { act, lookAt, looking, snapshot, workspaceNow } from './store.ts'

/** Draws the sidebar. */
export function drawSidebar(): void {
  const { channels, channel, me, team, app, members, appConnected, stage } = snapshot()
  const key = JSON.stringify([channels, channel.id, me, looking().tab, members.length, appConnected, stage])
  refill(byId('sidebar'), key, () => [
    h(
      'div',
      { class: 'workspace-name' },
      h('span', {}, team.name),
      h('span', { class: 'local-badge' }, 'local'),
    ),
    memberSwitch(),
    h('div', { class: 'sidebar-scroll' }, [
      h('h2', {}, 'Channels'),
      h('ul', {}, channels.filter((item) => !item.isIm).map(channelItem)),
      h('h2', {}, 'Apps'),
      h(
        'ul',
        {},
        channels.filter((item) => item.isIm).map((item) => appItem(item, app.botUserId)),
      ),
    ]),
    note(),
    stage.canBring &&
      h(
        'button',
        { type: 'button', class: 'own-plan', onclick: openStart },
        stage.kind === 'own' ? 'Another plan, or the invented teams' : 'Drop your plan here',
      ),
  ])
}

/** What happens by itself, or why nothing does. */
function note(): Child {
  const { stage, appConnected } = snapshot()
  const text = stage.isStarting
    ? 'Starting: some seconds …'
    : stage.doing || (appConnected ? '' : 'The app is not connected.')
  return text !== '' && h('div', { class: 'no-app', role: 'status' }, text)
}

function memberSwitch(): HTMLElement {
  const { me } = snapshot()
  const control = h(
    'button',
    {
      type: 'button',
      class: 'member-switch',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      onclick: () => openMembers(control),
    },
    avatar(me.id, 32),
    h('span', { class: 'member-name' }, h('span', { class: 'act-as' }, 'Acting as'), me.realName),
    icon('chevron', 16),
  )
  return control
}

function openMembers(anchor: HTMLElement): void {
  const { me, members, app } = snapshot()
  const options = members
    .filter((member) => member.id !== app.botUserId && !member.deleted)
    .map((member) => ({
      value: member.id,
      label: member.realName,
      description: member.title,
      face: () => avatar(member.id, 24),
      group: `${member.tz.split('/').at(-1)?.replaceAll('_', ' ')} · ${timeOfDay(workspaceNow(), member.tz)}`,
    }))
  const pick = ({ value }: { value: string }) => void lookAt({ as: value, thread: '' })
  openMenu({ anchor, options, selected: [me.id], filter: true, label: 'Act as', pick })
}

function channelItem(item: ChannelRow): Child {
  return sidebarItem(
    item,
    icon(item.isPrivate ? 'lock' : 'hash', 16),
    () => void lookAt({ channel: item.id, thread: '' }),
  )
}

function appItem(item: ChannelRow, botUserId: string): Child {
  return sidebarItem(item, avatar(botUserId, 20), () => {
    void lookAt({ channel: item.id, thread: '' })
    if (looking().tab === 'home') void act({ kind: 'open-home' })
  })
}

function sidebarItem(item: ChannelRow, face: Node, open: () => void): Child {
  const current = snapshot().channel.id === item.id
  const unread = item.unread > 0
  return h(
    'li',
    {},
    h(
      'a',
      {
        href: `?channel=${item.id}`,
        class: ['sidebar-item', current && 'current', unread && 'unread'].filter(Boolean).join(' '),
        'aria-current': current ? 'page' : null,
        onclick(event: Event) {
          event.preventDefault()
          document.body.classList.remove('sidebar-open')
          open()
        },
      },
      face,
      h('span', { class: 'sidebar-label' }, item.name),
      unread && h('span', { class: 'badge', 'aria-label': `${item.unread} unread` }, String(item.unread)),
    ),
  )
}
