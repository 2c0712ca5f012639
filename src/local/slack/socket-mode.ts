// Socket Mode as Slack speaks it: hello, envelopes to any one of the connections, acknowledgements, disconnects, pings.

import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { type WebSocket, WebSocketServer } from 'ws'
import { describe, type Envelope, NoAckError } from './envelope.ts'
import { newSecret } from './ids.ts'
import { isObject } from './json.ts'
import type { JsonObject } from './types.ts'

const MAX_CONNECTIONS = 10
const PING_MS = 10_000
const CLOSE_MS = 500

/** The app's Socket Mode connections. */
export interface SocketHub {
  /** A fresh single-use WebSocket address, for `apps.connections.open`. */
  ticket(origin: string): string
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Sends an envelope to one connection. @throws NoAckError when none is there or none acknowledges in time */
  send(envelope: Envelope, timeoutMs: number): Promise<JsonObject>
  connections(): number
  /** Asks every connection to come back, as Slack does every few hours. */
  refresh(reason?: 'refresh_requested' | 'warning'): void
  /** Ends all connections; Bolt's own closing handshake, which its `stop` does not wait for, is let finish. */
  close(): Promise<void>
}

/** Makes the hub; `appId` is told in `hello`. */
// Long: the connections and what may be done with them.
export function createSocketHub(appId: string): SocketHub {
  const server = new WebSocketServer({ noServer: true })
  const tickets = new Set<string>()
  const sockets: WebSocket[] = []
  const waiting = new Map<string, (payload: JsonObject) => void>()
  let turn = 0

  server.on('connection', (socket) => {
    sockets.push(socket)
    const ping = setInterval(() => socket.ping(), PING_MS)
    socket.on('message', (data) => acknowledge(String(data)))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      clearInterval(ping)
      sockets.splice(sockets.indexOf(socket), 1)
    })
    socket.ping()
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: sockets.length,
        connection_info: { app_id: appId },
        debug_info: { host: 'localhost', approximate_connection_time: 18_060 },
      }),
    )
  })

  function acknowledge(data: string): void {
    const message: unknown = JSON.parse(data)
    if (!isObject(message) || typeof message.envelope_id !== 'string') return
    waiting.get(message.envelope_id)?.(isObject(message.payload) ? message.payload : {})
    waiting.delete(message.envelope_id)
  }

  return {
    ticket(origin) {
      const ticket = newSecret()
      tickets.add(ticket)
      return `${origin.replace(/^http/, 'ws')}/link?ticket=${ticket}&app_id=${appId}`
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? ''
      if (!tickets.delete(ticket) || sockets.length >= MAX_CONNECTIONS) {
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
        return
      }
      server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client, request))
    },
    send(envelope, timeoutMs) {
      const open = sockets.filter((socket) => socket.readyState === socket.OPEN)
      const socket = open[turn++ % Math.max(open.length, 1)]
      if (!socket) {
        return Promise.reject(
          new NoAckError('dispatch_failed', `${describe(envelope)}: no app is connected over Socket Mode`),
        )
      }
      const id = newSecret()
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          waiting.delete(id)
          const problem = `${describe(envelope)}: the app did not acknowledge within ${timeoutMs} ms`
          reject(new NoAckError('operation_timeout', problem))
        }, timeoutMs)
        waiting.set(id, (payload) => {
          clearTimeout(late)
          resolve(payload)
        })
        socket.send(JSON.stringify(envelopeJson(id, envelope)))
      })
    },
    connections: () => sockets.length,
    refresh(reason = 'refresh_requested') {
      for (const socket of sockets) {
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'localhost' } }))
      }
    },
    async close() {
      const open = [...sockets]
      const closed = open.map(
        (socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())),
      )
      for (const socket of open) socket.close(1001)
      await Promise.race([Promise.all(closed), wait(CLOSE_MS, undefined, { ref: false })])
      for (const socket of open) socket.terminate()
      server.close()
    },
  }
}

function envelopeJson(id: string, { kind, payload, retry }: Envelope): JsonObject {
  const common = { type: kind, envelope_id: id, payload }
  if (kind !== 'events_api') return { ...common, accepts_response_payload: true }
  return {
    ...common,
    accepts_response_payload: false,
    retry_attempt: retry?.attempt ?? 0,
    retry_reason: retry?.reason ?? '',
  }
}
