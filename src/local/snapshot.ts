// What the page shows of the workspace, as one member sees it.

import type { SandboxClock } from './clock.ts'
import { storyOf } from './own/story.ts'
import { parseTs } from './slack/ids.ts'
import type { LocalSlack } from './slack/local-slack.ts'
import type { Channel, EphemeralMessage, Member, StoredMessage, StoredView } from './slack/types.ts'
import type { Stage } from './stage.ts'
import type { Turns } from './turns.ts'

/** The latest messages of a channel that the page is given. */
const MESSAGES_SHOWN = 200

/** A slash command and what it does, in a few words. */
export interface CommandHint {
  /** As one types it, e.g. `/sprint item KEY`. */
  usage: string
  hint: string
}

/** A conversation in the sidebar. */
export interface ChannelRow {
  id: string
  name: string
  topic: string
  isIm: boolean
  isPrivate: boolean
  isArchived: boolean
  members: string[]
  unread: number
}

/** All that the page draws from. */
export interface Snapshot {
  team: { id: string; name: string }
  app: { name: string; botUserId: string }
  me: Member
  members: Member[]
  channels: ChannelRow[]
  channel: ChannelRow
  /** Of the channel, without replies in threads; the oldest first. */
  messages: (StoredMessage | EphemeralMessage)[]
  thread: { root: StoredMessage; replies: (StoredMessage | EphemeralMessage)[] } | null
  /** The topmost modal. */
  modal: StoredView | null
  home: StoredView | null
  commands: CommandHint[]
  clock: { now: number; speed: number; next: { at: number; title: string } | null }
  /** Whether an app is there to be told. */
  appConnected: boolean
  stage: StageShown
}

/** What happens beside Slack. */
export interface StageShown {
  /** Another for each workspace that was begun: what was looked at before is gone. */
  story: string
  kind: 'invented' | 'own'
  isStarting: boolean
  /** Nobody said yet what to look at. */
  asks: boolean
  /** What happens by itself; empty: nothing. */
  doing: string
  /** What could not be done with a plan, and what to do. */
  said: string[]
  canBring: boolean
  hasOwn: boolean
}

/** What a snapshot is taken of. */
export interface Shown {
  slack: LocalSlack
  clock: SandboxClock
  commands: CommandHint[]
  stage: Stage
  turns: Turns
}

/** What of the workspace a page looks at. */
export interface Look {
  as: string
  channel: string
  thread: string
  /** Whether the app's Home tab hides its messages. */
  home: boolean
}

/** Draws a member's workspace up, and marks what is shown as read. An unknown member or channel becomes the first there is. */
export function takeSnapshot(
  { slack, clock, commands, stage, turns }: Shown,
  look: Look,
): Omit<Snapshot, 'clock'> & { clock: Omit<Snapshot['clock'], 'next'> } {
  const { data } = slack.workspace
  const people = data.members.filter((member) => !member.isBot && !member.deleted)
  const { me: first } = storyOf(data)
  const me =
    people.find((member) => member.id === look.as) ??
    people.find((member) => member.id === first) ??
    people[0]
  if (!me) throw new Error('The workspace has no members')
  const appChannel = slack.workspace.directMessage(me.id).id
  const mine = data.channels.filter((channel) =>
    channel.isIm ? channel.id === appChannel : channel.members.includes(me.id),
  )
  const shown = mine.find((channel) => channel.id === look.channel) ?? firstChannel(mine)
  if (!shown.isIm || !look.home) markRead(slack, me.id, shown.id)
  const root = look.thread ? slack.workspace.message(shown.id, look.thread) : undefined
  const visible = [
    ...slack.messages(shown.id),
    ...data.ephemerals.filter((message) => message.target === me.id && message.channel === shown.id),
  ].sort((a, b) => parseTs(a.ts) - parseTs(b.ts))
  const isReply = ({ ts, thread_ts: thread }: StoredMessage) => thread !== undefined && thread !== ts

  return {
    team: { id: data.team.id, name: data.team.name },
    app: { name: data.app.name, botUserId: data.app.botUserId },
    me,
    members: data.members,
    channels: mine.map((channel) => row(slack, channel, me.id)),
    channel: row(slack, shown, me.id),
    messages: visible
      .filter((message) => !isReply(message) || message.subtype === 'thread_broadcast')
      .slice(-MESSAGES_SHOWN),
    thread: root
      ? { root, replies: visible.filter((message) => isReply(message) && message.thread_ts === root.ts) }
      : null,
    // What a member does by themselves happens at their own screen.
    modal: turns.isActing(me.id) ? null : (slack.modals(me.id).at(-1) ?? null),
    home: slack.home(me.id) ?? null,
    commands,
    clock: { now: clock.now().getTime(), speed: clock.speed },
    appConnected: slack.connections() > 0,
    stage: stageShown(slack, stage),
  }
}

function stageShown({ workspace }: LocalSlack, stage: Stage): StageShown {
  const { id, kind, asks } = storyOf(workspace.data)
  const own = stage.own?.state()
  return {
    story: id,
    kind,
    isStarting: stage.isStarting,
    asks: asks && stage.own !== null,
    doing: own?.doing || stage.doing,
    said: own?.said ?? [],
    canBring: stage.own !== null,
    hasOwn: stage.hasOwn(),
  }
}

function firstChannel(channels: Channel[]): Channel {
  const first = channels.find((channel) => channel.name !== 'general' && !channel.isIm) ?? channels[0]
  if (!first) throw new Error('The workspace has no channels')
  return first
}

function row(slack: LocalSlack, channel: Channel, userId: string): ChannelRow {
  const { id, name, topic, isIm, isPrivate, isArchived, members } = channel
  const seen = slack.workspace.data.read[userId]?.[id] ?? ''
  const unread = slack
    .messages(id)
    .filter((message) => message.ts > seen && message.user !== userId)
    .filter((message) => !message.thread_ts || message.thread_ts === message.ts).length
  return {
    id,
    name: isIm ? slack.workspace.data.app.name : name,
    topic,
    isIm,
    isPrivate,
    isArchived,
    members,
    unread,
  }
}

function markRead(slack: LocalSlack, userId: string, channelId: string): void {
  const last = slack.messages(channelId).at(-1)?.ts
  const { data } = slack.workspace
  if (!last || data.read[userId]?.[channelId] === last) return
  data.read[userId] = { ...data.read[userId], [channelId]: last }
  slack.workspace.changed({ kind: 'read', user: userId })
}
