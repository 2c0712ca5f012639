// What the page knows and asks for: the snapshot, what is looked at, acting as the member, and staying up to date.
import type { PageAction, PageAnswer } from '../page-actions.ts'
import type { Member } from '../slack/types.ts'
import type { Snapshot } from '../snapshot.ts'

/** What of the workspace is on the page. */
interface Look {
  as: string
  channel: string
  thread: string
  /** Of the app's conversation: its Home tab or the messages. */
  tab: 'home' | 'messages'
  /** The workspace's story: another one has other people and channels. */
  story: string
}

const LOOK_KEY = 'look'
const look: Look = {
  as: '',
  channel: '',
  thread: '',
  tab: 'messages',
  story: '',
  ...savedLook(),
  ...askedLook(),
}
let current: Snapshot | null = null
let receivedAt = 0
let underWay: Promise<void> | null = null
let again = false
let draw: () => void = () => undefined

/** Starts: the page is drawn whenever something changed. */
export async function start(drawPage: () => void): Promise<void> {
  draw = drawPage
  const changes = new EventSource('/changes')
  changes.addEventListener('change', () => void refresh())
  changes.addEventListener('open', () => void refresh())
  await refresh()
}

/** The workspace as last received. */
export function snapshot(): Snapshot {
  if (!current) throw new Error('nothing was received yet')
  return current
}

/** What is looked at. */
export function looking(): Readonly<Look> {
  return look
}

/** Looks at something else. */
export async function lookAt(next: Partial<Look>): Promise<void> {
  Object.assign(look, next)
  localStorage.setItem(LOOK_KEY, JSON.stringify(look))
  await refresh()
}

/** The workspace's time at this moment, in milliseconds since the epoch. */
export function workspaceNow(): number {
  const { now, speed } = snapshot().clock
  return now + (performance.now() - receivedAt) * speed
}

/** Does something as the member; what went wrong comes back in words. */
export async function act(action: PageAction): Promise<PageAnswer> {
  try {
    const response = await fetch(`/act?as=${encodeURIComponent(snapshot().me.id)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(action),
    })
    return (await response.json()) as PageAnswer
  } catch {
    return { ok: false, error: 'The local workspace does not answer. Is it still running?' }
  }
}

/** A member by id, the app included. */
export function memberOf(id: string): Member | undefined {
  return current?.members.find((member) => member.id === id)
}

/** Asks for the workspace, one question at a time: changes meanwhile are one more question afterwards. */
async function refresh(): Promise<void> {
  if (underWay) {
    again = true
    return underWay
  }
  underWay = (async () => {
    do {
      again = false
      await receive()
    } while (again)
  })()
  await underWay.finally(() => {
    underWay = null
  })
}

async function receive(): Promise<void> {
  const asked = JSON.stringify(look)
  const query = new URLSearchParams({
    as: look.as,
    channel: look.channel,
    thread: look.thread,
    tab: look.tab,
  })
  const response = await fetch(`/snapshot?${query}`).catch(() => null)
  if (!response?.ok) return
  const received = (await response.json()) as Snapshot
  if (asked !== JSON.stringify(look)) return
  const { story } = received.stage
  if (look.story !== story) {
    const isFirst = look.story === ''
    look.story = story
    if (!isFirst) {
      Object.assign(look, { as: '', channel: '', thread: '', tab: 'messages' })
      again = true
      return
    }
  }
  current = received
  receivedAt = performance.now()
  look.as = current.me.id
  look.channel = current.channel.id
  draw()
}

/** What a link that was opened in a window of its own asks for: `?channel=ID`. */
function askedLook(): Partial<Look> {
  const channel = new URLSearchParams(location.search).get('channel')
  return channel ? { channel, thread: '', tab: 'messages' } : {}
}

function savedLook(): Partial<Look> {
  try {
    return JSON.parse(localStorage.getItem(LOOK_KEY) ?? '{}') as Partial<Look>
  } catch {
    return {}
  }
}
