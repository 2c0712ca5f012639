// users.*, auth.test, team.info, bots.info and reactions.*: who is here, and small things they do.
import { SlackError } from '../api-error.ts'
import { text } from '../json.ts'
import type { JsonObject, Member, StoredMessage } from '../types.ts'
import { joinedChannel, type Method, type MethodContext, messageJson, page } from './method.ts'

/** The methods about people, the app itself and reactions. */
export const peopleMethods: Record<string, Method> = {
  'auth.test'(_args, { workspace, origin }) {
    const { team, app } = workspace.data
    return {
      url: `${origin}/`,
      team: team.name,
      user: app.name.toLowerCase(),
      team_id: team.id,
      user_id: app.botUserId,
      bot_id: app.botId,
      is_enterprise_install: false,
    }
  },
  'team.info': (_args, { workspace }) => ({ team: { ...workspace.data.team } }),
  'bots.info'(_args, { workspace }) {
    const { app } = workspace.data
    return { bot: { id: app.botId, name: app.name, app_id: app.id, user_id: app.botUserId, deleted: false } }
  },
  'users.list'(args, { workspace }) {
    const { items, next } = page(workspace.data.members, args, 200)
    return {
      members: items.map((item) => memberJson(item, workspace.data.team.id)),
      response_metadata: { next_cursor: next },
    }
  },
  'users.info'(args, { workspace }) {
    const member = workspace.member(text(args.user))
    if (!member) throw new SlackError('user_not_found')
    return { user: memberJson(member, workspace.data.team.id) }
  },
  'reactions.add'(args, context) {
    const { message, name, bot } = reactionOf(args, context)
    message.reactions ??= []
    const reactions = message.reactions
    const reaction = reactions.find((item) => item.name === name) ?? { name, users: [], count: 0 }
    if (reaction.users.includes(bot)) throw new SlackError('already_reacted')
    if (reaction.count === 0) reactions.push(reaction)
    reaction.users.push(bot)
    reaction.count = reaction.users.length
    context.workspace.changed({ kind: 'message', channel: message.channel, ts: message.ts })
    return {}
  },
  'reactions.remove'(args, context) {
    const { message, name, bot } = reactionOf(args, context)
    const reaction = message.reactions?.find((item) => item.name === name)
    if (!reaction?.users.includes(bot)) throw new SlackError('no_reaction')
    reaction.users = reaction.users.filter((user) => user !== bot)
    reaction.count = reaction.users.length
    message.reactions = message.reactions?.filter((item) => item.count > 0)
    context.workspace.changed({ kind: 'message', channel: message.channel, ts: message.ts })
    return {}
  },
  'reactions.get': (args, context) => ({
    type: 'message',
    message: messageJson(reactionOf(args, context).message),
  }),
}

function reactionOf(
  args: JsonObject,
  context: MethodContext,
): { message: StoredMessage; name: string; bot: string } {
  const channel = joinedChannel(context, text(args.channel))
  const message = context.workspace.message(channel.id, text(args.timestamp))
  if (!message) throw new SlackError('message_not_found')
  return { message, name: text(args.name), bot: context.workspace.data.app.botUserId }
}

/** A member as Slack gives them. */
export function memberJson(member: Member, teamId: string): JsonObject {
  return {
    id: member.id,
    team_id: member.teamId ?? teamId,
    name: member.name,
    real_name: member.realName,
    deleted: member.deleted ?? false,
    color: member.color.replace('#', ''),
    tz: member.tz,
    is_bot: member.isBot ?? false,
    is_admin: member.isAdmin ?? false,
    is_restricted: member.isGuest ?? false,
    is_ultra_restricted: false,
    is_stranger: false,
    profile: {
      title: member.title ?? '',
      real_name: member.realName,
      real_name_normalized: member.realName,
      display_name: member.displayName,
      display_name_normalized: member.displayName,
      team: member.teamId ?? teamId,
    },
  }
}
