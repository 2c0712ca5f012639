// A start where Slack limits users.list: the product works, and the names follow when Slack allows it.
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterEach, expect, it } from 'vitest'
import { localBudgets } from '#platform/delivery/limits.ts'
import { type Application, startApplication } from '../src/application.ts'
import { readConfig } from '../src/config.ts'
import { useDatabase } from './support/database.ts'
import { freePort } from './support/free-port.ts'
import { MAYA, SQUAD, startTestSlack, type TestSlack } from './support/slack.ts'

const database = useDatabase()
const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

/** The local Slack behind a door that answers users.list with 429 until it is told to let it through. */
async function limitedSlack(
  retryAfter: string,
): Promise<{ slack: TestSlack; url: string; asked(): number; allow(): void }> {
  const slack = await startTestSlack()
  open.push(() => slack.close())
  let asked = 0
  let allowed = false
  const allow = () => {
    allowed = true
  }
  const door = createServer((incoming, answer) => {
    if (incoming.url?.endsWith('users.list') && !allowed) {
      asked += 1
      incoming.resume()
      answer.writeHead(429, { 'retry-after': retryAfter }).end('{"ok":false,"error":"ratelimited"}')
      return
    }
    const target = new URL(incoming.url?.replace(/^\/api\//, '') ?? '', slack.url)
    const onward = request(
      target,
      { method: incoming.method ?? 'POST', headers: incoming.headers },
      (reply) => {
        answer.writeHead(reply.statusCode ?? 500, reply.headers)
        reply.pipe(answer)
      },
    )
    incoming.pipe(onward)
  })
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done))
  open.push(() => {
    door.closeAllConnections()
    door.close()
  })
  const url = `http://127.0.0.1:${(door.address() as AddressInfo).port}/api/`
  return { slack, url, asked: () => asked, allow }
}

it('starts, answers, and reads the names later', { timeout: 60_000 }, async () => {
  const { slack, url, asked, allow } = await limitedSlack('1')
  const port = await freePort()
  const config = readConfig({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: url,
    DATABASE_URL: database.connectionString,
    PORT: String(port),
  })
  const app: Application = await startApplication({
    config,
    log: pino({ level: 'silent' }),
    clock: slack.clock,
    budgets: localBudgets,
  })
  open.push(() => app.stop())
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`)
  expect(asked()).toBeGreaterThan(0)
  await slack.asUser(MAYA).command('/sprint help', SQUAD)
  await expect.poll(() => slack.ephemerals(MAYA).length).toBe(1)
  expect(await app.services.db.person.count()).toBe(1)
  allow()
  await app.services.people
  expect(await app.services.db.person.count()).toBeGreaterThan(3)
  expect(await app.services.db.person.count({ where: { name: 'Priya Raman' } })).toBe(1)
})
