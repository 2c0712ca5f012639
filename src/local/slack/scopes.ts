// The OAuth scopes that Web API methods and events ask for, so that tests can hold a manifest against what an app really uses.
import { text } from './json.ts'
import type { JsonObject } from './types.ts'
import type { Workspace } from './workspace.ts'

const SCOPES: Record<string, string> = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'chat.delete': 'chat:write',
  'conversations.join': 'channels:join',
  'conversations.open': 'im:write',
  'files.getUploadURLExternal': 'files:write',
  'files.completeUploadExternal': 'files:write',
  'files.info': 'files:read',
  'users.list': 'users:read',
  'users.info': 'users:read',
  'bots.info': 'users:read',
  'team.info': 'team:read',
  'reactions.add': 'reactions:write',
  'reactions.remove': 'reactions:write',
  'reactions.get': 'reactions:read',
}
const BY_CHANNEL: Record<string, 'history' | 'read'> = {
  'conversations.history': 'history',
  'conversations.replies': 'history',
  'conversations.info': 'read',
  'conversations.members': 'read',
}
const KIND_PREFIX: Record<string, string> = {
  public_channel: 'channels',
  private_channel: 'groups',
  im: 'im',
  mpim: 'mpim',
}

/** The events that the local Slack sends: what a manifest subscribes to for each, and the scope that Slack asks for it. */
export const EVENTS = {
  app_home_opened: [{ subscription: 'app_home_opened', scope: null }],
  app_mention: [{ subscription: 'app_mention', scope: 'app_mentions:read' }],
  message: [
    { subscription: 'message.channels', scope: 'channels:history' },
    { subscription: 'message.groups', scope: 'groups:history' },
    { subscription: 'message.im', scope: 'im:history' },
  ],
  member_joined_channel: [{ subscription: 'member_joined_channel', scope: 'channels:read' }],
  member_left_channel: [{ subscription: 'member_left_channel', scope: 'channels:read' }],
  team_join: [{ subscription: 'team_join', scope: 'users:read' }],
  user_change: [{ subscription: 'user_change', scope: 'users:read' }],
} as const satisfies Record<string, readonly { subscription: string; scope: string | null }[]>

/** An event as it is sent; of a type that the table above has. */
export type LocalEvent = JsonObject & { type: keyof typeof EVENTS }

/** The scopes that a call needs; none for methods that ask for none. Channels decide: `channels:`, `groups:` or `im:`. */
export function scopesOf(method: string, args: JsonObject, workspace: Workspace): string[] {
  const fixed = SCOPES[method]
  if (fixed) return [fixed]
  if (method === 'conversations.list') {
    const kinds = (text(args.types) || 'public_channel').split(',').map((kind) => kind.trim())
    return kinds.map((kind) => `${KIND_PREFIX[kind] ?? 'channels'}:read`)
  }
  const right = BY_CHANNEL[method]
  if (!right) return []
  const channel = workspace.channel(text(args.channel))
  const prefix = channel?.isIm ? 'im' : channel?.isPrivate ? 'groups' : 'channels'
  return [`${prefix}:${right}`]
}
