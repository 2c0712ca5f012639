import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { App, LogLevel, type Receiver } from '@slack/bolt'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { receiveCommands } from './command.ts'

const happened: string[] = []
const responseAddress = createServer(async (request, response) => {
  happened.push(`answered: ${JSON.parse(await text(request)).text}`)
  response.end('ok')
})
beforeAll(async () => {
  responseAddress.listen(0, '127.0.0.1')
  await once(responseAddress, 'listening')
})
afterAll(() => {
  responseAddress.closeAllConnections()
  responseAddress.close()
})

it('acknowledges a command before anything that can fail, and then says that it failed', async () => {
  const receiver: Receiver = { init() {}, start: async () => {}, stop: async () => {} }
  const authorize = async () => ({ botToken: 'xoxb-test', botId: 'B0TEST', botUserId: 'U0BOT' })
  const app = new App({ receiver, authorize, logLevel: LogLevel.ERROR })
  app.use(receiveCommands({ log: pino({ level: 'silent' }), workspaceId: 'test' }))
  app.use(async () => {
    happened.push('looked into the database')
    throw new Error('the database is away')
  })
  await app.processEvent({
    body: {
      ...{ command: '/sprint', text: 'status', team_id: 'T0TEST', channel_id: 'C0SQUAD', user_id: 'U0MAYA' },
      response_url: `http://127.0.0.1:${(responseAddress.address() as AddressInfo).port}/response`,
    },
    ack: async () => {
      happened.push('acknowledged')
    },
  })
  expect(happened).toEqual([
    'acknowledged',
    'looked into the database',
    expect.stringMatching(/^answered: Something went wrong on our side, and nothing was changed/),
  ])
})
