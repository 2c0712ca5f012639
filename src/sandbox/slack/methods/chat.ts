// chat.*: posting, editing and deleting messages.
import { SlackError } from '../api-error.ts'
import { blockTextLength, MESSAGE_BLOCK_TEXT, messageBlockProblems } from '../block-limits.ts'
import { withIds } from '../elements.ts'
import { newSecret } from '../ids.ts'
import { flag, isObject, objects, text } from '../json.ts'
import type { EphemeralMessage, JsonObject, StoredMessage } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { joinedChannel, type Method, type MethodContext, messageJson, visibleChannel } from './method.ts'

const TEXT_LIMIT = 40_000

/** The methods under `chat.`. */
export const chatMethods: Record<string, Method> = {
  'chat.postMessage'(args, context) {
    const channel = joinedChannel(context, text(args.channel))
    if (channel.isArchived) throw new SlackError('is_archived')
    const message = addMessage(
      context,
      { ...botMessage(context.workspace), ...messageContent(args), channel: channel.id },
      args,
    )
    return { channel: channel.id, ts: message.ts, message: messageJson(message) }
  },
  'chat.postEphemeral'(args, context) {
    const { workspace } = context
    const channel = joinedChannel(context, text(args.channel))
    if (channel.isArchived) throw new SlackError('is_archived')
    const target = text(args.user)
    if (!channel.members.includes(target)) throw new SlackError('user_not_in_channel')
    const ts = addEphemeral(workspace, channel.id, target, messageContent(args), text(args.thread_ts)).ts
    return { message_ts: ts }
  },
  'chat.update'(args, context) {
    const channel = joinedChannel(context, text(args.channel))
    const message = ownMessage(context.workspace, channel.id, text(args.ts), 'cant_update_message')
    const content = messageContent({ ...args, text: args.text ?? message.text })
    if (args.blocks === undefined && args.text === undefined) content.blocks = message.blocks
    changeMessage(context, message, content)
    return { channel: channel.id, ts: message.ts, text: message.text, message: messageJson(message) }
  },
  'chat.delete'(args, context) {
    const { workspace } = context
    const channel = joinedChannel(context, text(args.channel))
    const message = ownMessage(workspace, channel.id, text(args.ts), 'cant_delete_message')
    removeMessage(context, message)
    return { channel: channel.id, ts: message.ts }
  },
  'chat.getPermalink'(args, context) {
    const channel = visibleChannel(context, text(args.channel))
    const message = context.workspace.message(channel.id, text(args.message_ts))
    if (!message) throw new SlackError('message_not_found')
    const thread = message.thread_ts && message.thread_ts !== message.ts
    const query = thread ? `?thread_ts=${message.thread_ts}&cid=${channel.id}` : ''
    const permalink = `${context.origin}/archives/${channel.id}/p${message.ts.replace('.', '')}${query}`
    return { channel: channel.id, permalink }
  },
}

/**
 * The text, blocks, attachments and metadata of a message's arguments, checked as Slack checks them. Blocks without a
 * top-level text are refused (`no_text`), where Slack only warns: notifications and screen readers have nothing else.
 * @throws SlackError `no_text`, `msg_too_long`, `invalid_blocks`, `msg_blocks_too_long`, `invalid_metadata_format`
 */
export function messageContent(
  args: JsonObject,
): Pick<StoredMessage, 'text' | 'blocks' | 'attachments' | 'metadata'> {
  const content = text(args.text)
  if (content.trim() === '') throw new SlackError('no_text')
  if (content.length > TEXT_LIMIT) throw new SlackError('msg_too_long')
  const problems = args.blocks === undefined ? [] : messageBlockProblems(args.blocks)
  if (problems.length > 0) throw new SlackError('invalid_blocks', problems, { errors: problems })
  if (blockTextLength(args.blocks) > MESSAGE_BLOCK_TEXT) throw new SlackError('msg_blocks_too_long')
  const { metadata } = args
  if (
    metadata !== undefined &&
    !(isObject(metadata) && text(metadata.event_type) && isObject(metadata.event_payload))
  ) {
    throw new SlackError('invalid_metadata_format')
  }
  const blocks = withIds(objects(args.blocks), () => newSecret(3))
  return {
    text: content,
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(args.attachments === undefined ? {} : { attachments: objects(args.attachments) }),
    ...(isObject(metadata) ? { metadata } : {}),
  }
}

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
  context.event({ ...messageJson(message), ...inChannel(context, content.channel, ts) })
  return message
}

/** Gives a message another content, and sends `message_changed`. */
export function changeMessage(
  context: MethodContext,
  message: StoredMessage,
  content: ReturnType<typeof messageContent>,
): void {
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

function ownMessage(workspace: Workspace, channel: string, ts: string, refusal: string): StoredMessage {
  const message = workspace.message(channel, ts)
  if (!message) throw new SlackError('message_not_found')
  if (message.user !== workspace.data.app.botUserId) throw new SlackError(refusal)
  return message
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
