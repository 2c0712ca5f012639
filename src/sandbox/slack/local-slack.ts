// A Slack of our own on this machine, for a real Bolt app to talk to: a Web API, Socket Mode or signed HTTP, and people.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../../clock.ts'
import { type Actor, createActor } from './actor.ts'
import { createEventSender } from './events.ts'
import type { MethodContext } from './methods/method.ts'
import { memberJson } from './methods/people.ts'
import { scopesOf } from './scopes.ts'
import { createSocketHub } from './socket-mode.ts'
import { createTickets } from './tickets.ts'
import { type Deliver, type Envelope, httpDelivery, socketDelivery } from './transport.ts'
import type { ApiCall, EphemeralMessage, Member, StoredMessage, StoredView, WorkspaceSeed } from './types.ts'
import { createWaits } from './waits.ts'
import { handleRequest, type Interceptor } from './web-api.ts'
import { openWorkspace, type Workspace } from './workspace.ts'

const ACK_TIMEOUT_MS = 3000
/** Deliveries kept for tests to read. */
const DELIVERIES_KEPT = 500

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
  /** Slack's own is 3,000. */
  ackTimeoutMs?: number
  /** Waits before each further delivery of an event that was not acknowledged; Slack's are 0, 1 and 5 minutes. */
  eventRetryDelaysMs?: number[]
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
  /** Brings something to the app again, as Slack does now and then. @throws NoAckError */
  redeliver(envelope: Envelope): Promise<void>
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
  /** Takes a member (the bot too) out of a channel. */
  removeMember(channelId: string, userId: string): void
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

/** Starts a local Slack on 127.0.0.1. @throws a file system or network error where file or port cannot be had */
export async function startLocalSlack(options: LocalSlackOptions): Promise<LocalSlack> {
  const workspace = openWorkspace(options.seed, options.clock, options.dataFile)
  const { data } = workspace
  const tickets = createTickets()
  const hub = createSocketHub(data.app.id)
  const overSocket = socketDelivery(hub)
  const ackTimeoutMs = options.ackTimeoutMs ?? ACK_TIMEOUT_MS
  let overHttp = options.requestUrl ? httpDelivery(options.requestUrl, data.tokens.signingSecret) : null
  let interceptor: Interceptor | null = null

  const deliveries: Envelope[] = []
  const deliver: Deliver = (envelope, timeoutMs) => {
    deliveries.push(envelope)
    if (deliveries.length > DELIVERIES_KEPT) deliveries.shift()
    return (overHttp ?? overSocket)(envelope, timeoutMs)
  }
  const events = createEventSender(data, deliver, {
    ackTimeoutMs,
    retryDelaysMs: options.eventRetryDelaysMs,
    hasApp: () => overHttp !== null || hub.connections() > 0,
  })
  const context: MethodContext = {
    workspace,
    origin: '',
    event: (event) => events.send(event),
    useTrigger: (id) => tickets.useTrigger(id),
  }
  const calls: ApiCall[] = []
  const server = createServer((request, response) => {
    void handleRequest(request, response, {
      context,
      tickets,
      calls,
      scopes: options.scopes,
      intercept: () => interceptor ?? (() => 'pass'),
      connect: () => hub.ticket(context.origin),
    })
  })
  server.on('upgrade', (request, socket, head) => hub.upgrade(request, socket, head))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', () => resolve())
  })
  context.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const inChannel = (channel: string) => data.messages.filter((message) => message.channel === channel)
  const channelOf = (id: string) => {
    const channel = workspace.channel(id)
    if (!channel) throw new Error(`The workspace has no channel ${id}`)
    return channel
  }
  return {
    url: `${context.origin}/api/`,
    botToken: data.tokens.bot,
    appToken: data.tokens.app,
    signingSecret: data.tokens.signingSecret,
    teamId: data.team.id,
    botUserId: data.app.botUserId,
    workspace,
    asUser: (userId) =>
      createActor(userId, {
        context,
        tickets,
        events,
        deliver: (envelope) => deliver(envelope, ackTimeoutMs),
      }),
    messages: inChannel,
    thread: (channel, ts) => inChannel(channel).filter((item) => item.ts === ts || item.thread_ts === ts),
    ephemerals: (userId) => data.ephemerals.filter((message) => message.target === userId),
    directMessages: (userId) => inChannel(workspace.directMessage(userId).id),
    directMessageChannel: (userId) => workspace.directMessage(userId).id,
    modals: (userId) => [...(workspace.modals.get(userId) ?? [])],
    home: (userId) => data.homes.find((view) => view.user === userId),
    calls: (method) => calls.filter((call) => !method || call.method === method),
    scopesUsed: () =>
      [...new Set(calls.flatMap(({ method, args }) => scopesOf(method, args, workspace)))].sort(),
    deliveries: () => [...deliveries],
    async redeliver(envelope) {
      await deliver(envelope, ackTimeoutMs)
    },
    intercept(next) {
      interceptor = next
    },
    deliverTo(requestUrl) {
      overHttp = requestUrl ? httpDelivery(requestUrl, data.tokens.signingSecret) : null
    },
    connections: () => hub.connections(),
    refreshConnections: () => hub.refresh(),
    archive(channelId, archived = true) {
      channelOf(channelId).isArchived = archived
      workspace.changed({ kind: 'channels' })
    },
    removeMember(channelId, userId) {
      const channel = channelOf(channelId)
      channel.members = channel.members.filter((id) => id !== userId)
      workspace.changed({ kind: 'channels' })
    },
    async changeMember(userId, change) {
      const member = workspace.member(userId)
      if (!member) throw new Error(`The workspace has no member ${userId}`)
      Object.assign(member, change)
      workspace.changed({ kind: 'channels' })
      const user = memberJson(member, data.team.id)
      await events.sendAndWait({ type: 'user_change', user, event_ts: workspace.nextTs() })
    },
    dismiss(userId, ts) {
      const gone = data.ephemerals.find((message) => message.ts === ts && message.target === userId)
      if (!gone) return
      data.ephemerals = data.ephemerals.filter((message) => message !== gone)
      workspace.changed({ kind: 'ephemeral', channel: gone.channel, ts, user: userId })
    },
    ...createWaits(workspace),
    async close() {
      events.close()
      await hub.close()
      workspace.flush()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
