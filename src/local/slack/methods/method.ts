// What a Web API method is given and what helps it to answer.
import { SlackError } from '../api-error.ts'
import { text } from '../json.ts'
import type { LocalEvent } from '../scopes.ts'
import type { Channel, JsonObject, StoredMessage } from '../types.ts'
import type { Workspace } from '../workspace.ts'

/** What happens outside of the Web API because of a call: events to the app, trigger ids that were given out. */
export interface MethodContext {
  workspace: Workspace
  /** Web address of the server, without a slash at its end. */
  origin: string
  /** Sends an Events API event to the app, without waiting. */
  event(event: LocalEvent): void
  /** The user (and modal) for whom a trigger id was given out. @throws SlackError when it was used or is too old */
  useTrigger(triggerId: string): { user: string; viewId: string | null }
}

/** A method: its arguments in, the answer without `ok` out. @throws SlackError for `ok: false` */
export type Method = (args: JsonObject, context: MethodContext) => JsonObject

/** The channel of an id, readable by the app. @throws SlackError `channel_not_found` */
export function visibleChannel({ workspace }: MethodContext, id: string): Channel {
  const channel = workspace.channel(id)
  const isMember = channel?.members.includes(workspace.data.app.botUserId)
  if (!channel || (channel.isPrivate && !isMember)) throw new SlackError('channel_not_found')
  return channel
}

/** The channel of an id that the app is in. A user's id is the person's direct messages. @throws SlackError */
export function joinedChannel(context: MethodContext, id: string): Channel {
  const { workspace } = context
  if (workspace.member(id) && id !== workspace.data.app.botUserId) return workspace.directMessage(id)
  const channel = visibleChannel(context, id)
  if (!channel.members.includes(workspace.data.app.botUserId)) throw new SlackError('not_in_channel')
  return channel
}

/** A page of a list: `limit` and `cursor` as Slack's methods take them. @throws SlackError `invalid_cursor` */
export function page<T>(items: T[], args: JsonObject, usual = 100): { items: T[]; next: string } {
  const limit = Number(args.limit ?? usual) || usual
  const start = args.cursor
    ? Number(Buffer.from(text(args.cursor), 'base64').toString().replace('at:', ''))
    : 0
  if (!Number.isInteger(start)) throw new SlackError('invalid_cursor')
  const next = start + limit < items.length ? Buffer.from(`at:${start + limit}`).toString('base64') : ''
  return { items: items.slice(start, start + limit), next }
}

/** A message as the Web API and events give it: without our own fields. */
export function messageJson(message: StoredMessage, withMetadata = true): JsonObject {
  const { channel: _channel, metadata, ...rest } = message
  return JSON.parse(JSON.stringify(withMetadata && metadata ? { ...rest, metadata } : rest)) as JsonObject
}
