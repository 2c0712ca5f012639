// What comes over HTTP and is not Slack's: refused before its body is read, and never the end of the process.
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { App, LogLevel, type Receiver } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freePort } from '#test/support/free-port.ts'
import { httpReceiver } from './http-receiver.ts'

const signingSecret = 'a-secret-of-the-test-app'
const silent = {
  ...{ debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, setName() {} },
  getLevel: () => LogLevel.ERROR,
}

let receiver: Receiver
let port: number
let heard: unknown[]
const sockets: Socket[] = []

beforeEach(async () => {
  heard = []
  port = await freePort()
  receiver = httpReceiver({ signingSecret, port, routes: [], logger: silent })
  const authorize = async () => ({ botToken: 'xoxb-test', botId: 'B0TEST', botUserId: 'U0BOT' })
  const app = new App({ receiver, authorize, logger: silent })
  app.event('app_mention', async ({ body }) => void heard.push(body))
  await app.start()
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await receiver.stop()
})

function headersFor(body: string, ageSeconds = 0): Record<string, string> {
  const timestamp = Math.floor(Date.now() / 1000) - ageSeconds
  const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${digest}` }
}

async function send(body: string, { type = 'application/json', ageSeconds = 0 } = {}): Promise<number> {
  const headers = { 'content-type': type, ...headersFor(body, ageSeconds) }
  const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body, headers })
  return answer.status
}

/** Sends the head of a request that promises `length` bytes, then nothing: the status of what is answered all the same. */
async function sendHead(headers: Record<string, string>, length: number): Promise<number> {
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  socket.on('error', () => {})
  const lines = Object.entries({ host: 'test', 'content-length': String(length), ...headers })
  socket.write(
    `POST /slack/events HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
  )
  const [answer] = (await once(socket, 'data')) as [Buffer]
  return Number(answer.toString().split(' ')[1])
}

const mention = JSON.stringify({ type: 'event_callback', team_id: 'T', event: { type: 'app_mention' } })

describe('Slack over HTTP', () => {
  it('hears what Slack signed', async () => {
    expect(await send(mention)).toBe(200)
    expect(heard).toHaveLength(1)
  })

  it.each([
    ['null', 'application/json'],
    ['null', 'text/plain'],
    ['null', 'application/x-www-form-urlencoded; charset=utf-8'],
    ['payload=null', 'application/x-www-form-urlencoded'],
    ['7', 'application/json'],
    ['"text"', 'application/json'],
    ['[]', 'application/json'],
    ['{', 'application/json'],
    ['', 'application/json'],
  ])('answers 400 to a signed %s as %s, and goes on', async (body, type) => {
    expect(await send(body, { type })).toBe(400)
    expect(await send(mention)).toBe(200)
  })

  it.each([
    ['a day old', 86_400, 401],
    ['6 minutes old', 360, 401],
    ['4 minutes old', 240, 200],
    ['4 minutes ahead', -240, 200],
    ['6 minutes ahead', -360, 401],
    ['a day ahead', -86_400, 401],
  ])('judges a signature that is %s', async (_, ageSeconds, status) => {
    expect(await send(mention, { ageSeconds })).toBe(status)
  })

  it('answers before the body where the headers say enough', async () => {
    const megabyte = 1024 * 1024
    const { 'x-slack-signature': signature = '', ...timestamp } = headersFor('')
    expect(await sendHead({}, megabyte)).toBe(401)
    expect(await sendHead(timestamp, megabyte)).toBe(401)
    expect(await sendHead({ ...timestamp, 'x-slack-signature': 'v0=short' }, megabyte)).toBe(401)
    expect(await sendHead({ ...headersFor('', 400) }, megabyte)).toBe(401)
    expect(await sendHead({ ...timestamp, 'x-slack-signature': signature }, megabyte + 1)).toBe(413)
  })

  it('reads few bodies at once, and gives up on a slow one', async () => {
    const slow = Array.from({ length: 32 }, () => sendHead(headersFor(''), 1_000))
    // The heads of the 32 have arrived when one more is refused.
    await expect.poll(() => send(mention)).toBe(503)
    expect(new Set(await Promise.all(slow))).toEqual(new Set([408]))
    expect(await send(mention)).toBe(200)
  })

  it('refuses a body whose signature is of another', async () => {
    const headers = { 'content-type': 'application/json', ...headersFor('another') }
    const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      body: mention,
      headers,
    })
    expect(answer.status).toBe(401)
    // Bolt lets an unsigned ssl_check pass.
    const form = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      body: new URLSearchParams({ ssl_check: '1' }),
    })
    expect(form.status).toBe(401)
  })
})
