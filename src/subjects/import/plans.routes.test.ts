// POST /plans: who may, what comes back, and what is refused.
import type { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeServer, serve } from '#platform/http/server.ts'
import { useWorld } from '#test/support/world.ts'
import { plansRoute } from './plans.routes.ts'
import { mostBytes } from './read-plan.ts'

const world = useWorld()
const token = 'a-token-of-a-pipeline'
let server: ReturnType<typeof createServer>
let address: string

beforeAll(async () => {
  const route = plansRoute(world.services, { plansToken: token, defaultTimeZone: 'UTC' })
  server = await serve([route], { port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/plans`
})
afterAll(() => closeServer(server))

const plan = '# Sprint 33 (Nov 30 – Dec 11, 2026)\n\n- [ ] HP-9 Send the refund (3 pts)\n'

async function send(
  query: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  const response = await fetch(`${address}${query}`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/markdown', ...headers },
  })
  return { status: response.status, body: (await response.json()) as { error?: { code: string } } }
}

const stored = () => world.services.db.planRevision.count()

it('imports a plan for the team that is named, and says what came of it', async () => {
  const { status, body } = await send('?path=docs/sprint-33.md&team=harbor-payments', plan)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    unchanged: false,
    plans: [
      {
        team: 'harbor-payments',
        made: false,
        revision: 1,
        sprints: [{ start: '2026-11-30', end: '2026-12-11', state: 'planned' }],
      },
    ],
  })
  const again = await send('?path=docs/sprint-33.md&team=harbor-payments', plan)
  expect(again.body).toMatchObject({ unchanged: true })
})

it.each([
  ['no token', '?path=a.md', plan, { authorization: '' }, 401, 'unauthorized'],
  ['a wrong token', '?path=a.md', plan, { authorization: 'Bearer another' }, 401, 'unauthorized'],
  ['no path', '', plan, {}, 400, 'no_path'],
  ['a team that is not there', '?path=a.md&team=nobody', plan, {}, 404, 'no_such_team'],
  ['a form', '?path=a.md', plan, { 'content-type': 'multipart/form-data; boundary=x' }, 415, 'wrong_type'],
  ['no plan', '?path=a.md', 'Buy milk.', {}, 422, 'no_plan'],
  ['nothing', '?path=a.md', '', {}, 422, 'no_plan'],
])('refuses %s and stores nothing', async (_, query, body, headers, status, code) => {
  const before = await stored()
  const answer = await send(query, body, headers as Record<string, string>)
  expect([answer.status, answer.body.error?.code]).toEqual([status, code])
  expect(await stored()).toBe(before)
})

it('refuses more than a plan may be', async () => {
  const { status, body } = await send('?path=a.md', new Uint8Array(mostBytes + 1))
  expect([status, body.error?.code]).toEqual([413, 'plan_too_large'])
})

it('receives few plans at once', async () => {
  const { hostname, port } = new URL(address)
  const head = `POST /plans?path=a.md HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-length: 9\r\n\r\n`
  const sockets = Array.from({ length: 4 }, () => connect(Number(port), hostname).on('error', () => {}))
  try {
    for (const socket of sockets) socket.write(head)
    await expect
      .poll(() => send('?path=a.md', plan))
      .toMatchObject({ status: 503, body: { error: { code: 'busy' } } })
  } finally {
    for (const socket of sockets) socket.destroy()
  }
  await expect
    .poll(() => send('?path=docs/after.md&team=harbor-payments', plan))
    .toMatchObject({ status: 200 })
})
