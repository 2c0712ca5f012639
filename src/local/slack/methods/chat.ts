// chat.*: posting, editing and deleting messages.
import { SlackError } from '../api-error.ts'
import { blockTextLength, MESSAGE_BLOCK_TEXT, messageBlockProblems } from '../block-limits.ts'
import { withIds } from '../elements.ts'
import { newSecret } from '../ids.ts'
import { isObject, objects, text } from '../json.ts'
import type { JsonObject, StoredMessage } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import {
  addEphemeral,
  addMessage,
  botMessage,
  changeMessage,
  type MessageContent,
  removeMessage,
} from './message-store.ts'
import { joinedChannel, type Method, messageJson, visibleChannel } from './method.ts'

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
export function messageContent(args: JsonObject): MessageContent {
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

function ownMessage(workspace: Workspace, channel: string, ts: string, refusal: string): StoredMessage {
  const message = workspace.message(channel, ts)
  if (!message) throw new SlackError('message_not_found')
  if (message.user !== workspace.data.app.botUserId) throw new SlackError(refusal)
  return message
}
