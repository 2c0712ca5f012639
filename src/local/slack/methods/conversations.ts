// conversations.*: channels, their members and their messages.
import { SlackError } from '../api-error.ts'
import { parseTs } from '../ids.ts'
import { flag, text } from '../json.ts'
import type { Channel, JsonObject, StoredMessage } from '../types.ts'
import {
  joinedChannel,
  type Method,
  type MethodContext,
  messageJson,
  page,
  visibleChannel,
} from './method.ts'

/** The methods under `conversations.`. */
export const conversationMethods: Record<string, Method> = {
  'conversations.list'(args, context) {
    const kinds = (text(args.types) || 'public_channel').split(',').map((kind) => kind.trim())
    const { botUserId } = context.workspace.data.app
    const known = context.workspace.data.channels
      .filter((channel) => !channel.isPrivate || channel.members.includes(botUserId))
      .filter(
        (channel) => kinds.includes(kindOf(channel)) && !(flag(args.exclude_archived) && channel.isArchived),
      )
    const { items, next } = page(known, args)
    return {
      channels: items.map((item) => channelJson(item, context)),
      response_metadata: { next_cursor: next },
    }
  },
  'conversations.info': (args, context) => ({
    channel: channelJson(visibleChannel(context, text(args.channel)), context),
  }),
  'conversations.members'(args, context) {
    const { items, next } = page(visibleChannel(context, text(args.channel)).members, args)
    return { members: items, response_metadata: { next_cursor: next } }
  },
  'conversations.open'(args, context) {
    const users = text(args.users).split(',').filter(Boolean)
    if (args.channel) return { channel: { id: joinedChannel(context, text(args.channel)).id } }
    if (users.length === 0) throw new SlackError('users_list_not_supplied')
    if (users.length > 1) throw new SlackError('method_not_supported_for_channel_type')
    const member = context.workspace.member(users[0] ?? '')
    if (!member || member.deleted) throw new SlackError('user_not_found')
    return { channel: { id: context.workspace.directMessage(member.id).id } }
  },
  'conversations.join'(args, context) {
    const channel = visibleChannel(context, text(args.channel))
    const { botUserId } = context.workspace.data.app
    if (channel.isArchived) throw new SlackError('is_archived')
    if (!channel.members.includes(botUserId)) channel.members.push(botUserId)
    context.workspace.changed({ kind: 'channels' })
    return { channel: channelJson(channel, context) }
  },
  'conversations.history'(args, context) {
    const channel = joinedChannel(context, text(args.channel))
    const found = context.workspace.data.messages
      .filter((item) => item.channel === channel.id)
      .filter((item) => !item.thread_ts || item.thread_ts === item.ts || item.subtype === 'thread_broadcast')
      .filter(between(args))
      .reverse()
    return messagePage(found, args)
  },
  'conversations.replies'(args, context) {
    const channel = joinedChannel(context, text(args.channel))
    const asked = context.workspace.message(channel.id, text(args.ts))
    if (!asked) throw new SlackError('thread_not_found')
    const root = asked.thread_ts ?? asked.ts
    const inRange = between(args)
    const found = context.workspace.data.messages.filter(
      (item) =>
        item.channel === channel.id && (item.ts === root || (item.thread_ts === root && inRange(item))),
    )
    return messagePage(found, args, 1000)
  },
}

function messagePage(messages: StoredMessage[], args: JsonObject, usual = 100): JsonObject {
  const { items, next } = page(messages, args, usual)
  const withMetadata = flag(args.include_all_metadata)
  return {
    messages: items.map((item) => messageJson(item, withMetadata)),
    has_more: next !== '',
    ...(next ? { response_metadata: { next_cursor: next } } : {}),
  }
}

function between(args: JsonObject): (message: StoredMessage) => boolean {
  const oldest = args.oldest === undefined ? 0 : parseTs(String(args.oldest))
  const latest = args.latest === undefined || args.latest === 'now' ? Infinity : parseTs(String(args.latest))
  if (Number.isNaN(oldest)) throw new SlackError('invalid_ts_oldest')
  if (Number.isNaN(latest)) throw new SlackError('invalid_ts_latest')
  const inclusive = flag(args.inclusive)
  return (message) => {
    const ts = parseTs(message.ts)
    return (ts > oldest && ts < latest) || (inclusive && (ts === oldest || ts === latest))
  }
}

function kindOf(channel: Channel): string {
  if (channel.isIm) return 'im'
  return channel.isPrivate ? 'private_channel' : 'public_channel'
}

function channelJson(channel: Channel, { workspace }: MethodContext): JsonObject {
  const { botUserId } = workspace.data.app
  const about = {
    id: channel.id,
    created: channel.created,
    is_archived: channel.isArchived,
    is_im: channel.isIm,
  }
  if (channel.isIm)
    return { ...about, user: channel.members.find((id) => id !== botUserId) ?? '', is_open: true }
  return {
    ...about,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: !channel.isPrivate,
    is_group: channel.isPrivate,
    is_mpim: false,
    is_private: channel.isPrivate,
    is_general: channel.name === 'general',
    is_member: channel.members.includes(botUserId),
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    num_members: channel.members.length,
  }
}
