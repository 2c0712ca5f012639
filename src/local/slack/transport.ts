// Bringing commands, interactions and events to the app: over Socket Mode, or as signed HTTP requests.

import { createHmac } from 'node:crypto'
import { hostClock } from '#platform/clock.ts'
import { describe, type Envelope, NoAckError } from './envelope.ts'
import { isObject } from './json.ts'
import type { SocketHub } from './socket-mode.ts'
import type { JsonObject } from './types.ts'

/** Brings an envelope to the app and gives the acknowledgement's payload. @throws NoAckError */
export type Deliver = (envelope: Envelope, timeoutMs: number) => Promise<JsonObject>

/** Delivery over Socket Mode to one of the app's connections. */
export function socketDelivery(hub: SocketHub): Deliver {
  return async (envelope, timeoutMs) => hub.send(envelope, timeoutMs)
}

/** Delivery to a request URL, signed with the app's secret as Slack signs. */
export function httpDelivery(requestUrl: string, signingSecret: string): Deliver {
  return async (envelope, timeoutMs) => {
    const json = envelope.kind === 'events_api'
    const body = json ? JSON.stringify(envelope.payload) : formBody(envelope)
    const timestamp = Math.floor(hostClock.now().getTime() / 1000)
    const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
    const headers: Record<string, string> = {
      'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${digest}`,
    }
    if (envelope.retry) {
      headers['x-slack-retry-num'] = String(envelope.retry.attempt)
      headers['x-slack-retry-reason'] = envelope.retry.reason
    }
    const signal = AbortSignal.timeout(timeoutMs)
    const what = describe(envelope)
    const response = await fetch(requestUrl, { method: 'POST', body, headers, signal }).catch((cause) => {
      const late = signal.aborted
      const why = late ? `no answer within ${timeoutMs} ms` : `nothing listens at ${requestUrl} (${cause})`
      throw new NoAckError(late ? 'operation_timeout' : 'dispatch_failed', `${what}: ${why}`)
    })
    const answer = await response.text()
    if (!response.ok)
      throw new NoAckError('http_error', `${what}: the app answered ${response.status} ${answer}`)
    return ackPayload(answer)
  }
}

function formBody({ kind, payload }: Envelope): string {
  if (kind === 'interactive') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
  const form = new URLSearchParams()
  for (const [key, value] of Object.entries(payload)) form.set(key, String(value))
  return form.toString()
}

function ackPayload(answer: string): JsonObject {
  if (answer.trim() === '') return {}
  try {
    const parsed: unknown = JSON.parse(answer)
    return isObject(parsed) ? parsed : { text: answer }
  } catch {
    return { text: answer }
  }
}
