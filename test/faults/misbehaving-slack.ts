// A small Slack that keeps messages and misbehaves on a script: it takes a post and drops the connection, it limits
// without saying for how long, it falls silent, it answers by halves.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Behaviour =
  | { kind: 'answer' }
  /** Does it, and answers only after so long. */
  | { kind: 'slow answer'; millis: number }
  /** Does what was asked, then cuts the connection without a word. */
  | { kind: 'take and drop' }
  /** Cuts the connection and does nothing. */
  | { kind: 'drop' }
  /** 429 with this Retry-After; null: without one. */
  | { kind: '429'; retryAfter: string | null }
  /** An error in a 200, as Slack does it. */
  | { kind: 'refuse'; error: string }
  | { kind: '500'; took: boolean }
  /** Takes it or not, and says nothing for so long. */
  | { kind: 'silence'; millis: number; took: boolean }
  /** Says nothing and does it only after so long, when the client has long given up. */
  | { kind: 'take late'; millis: number }
  /** Takes it and answers with the first half of its JSON: as a whole body, or cut off within. */
  | { kind: 'half an answer'; cut: boolean }

export interface SlackMessage {
  channel: string
  ts: string
  thread_ts?: string
  text: string
  edits: string[]
  metadata?: { event_type: string; event_payload: { key: string } }
}

export interface Call {
  method: string
  args: Record<string, string>
  /** The token of the caller. */
  token: string
  at: number
}

export interface MisbehavingSlack {
  /** For `slackApiUrl`. */
  url: string
  messages: SlackMessage[]
  calls: Call[]
  /** What the next calls of a method meet, one after the other; then it answers again. */
  script(method: string, ...behaviours: Behaviour[]): void
  /** What every call without a script meets. */
  behave: (call: Call) => Behaviour
  /** Errors that posts in a channel meet until they are taken out. */
  refusals: Map<string, string>
  /** The keys of the messages, in the order of their posting. */
  keys(): string[]
  stop(): Promise<void>
}

export async function startMisbehavingSlack(): Promise<MisbehavingSlack> {
  const scripts = new Map<string, Behaviour[]>()
  let counter = 0
  const slack: MisbehavingSlack = {
    url: '',
    messages: [],
    calls: [],
    script: (method, ...behaviours) =>
      void scripts.set(method, [...(scripts.get(method) ?? []), ...behaviours]),
    behave: () => ({ kind: 'answer' }),
    refusals: new Map(),
    keys: () => slack.messages.map((message) => message.metadata?.event_payload.key ?? message.text),
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }

  const act = (method: string, args: Record<string, string>): object => {
    const { channel = '' } = args
    const refusal = slack.refusals.get(channel)
    if (refusal) return { ok: false, error: refusal }
    switch (method) {
      case 'chat.postMessage': {
        if (args.thread_ts && !slack.messages.some(({ ts }) => ts === args.thread_ts))
          return { ok: false, error: 'thread_not_found' }
        counter += 1
        const ts = `${Math.floor(Date.now() / 1000)}.${String(counter).padStart(6, '0')}`
        slack.messages.push({
          channel,
          ts,
          text: args.text ?? '',
          edits: [],
          ...(args.thread_ts ? { thread_ts: args.thread_ts } : {}),
          ...(args.metadata ? { metadata: JSON.parse(args.metadata) } : {}),
        })
        return { ok: true, channel, ts }
      }
      case 'chat.update': {
        const message = slack.messages.find((one) => one.channel === channel && one.ts === args.ts)
        if (!message) return { ok: false, error: 'message_not_found' }
        message.text = args.text ?? ''
        message.edits.push(message.text)
        return { ok: true, channel, ts: message.ts, text: message.text }
      }
      case 'chat.getPermalink':
        return {
          ok: true,
          channel,
          permalink: `https://test.slack.com/archives/${channel}/p${args.message_ts}`,
        }
      case 'conversations.open':
        return { ok: true, channel: { id: `D${(args.users ?? '').slice(1)}` } }
      case 'conversations.history':
      case 'conversations.replies': {
        const found = slack.messages
          .filter((one) => one.channel === channel && Number(one.ts) > Number(args.oldest ?? 0))
          .filter((one) =>
            method.endsWith('replies') ? one.thread_ts === args.ts || one.ts === args.ts : !one.thread_ts,
          )
          .map(({ ts, text, metadata }) => ({
            ts,
            text,
            ...(args.include_all_metadata === 'true' ? { metadata } : {}),
          }))
          .reverse()
        const from = Number(args.cursor ?? 0)
        const limit = Number(args.limit ?? 100)
        const next = from + limit < found.length ? String(from + limit) : ''
        return {
          ok: true,
          messages: found.slice(from, from + limit),
          response_metadata: { next_cursor: next },
        }
      }
      default:
        return { ok: false, error: 'unknown_method' }
    }
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const method = (request.url ?? '').split('/').at(-1) ?? ''
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const args = Object.fromEntries(new URLSearchParams(body))
    const token = (request.headers.authorization ?? '').replace('Bearer ', '')
    const call = { method, args, token, at: performance.now() }
    slack.calls.push(call)
    const behaviour = scripts.get(method)?.shift() ?? slack.behave(call)
    const answer = (status: number, content: object, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(JSON.stringify(content))
    }
    switch (behaviour.kind) {
      case 'answer':
        return answer(200, act(method, args))
      case 'slow answer': {
        const content = act(method, args)
        await pause(behaviour.millis)
        return answer(200, content)
      }
      case 'take and drop':
        act(method, args)
        return void response.destroy()
      case 'drop':
        return void response.destroy()
      case '429': {
        const { retryAfter } = behaviour
        const headers = retryAfter === null ? undefined : { 'retry-after': retryAfter }
        return answer(429, { ok: false, error: 'ratelimited' }, headers)
      }
      case 'refuse':
        return answer(200, { ok: false, error: behaviour.error })
      case '500':
        if (behaviour.took) act(method, args)
        return answer(500, { ok: false, error: 'internal' })
      case 'silence':
        if (behaviour.took) act(method, args)
        await pause(behaviour.millis)
        return void response.destroy()
      case 'take late':
        await pause(behaviour.millis)
        act(method, args)
        return void response.destroy()
      case 'half an answer': {
        const whole = JSON.stringify(act(method, args))
        const half = whole.slice(0, whole.length / 2)
        if (!behaviour.cut) return void response.writeHead(200).end(half)
        response.writeHead(200, { 'content-length': whole.length })
        response.write(half, () => response.destroy())
      }
    }
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  slack.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`
  return slack
}

const pause = (millis: number) => new Promise<void>((done) => setTimeout(done, millis).unref())
