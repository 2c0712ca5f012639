// Slack's requests over HTTP: what is not Slack's is refused before Bolt, which reads a body whole before it looks at
// anything, takes a timestamp of tomorrow, and ends the process at a signed body that is no object.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { HTTPReceiver, isValidSlackRequest, type Logger, type Receiver } from '@slack/bolt'
import { boundedBodies, type Refusal } from '#platform/http/bounded-body.ts'
import type { Route } from '#platform/http/route.ts'
import { closeServer, refuse, serve } from '#platform/http/server.ts'

/** Where Slack posts to (slack-manifest.yaml). */
export const slackPath = '/slack/events'

/** Slack's own rule for a timestamp's age; the same ahead, since a signature kept for later is a replay too. */
const staleAfterSeconds = 300

// Slack waits 3 s for an answer: a body that takes longer is of no use. A view's payload is at most 250 kB.
const bounds = { mostBytes: 1024 * 1024, withinMillis: 3_000, atOnce: 32 }

const answers: Record<Refusal, [status: number, line: string]> = {
  'too large': [413, 'The body is larger than 1 MB.'],
  'too slow': [408, 'The body took more than 3 seconds.'],
  'too many': [503, 'Busy: try again in a few seconds.'],
  'broken off': [400, 'The body ended early.'],
}

/**
 * Bolt's HTTPReceiver behind a door: headers are looked at first, then a bounded body, its signature, and its shape.
 *
 * @param now milliseconds since the epoch; left out: the host's clock, as Slack's timestamps are of the real time
 */
export function httpReceiver({
  signingSecret,
  port,
  routes,
  logger,
  now = Date.now,
}: {
  signingSecret: string
  port: number
  routes: readonly Route[]
  logger: Logger
  now?: () => number
}): Receiver {
  const bolt = new HTTPReceiver({ signingSecret, endpoints: [slackPath], logger })
  const readBody = boundedBodies(bounds)

  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const headers = headersOf(request)
    if (!headers || Math.abs(now() / 1000 - headers.timestamp) > staleAfterSeconds)
      return refuse(response, 401, 'Not signed by Slack, or not now.')
    const body = await readBody(request)
    if (!Buffer.isBuffer(body)) return refuse(response, ...answers[body], { 'retry-after': '5' })
    const text = body.toString()
    const signed = isValidSlackRequest({
      signingSecret,
      body: text,
      headers: { 'x-slack-signature': headers.signature, 'x-slack-request-timestamp': headers.timestamp },
      nowMilliseconds: now(),
      logger,
    })
    if (!signed) return refuse(response, 401, 'Not signed by Slack.')
    if (!isPayload(text, request.headers['content-type']))
      return refuse(response, 400, 'The body is no object.')
    bolt.requestListener(Object.assign(request, { rawBody: body }), response)
  }

  let close = async () => {}
  return {
    init: (app) => bolt.init(app),
    async start() {
      const server = await serve(routes, {
        port,
        host: '0.0.0.0',
        first(request, response) {
          if (request.method !== 'POST' || request.url?.split('?')[0] !== slackPath) return false
          receive(request, response).catch((error: unknown) => {
            logger.error(error instanceof Error ? error.message : String(error))
            refuse(response, 500, 'Something went wrong on our side.')
          })
          return true
        },
      })
      close = () => closeServer(server)
    },
    stop: () => close(),
  }
}

function headersOf({ headers }: IncomingMessage): { signature: string; timestamp: number } | null {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp } = headers
  if (typeof signature !== 'string' || !/^v0=[0-9a-f]{64}$/.test(signature)) return null
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return null
  return { signature, timestamp: Number(timestamp) }
}

/** Whether Bolt will find an object in the body: a form, JSON in the form's `payload`, and else JSON, as Bolt tells them apart. */
function isPayload(text: string, type = ''): boolean {
  const form = type === 'application/x-www-form-urlencoded' ? new URLSearchParams(text) : null
  if (form && !form.has('payload')) return true
  try {
    const value: unknown = JSON.parse(form?.get('payload') ?? text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
