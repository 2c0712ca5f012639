// A process that plays Slack: sends signed slash commands at a steady rate over loopback and takes the answers.
import { createHmac } from 'node:crypto'
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { slackIds } from './many-teams.ts'

/** Commands to send: `count` of them, `perSecond`, whatever becomes of those before. */
export interface LoadOrder {
  port: number
  secret: string
  count: number
  perSecond: number
  /** What follows /sprint; taken in turns. */
  texts: string[]
  teams: number
  /** False: acknowledgements are all that comes. */
  answered: boolean
}

export interface LoadResult {
  /** Milliseconds from a request's sending to its acknowledgement. */
  acks: number[]
  /** By text: milliseconds from a request's sending to the POST to its response address. */
  answers: Record<string, number[]>
  /** Acknowledged with another status than 200, or not at all. */
  failed: number
  unanswered: number
  /** How late the latest request was sent, in milliseconds: the generator's own trouble. */
  slip: number
}

/** After the last command, for the last answers. */
const patienceMillis = 20_000
const agent = new Agent({ keepAlive: true, maxSockets: 512 })
const sentAt = new Map<string, { text: string; at: number }>()
let answers: Record<string, number[]> = {}
let serial = 0

const server = createServer((incoming, response) => {
  const at = performance.now()
  incoming.resume()
  incoming.on('end', () => answer(incoming, response, at))
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send?.({ port: port() }))
process.on('message', (order: LoadOrder) => void send(order).then((result) => process.send?.(result)))
process.once('disconnect', () => process.exit(0))

/** The Web API as far as a start asks for it, and the response addresses. */
function answer(incoming: IncomingMessage, response: ServerResponse, at: number): void {
  const [, place = '', name = ''] = (incoming.url ?? '').split('/')
  const asked = place === 'response' ? sentAt.get(name) : undefined
  if (asked) {
    sentAt.delete(name)
    answers[asked.text]?.push(at - asked.at)
  }
  const team = { team_id: slackIds.workspace, team: 'Bench', user_id: slackIds.bot, bot_id: 'B0BENCH' }
  const body = place === 'response' ? 'ok' : JSON.stringify({ ok: true, members: [], ...team })
  response.writeHead(200, { 'content-type': 'application/json' }).end(body)
}

async function send(order: LoadOrder): Promise<LoadResult> {
  const result: LoadResult = { acks: [], answers: {}, failed: 0, unanswered: 0, slip: 0 }
  answers = Object.fromEntries(order.texts.map((text) => [text, []]))
  sentAt.clear()
  const begin = performance.now()
  const underWay: Promise<void>[] = []
  for (let n = 0; n < order.count; ) {
    const due = begin + (n * 1000) / order.perSecond
    const wait = due - performance.now()
    if (wait > 0) {
      await new Promise((done) => setTimeout(done, wait))
      continue
    }
    result.slip = Math.max(result.slip, -wait)
    underWay.push(command(order, n, result))
    n += 1
  }
  await Promise.all(underWay)
  const until = performance.now() + patienceMillis
  while (order.answered && sentAt.size > 0 && performance.now() < until)
    await new Promise((done) => setTimeout(done, 20))
  return { ...result, answers, unanswered: order.answered ? sentAt.size : 0 }
}

function command(order: LoadOrder, n: number, result: LoadResult): Promise<void> {
  const text = order.texts[n % order.texts.length] ?? ''
  const team = 1 + ((n * 7919) % order.teams)
  serial += 1
  const id = String(serial)
  const body = new URLSearchParams({
    command: '/sprint',
    text,
    team_id: slackIds.workspace,
    channel_id: slackIds.channel(team),
    user_id: slackIds.person(team, 1 + (n % 5)),
    trigger_id: `${process.pid}.${id}`,
    response_url: `http://127.0.0.1:${port()}/response/${id}`,
  }).toString()
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', order.secret).update(`v0:${timestamp}:${body}`).digest('hex')
  return new Promise((done) => {
    const at = performance.now()
    sentAt.set(id, { text, at })
    const failed = () => {
      result.failed += 1
      done()
    }
    const outgoing = request({
      ...{ host: '127.0.0.1', port: order.port, path: '/slack/events', method: 'POST', agent },
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
      },
    })
    outgoing.once('error', failed)
    outgoing.once('response', (response) => {
      const took = performance.now() - at
      response.resume()
      if (response.statusCode !== 200) return failed()
      result.acks.push(took)
      done()
    })
    outgoing.end(body)
  })
}

function port(): number {
  return (server.address() as AddressInfo).port
}
