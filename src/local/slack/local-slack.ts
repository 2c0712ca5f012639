// A Slack of our own on this machine, for a real Bolt app to talk to: a Web API, Socket Mode or signed HTTP, and people.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createActor } from './actor.ts'
import type { LocalSlack, LocalSlackOptions } from './contract.ts'
import type { Envelope } from './envelope.ts'
import { createEventSender } from './events.ts'
import type { MethodContext } from './methods/method.ts'
import { memberJson } from './methods/people.ts'
import { scopesOf } from './scopes.ts'
import { createSocketHub } from './socket-mode.ts'
import { createTickets } from './tickets.ts'
import { type Deliver, httpDelivery, socketDelivery } from './transport.ts'
import type { ApiCall } from './types.ts'
import { createWaits } from './waits.ts'
import { handleRequest, type Interceptor } from './web-api.ts'
import { openWorkspace } from './workspace.ts'

const ACK_TIMEOUT_MS = 3000
const CALLS_KEPT = 5000

export type { LocalSlack, LocalSlackOptions } from './contract.ts'

/** Starts a local Slack on 127.0.0.1. @throws a file system or network error where file or port cannot be had */
// Long: puts the parts together, and what tests may ask of the whole is a line or two each.
export async function startLocalSlack(options: LocalSlackOptions): Promise<LocalSlack> {
  const workspace = openWorkspace(options.seed, options.clock, options.dataFile)
  const { data } = workspace
  const hub = createSocketHub(data.app.id)
  const overSocket = socketDelivery(hub)
  const { ackTimeoutMs = ACK_TIMEOUT_MS, callsKept = CALLS_KEPT } = options
  const tickets = createTickets(ackTimeoutMs)
  let overHttp = options.requestUrl ? httpDelivery(options.requestUrl, data.tokens.signingSecret) : null
  let interceptor: Interceptor | null = null

  const deliveries: Envelope[] = []
  const deliver: Deliver = (envelope, timeoutMs) => {
    deliveries.push(envelope)
    if (deliveries.length > callsKept) deliveries.shift()
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
      callsKept,
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
  /** Slack tells an app of the channels that it is in. */
  const membershipEvent = async (
    type: 'member_joined_channel' | 'member_left_channel',
    channelId: string,
    user: string,
  ) => {
    const { members, isPrivate } = channelOf(channelId)
    if (!members.includes(data.app.botUserId)) return
    const about = { channel: channelId, channel_type: isPrivate ? 'G' : 'C', team: data.team.id }
    await events.sendAndWait({ type, user, ...about, event_ts: workspace.nextTs() })
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
      return deliver(envelope, ackTimeoutMs)
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
    async join(channelId, userId) {
      const channel = channelOf(channelId)
      if (channel.members.includes(userId)) return
      channel.members.push(userId)
      workspace.changed({ kind: 'channels' })
      await membershipEvent('member_joined_channel', channelId, userId)
    },
    async leave(channelId, userId) {
      const channel = channelOf(channelId)
      if (!channel.members.includes(userId)) return
      channel.members = channel.members.filter((id) => id !== userId)
      workspace.changed({ kind: 'channels' })
      await membershipEvent('member_left_channel', channelId, userId)
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
