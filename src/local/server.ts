// The web server of the local workspace's page: loopback only, and only for its own page.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { SandboxClock } from './clock.ts'
import { type PageAnswer, performAction } from './page-actions.ts'
import type { LocalSlack } from './slack/local-slack.ts'
import { readBody } from './slack/request-arguments.ts'
import { type CommandHint, takeSnapshot } from './snapshot.ts'
import type { Stage } from './stage.ts'
import { pageFile } from './static-files.ts'
import type { Ceremonies, TimeTravel } from './time-travel.ts'
import type { Turns } from './turns.ts'

const HOST = '127.0.0.1'
const PORTS_TRIED = 20
/** Changes within this time are told to the page at once. */
const GATHER_MS = 40
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

/** What the page shows and moves. */
export interface PageParts {
  slack: LocalSlack
  clock: SandboxClock
  ceremonies: Ceremonies
  travel: TimeTravel
  turns: Turns
  stage: Stage
  commands: CommandHint[]
}

/** A running page. */
export interface PageServer {
  url: string
  close(): Promise<void>
}

/** Starts the page on 127.0.0.1, on the port or the next free one of twenty. @throws Error where none is free */
export async function startPageServer(parts: PageParts, port: number): Promise<PageServer> {
  const streams = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    void answer(request, response, parts, streams).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else
        sendJson(response, 500, { ok: false, error: error instanceof Error ? error.message : String(error) })
    })
  })
  const url = `http://${HOST}:${await listen(server, port)}`

  let gathering = false
  const tell = async () => {
    if (gathering) return
    gathering = true
    await wait(GATHER_MS, undefined, { ref: false })
    gathering = false
    for (const stream of streams) stream.write('event: change\ndata: {}\n\n')
  }
  const stops = [parts.slack.workspace.onChange(() => void tell()), parts.clock.onChange(() => void tell())]
  return {
    url,
    async close() {
      for (const stop of stops) stop()
      for (const stream of streams) stream.end()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: PageParts,
  streams: Set<ServerResponse>,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
  if (!fromOwnPage(request))
    return sendJson(response, 403, { ok: false, error: 'Open the page by its own address.' })
  if (url.pathname === '/snapshot') return sendJson(response, 200, await snapshot(parts, url))
  if (url.pathname === '/changes') return openStream(response, streams)
  if (url.pathname === '/act' && request.method === 'POST') {
    const body: unknown = JSON.parse((await readBody(request)).toString('utf8'))
    return sendJson(response, 200, await performAction(parts, url.searchParams.get('as') ?? '', body))
  }
  if (url.pathname.startsWith('/files/'))
    return sendFile(response, parts.slack, url.pathname.split('/')[2] ?? '')
  const file = pageFile(url.pathname === '/' ? 'index.html' : url.pathname.slice(1))
  if (!file) return sendJson(response, 404, { ok: false, error: 'not found' })
  response.writeHead(200, { 'content-type': file.type }).end(file.body)
}

/** Refuses other sites' requests: a foreign name that resolves to this machine, or a form on another page. */
function fromOwnPage({ headers, method }: IncomingMessage): boolean {
  const host = (headers.host ?? '').replace(/:\d+$/, '')
  const ownHost = host === HOST || host === 'localhost'
  const origin = headers.origin
  return ownHost && (method === 'GET' || origin === `http://${headers.host}`)
}

async function snapshot(parts: PageParts, url: URL) {
  const { ceremonies } = parts
  const look = (name: string) => url.searchParams.get(name) ?? ''
  const taken = takeSnapshot(parts, {
    as: look('as'),
    channel: look('channel'),
    thread: look('thread'),
    home: look('tab') === 'home',
  })
  const next = await ceremonies.nextDue()
  return { ...taken, clock: { ...taken.clock, next: next && { at: next.at.getTime(), title: next.title } } }
}

function openStream(response: ServerResponse, streams: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.write('retry: 1000\n\n')
  streams.add(response)
  response.on('close', () => streams.delete(response))
}

function sendFile(response: ServerResponse, { workspace }: LocalSlack, id: string): void {
  const file = workspace.data.files.find((known) => known.id === id)
  const bytes = workspace.fileBytes(id)
  if (!file || !bytes) {
    sendJson(response, 404, { ok: false, error: 'not found' })
    return
  }
  const image = file.mimetype.startsWith('image/') && file.mimetype !== 'image/svg+xml'
  response.setHeader(
    'content-disposition',
    `${image ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  )
  response.writeHead(200, { 'content-type': file.mimetype }).end(bytes)
}

function sendJson(response: ServerResponse, status: number, body: object | PageAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}

async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; port < Math.min(first + PORTS_TRIED, 65_536); port += 1) {
    const free = await new Promise<boolean>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
      )
      server.listen(port, HOST, () => resolve(true))
    })
    server.removeAllListeners('error')
    if (!free) continue
    const address = server.address()
    return typeof address === 'object' && address ? address.port : port
  }
  throw new Error(`No port from ${first} to ${first + PORTS_TRIED - 1} is free for the workspace's page`)
}
