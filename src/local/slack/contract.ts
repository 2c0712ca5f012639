// What a local Slack offers to tests and to the page: the workspace from outside, and its people.

import type { Clock } from '#platform/clock.ts'
import type { Envelope } from './envelope.ts'
import type { InputValues } from './input-rules.ts'
import type { Surface } from './interactions.ts'
import type {
  ApiCall,
  EphemeralMessage,
  Json,
  JsonObject,
  Member,
  StoredMessage,
  StoredView,
  WorkspaceSeed,
} from './types.ts'
import type { Interceptor } from './web-api.ts'
import type { Workspace } from './workspace.ts'

/** A member at the keyboard. Each method resolves when the app acknowledged. @throws NoAckError where it did not in time */
export interface Actor {
  readonly userId: string
  /** Types `/sprint status` into a channel. Gives the acknowledgement's payload; a text in it is shown to the person. */
  command(line: string, channelId: string): Promise<JsonObject>
  /** Presses a button, or chooses `value` (an option's value, a user's id, a date, …) in a select. */
  click(surface: Surface, actionId: string, value?: Json, blockId?: string): Promise<JsonObject>
  /** Types into the topmost modal's inputs without submitting. @throws Error where no modal is open or an input is unknown */
  fillIn(values: InputValues): void
  /** What Slack's client would refuse in the topmost modal, by block id. @throws Error where no modal is open */
  problems(): Record<string, string>
  /**
   * Submits the topmost modal with these values; inputs not named keep theirs. Gives the acknowledgement's payload, with
   * `response_action: 'errors'` where the app refuses.
   * @throws Error where no modal is open, and where the client itself would refuse, with the reasons
   */
  submit(values?: InputValues): Promise<JsonObject>
  /** Closes the topmost modal, or with `all` every modal. */
  closeModal(all?: boolean): Promise<void>
  /** Posts a message; in a thread where `threadTs` is given. */
  say(channelId: string, text: string, threadTs?: string): Promise<StoredMessage>
  /** Edits a message that the person wrote. @throws Error where it is somebody else's */
  edit(message: StoredMessage, text: string): Promise<void>
  /** Deletes a message that the person wrote. @throws Error where it is somebody else's */
  remove(message: StoredMessage): Promise<void>
  /** Opens the app's Home tab; the app publishes it. */
  openHome(): Promise<void>
  /** Uploads a file; with a channel it is shared there. Gives the file, usable as a `file_input`'s value. */
  upload(file: { name: string; bytes: Uint8Array; channelId?: string; comment?: string }): Promise<JsonObject>
}

/** How a local Slack is started. */
export interface LocalSlackOptions {
  /** Of the Web API on 127.0.0.1; a free one where none is given. */
  port?: number
  /** JSON file that keeps the workspace between starts; without it nothing is kept. */
  dataFile?: string
  seed: WorkspaceSeed
  clock: Clock
  /** Where the app listens for signed HTTP requests; without it, Socket Mode. */
  requestUrl?: string
  /** How long the app has to acknowledge, and to use a trigger id. Slack's own is 3,000. */
  ackTimeoutMs?: number
  /** Waits before each further delivery of an event that was not acknowledged; Slack's are 0, 1 and 5 minutes. */
  eventRetryDelaysMs?: number[]
  /** How many Web API calls and deliveries are kept for tests to read: 5,000. */
  callsKept?: number
  /** The bot token's scopes; a call beyond them is answered `missing_scope`. Without it everything is allowed. */
  scopes?: string[]
}

/** A running local Slack. */
export interface LocalSlack {
  /** The Web API's address, with `/api/` at its end: `slackApiUrl` of the Web client. */
  url: string
  botToken: string
  appToken: string
  signingSecret: string
  teamId: string
  botUserId: string
  asUser(userId: string): Actor
  /** The messages of a channel, replies in threads included, the oldest first. */
  messages(channelId: string): StoredMessage[]
  /** A thread: its first message and the replies. */
  thread(channelId: string, ts: string): StoredMessage[]
  /** What only this person was shown, the oldest first. */
  ephemerals(userId: string): EphemeralMessage[]
  /** The direct messages between a person and the app, the oldest first. */
  directMessages(userId: string): StoredMessage[]
  /** The id of the conversation between a person and the app. */
  directMessageChannel(userId: string): string
  /** A person's open modals, the topmost last. */
  modals(userId: string): StoredView[]
  home(userId: string): StoredView | undefined
  /** Web API calls received (response addresses as `response_url`), the oldest first; of one method where it is named. */
  calls(method?: string): ApiCall[]
  /** The scopes that the calls received so far ask for. */
  scopesUsed(): string[]
  /** What was brought to the app, the oldest first; Slack's own ids in it stay the same when it is brought again. */
  deliveries(): Envelope[]
  /** Brings something to the app again, as Slack does now and then, and gives its acknowledgement. @throws NoAckError */
  redeliver(envelope: Envelope): Promise<JsonObject>
  /** Decides on each Web API call from now on; null passes all again. */
  intercept(interceptor: Interceptor | null): void
  /** Delivers to a signed request URL from now on; null is Socket Mode. */
  deliverTo(requestUrl: string | null): void
  /** How many Socket Mode connections the app has. */
  connections(): number
  /** Asks the app's Socket Mode connections to come back, as Slack does now and then. */
  refreshConnections(): void
  /** Archives a channel, or takes it back. */
  archive(channelId: string, archived?: boolean): void
  /** Puts somebody into a channel, and tells the app of channels that it is in. */
  join(channelId: string, userId: string): Promise<void>
  /** Takes somebody out of a channel, and tells the app of channels that it is in. */
  leave(channelId: string, userId: string): Promise<void>
  /** Changes a person's name or zone, and tells the app with `user_change`. */
  changeMember(userId: string, change: Partial<Omit<Member, 'id'>>): Promise<void>
  /** Takes an ephemeral message away, as its reader does with "Dismiss message". */
  dismiss(userId: string, ts: string): void
  /** Resolves with the first message or ephemeral that satisfies, one already there included. @throws Error listing what came instead */
  waitForMessage(
    predicate: (message: StoredMessage | EphemeralMessage) => boolean,
    timeoutMs?: number,
  ): Promise<StoredMessage>
  /** Resolves with a person's topmost modal, one already open included. @throws Error after the timeout */
  waitForModal(
    userId: string,
    predicate?: (view: StoredView) => boolean,
    timeoutMs?: number,
  ): Promise<StoredView>
  /** Resolves with a person's Home tab. @throws Error after the timeout */
  waitForHome(
    userId: string,
    predicate?: (view: StoredView) => boolean,
    timeoutMs?: number,
  ): Promise<StoredView>
  /** The workspace itself, for the page that shows it. */
  workspace: Workspace
  close(): Promise<void>
}
