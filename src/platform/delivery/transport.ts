// HTTP under Slack's client: Node's own, with connections kept alive. It costs less than half of what the global `fetch`
// does a call (`npm run bench -- delivery throughput` says what a call costs).
import { Agent, type IncomingMessage, request } from 'node:http'
import { Agent as TlsAgent, request as tlsRequest } from 'node:https'
import type { WebClientOptions } from '@slack/web-api'

type Fetch = NonNullable<WebClientOptions['fetch']>
type FetchResponse = Awaited<ReturnType<Fetch>>

// A connection that idles longer may be closed from the other side just as it is used again, and then nobody knows
// whether the request was heard. Slack keeps its connections longer than this.
const idleMillis = 4_000

/**
 * What Slack's client needs of `fetch`: one POST of a text. As with `fetch`, a request that is aborted fails with the
 * signal's reason, and what fails before the answer is whole fails with Node's error and its code. Redirects are not
 * followed. Proxies as for Node itself: NODE_USE_ENV_PROXY=1 with HTTPS_PROXY.
 */
export function keepAliveFetch(): Fetch {
  const options = {
    keepAlive: true,
    timeout: idleMillis,
    ...(process.env.NODE_USE_ENV_PROXY === '1' ? { proxyEnv: process.env } : {}),
  }
  const agent = new Agent(options)
  const tlsAgent = new TlsAgent(options)

  return (url, { body, headers, method, signal } = {}) =>
    new Promise((resolve, reject) => {
      // Forms with files: none of our calls has one, and Node's `fetch` knows how to send them.
      if (body !== undefined && typeof body !== 'string') {
        fetch(url, {
          body,
          method: method ?? 'POST',
          ...(headers ? { headers } : {}),
          ...(signal ? { signal } : {}),
        }).then(resolve, reject)
        return
      }
      if (signal?.aborted) return reject(signal.reason)
      const text = body ?? ''
      const isTls = String(url).startsWith('https:')
      const call = (isTls ? tlsRequest : request)(
        url,
        {
          agent: isTls ? tlsAgent : agent,
          method: method ?? 'POST',
          headers: { ...headers, 'Content-Length': Buffer.byteLength(text) },
        },
        (answer) => read(answer, String(url)).then(done, failed),
      )
      const abort = () => {
        failed(signal?.reason)
        call.destroy()
      }
      const done = (response: FetchResponse) => {
        signal?.removeEventListener('abort', abort)
        resolve(response)
      }
      const failed = (error: unknown) => {
        signal?.removeEventListener('abort', abort)
        reject(error)
      }
      signal?.addEventListener('abort', abort)
      call.on('error', failed)
      call.end(text)
    })
}

async function read(answer: IncomingMessage, url: string): Promise<FetchResponse> {
  const parts: Buffer[] = []
  await new Promise<void>((done, failed) => {
    answer.on('data', (part: Buffer) => parts.push(part))
    answer.on('end', done)
    answer.on('error', failed)
  })
  const body = Buffer.concat(parts)
  const status = answer.statusCode ?? 0
  const headers = new Map(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]))
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText: answer.statusMessage ?? '',
    url,
    headers: { get: (name) => headers.get(name.toLowerCase()) ?? null, entries: () => headers.entries() },
    arrayBuffer: async () => new Uint8Array(body).buffer,
    json: async () => JSON.parse(body.toString()),
    text: async () => body.toString(),
  }
}
