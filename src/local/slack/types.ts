// The shapes that the local Slack keeps and hands out. They are Slack's own wherever Slack has one.
import type { Story } from '../own/story.ts'

/** Anything that JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined }

/** A JSON object, as Slack's payloads, blocks and arguments are. */
export interface JsonObject {
  [key: string]: Json | undefined
}

/** A person (or the app's bot user) of the workspace. */
export interface Member {
  id: string
  name: string
  realName: string
  displayName: string
  /** IANA zone. */
  tz: string
  /** Avatar's background, `#rrggbb`. */
  color: string
  title?: string
  isBot?: boolean
  deleted?: boolean
  /** A guest of several channels. */
  isGuest?: boolean
  isAdmin?: boolean
  /** The workspace of a person who comes by Slack Connect; left out: this one. */
  teamId?: string
}

/** A conversation: a channel, or the direct messages between a person and the app. */
export interface Channel {
  id: string
  name: string
  topic: string
  isPrivate: boolean
  isIm: boolean
  isArchived: boolean
  /** User ids; the bot's counts too. */
  members: string[]
  /** Seconds since the epoch. */
  created: number
}

/** What a local workspace starts with. */
export interface WorkspaceSeed {
  team: { id: string; name: string; domain: string }
  app: { id: string; name: string; botId: string; botUserId: string; color: string }
  members: Member[]
  channels: { id: string; name: string; topic?: string; isPrivate?: boolean; members: string[] }[]
}

/** A message as Slack's `conversations.history` gives it, and the channel that it is in. */
export interface StoredMessage {
  type: 'message'
  channel: string
  ts: string
  user: string
  text: string
  team: string
  subtype?: string
  bot_id?: string
  app_id?: string
  client_msg_id?: string
  thread_ts?: string
  blocks?: JsonObject[]
  attachments?: JsonObject[]
  files?: JsonObject[]
  metadata?: JsonObject
  edited?: { user: string; ts: string }
  reactions?: { name: string; users: string[]; count: number }[]
  reply_count?: number
  reply_users?: string[]
  reply_users_count?: number
  latest_reply?: string
}

/** A message that one person sees and nobody else. */
export interface EphemeralMessage extends StoredMessage {
  is_ephemeral: true
  target: string
}

/** An open modal or a person's Home tab. */
export interface StoredView {
  id: string
  user: string
  type: 'modal' | 'home'
  hash: string
  root_view_id: string
  previous_view_id: string | null
  callback_id: string
  private_metadata: string
  external_id: string
  title?: JsonObject
  submit?: JsonObject | null
  close?: JsonObject | null
  blocks: JsonObject[]
  clear_on_close: boolean
  notify_on_close: boolean
  /** Values of the inputs by block id and action id, as Slack sends them in `view.state.values`. */
  values: Record<string, Record<string, JsonObject>>
}

/** A file's facts; its bytes are kept apart. */
export interface StoredFile {
  id: string
  user: string
  name: string
  title: string
  mimetype: string
  size: number
  created: number
  altText?: string
}

/** All that survives a restart. */
export interface WorkspaceData {
  version: 1
  team: WorkspaceSeed['team']
  app: WorkspaceSeed['app']
  tokens: { bot: string; app: string; signingSecret: string }
  members: Member[]
  channels: Channel[]
  messages: StoredMessage[]
  ephemerals: EphemeralMessage[]
  homes: StoredView[]
  files: StoredFile[]
  /** Last message timestamp given out, in microseconds since the epoch. */
  lastTs: number
  /** Last message seen: user id → channel id → ts. */
  read: Record<string, Record<string, string>>
  /** What the workspace is about, for the page; nothing of Slack's. */
  story?: Story
}

/** One call of the Web API that the local Slack received. */
export interface ApiCall {
  method: string
  args: JsonObject
  /** What was answered; `null` while under way, or where the connection was dropped before the method ran. */
  answer: JsonObject | null
}

/**
 * What a test makes a Web API call do. `pass` answers as usual. `drop-before` closes the connection without doing
 * anything; `drop-after` does it, then closes the connection instead of answering. `delayMs` waits before acting, or with
 * `when: 'after'` acts at once and answers late; `Infinity` never answers.
 */
export type Intercept =
  | 'pass'
  | 'drop-before'
  | 'drop-after'
  | { status: number; headers?: Record<string, string>; body?: JsonObject | string }
  | { delayMs: number; when?: 'before' | 'after' }
