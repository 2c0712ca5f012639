// Putting messages into channels and threads, changing and removing them, and telling the app of it.
import { SlackError } from '../api-error.ts'
import { flag, text } from '../json.ts'
import type { EphemeralMessage, JsonObject, StoredMessage } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { type MethodContext, messageJson } from './method.ts'

/** What a message says, apart from who says it and where. */
export type MessageContent = Pick<StoredMessage, 'text' | 'blocks' | 'attachments' | 'metadata'>

/** The fields of a message that the app posts. */
export function botMessage(workspace: Workspace): Pick<StoredMessage, 'user' | 'bot_id' | 'app_id'> {
  const { app } = workspace.data
  return { user: app.botUserId, bot_id: app.botId, app_id: app.id }
}

/**
 * Puts a message into its channel, or into the thread of `args.thread_ts`, and sends the `message` event.
 * @throws SlackError `thread_not_found`
 */
export function addMessage(
  context: MethodContext,
  content: Omit<StoredMessage, 'type' | 'ts' | 'team'>,
  args: JsonObject = {},
): StoredMessage {
  const { workspace } = context
  const threadTs = text(args.thread_ts)
  const parent = threadTs ? workspace.message(content.channel, threadTs) : undefined
  if (threadTs && !parent) throw new SlackError('thread_not_found')
  const ts = workspace.nextTs()
  const message: StoredMessage = { type: 'message', ts, team: workspace.data.team.id, ...content }
  const root = parent?.thread_ts ?? parent?.ts
  if (root) message.thread_ts = root
  if (root && flag(args.reply_broadcast)) message.subtype = 'thread_broadcast'
  workspace.data.messages.push(message)
  if (root) countReplies(workspace, content.channel, root)
  workspace.changed({ kind: 'message', channel: content.channel, ts })
  context.event({ ...messageJson(message), ...inChannel(context, content.channel, ts), type: 'message' })
  return message
}

/** Gives a message another content, and sends `message_changed`. */
export function changeMessage(context: MethodContext, message: StoredMessage, content: MessageContent): void {
  const { workspace } = context
  const { channel } = message
  const previous = messageJson(message)
  const ts = workspace.nextTs()
  Object.assign(message, content, { edited: { user: message.user, ts } })
  if (!content.blocks) delete message.blocks
  workspace.changed({ kind: 'message', channel, ts: message.ts })
  context.event({
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    ...inChannel(context, channel, ts),
    message: messageJson(message),
    previous_message: previous,
  })
}

/** Takes a message out of its channel and sends `message_deleted`. */
export function removeMessage(context: MethodContext, message: StoredMessage): void {
  const { workspace } = context
  const { channel, ts } = message
  workspace.data.messages.splice(workspace.data.messages.indexOf(message), 1)
  if (message.thread_ts && message.thread_ts !== ts) countReplies(workspace, channel, message.thread_ts)
  workspace.changed({ kind: 'message', channel, ts })
  context.event({
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: ts,
    ...inChannel(context, channel, workspace.nextTs()),
    previous_message: messageJson(message),
  })
}

/** Shows a message to one person. */
export function addEphemeral(
  workspace: Workspace,
  channel: string,
  target: string,
  content: Pick<StoredMessage, 'text' | 'blocks' | 'attachments'>,
  threadTs = '',
): EphemeralMessage {
  const message: EphemeralMessage = {
    type: 'message',
    is_ephemeral: true,
    channel,
    target,
    ts: workspace.nextTs(),
    team: workspace.data.team.id,
    ...botMessage(workspace),
    ...content,
    ...(threadTs ? { thread_ts: threadTs } : {}),
  }
  workspace.data.ephemerals.push(message)
  workspace.changed({ kind: 'ephemeral', channel, ts: message.ts, user: target })
  return message
}

function inChannel({ workspace }: MethodContext, channel: string, eventTs: string): JsonObject {
  const isIm = workspace.channel(channel)?.isIm
  const kind = isIm ? 'im' : workspace.channel(channel)?.isPrivate ? 'group' : 'channel'
  return { channel, channel_type: kind, ts: eventTs, event_ts: eventTs }
}

function countReplies(workspace: Workspace, channel: string, rootTs: string): void {
  const root = workspace.message(channel, rootTs)
  if (!root) return
  const replies = workspace.data.messages.filter(
    (item) => item.channel === channel && item.thread_ts === rootTs && item.ts !== rootTs,
  )
  const users = [...new Set(replies.map((item) => item.user))]
  root.thread_ts = rootTs
  root.reply_count = replies.length
  root.reply_users = users
  root.reply_users_count = users.length
  root.latest_reply = replies.at(-1)?.ts
  workspace.changed({ kind: 'message', channel, ts: rootTs })
}
