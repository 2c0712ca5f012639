// What an operator watches: served on a port of its own, and nowhere unless it is asked for.
import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '#test/support/app.ts'
import { freePort } from '#test/support/free-port.ts'
import { MAYA, SQUAD } from '#test/support/slack.ts'

const plan = `---
team: Squad
timezone: America/Denver
---
# Sprint 7 (2026-01-05 to 2026-01-16)

Slack: #squad

- [ ] SQ-1 Rotate the keys (3 pts) @Maya Okafor
`
const metricsPort = await freePort()
const port = await freePort()

describe('a process that is watched', () => {
  const test = useApp({
    start: '2026-01-05T15:00:00Z',
    environment: { METRICS_PORT: String(metricsPort), PORT: String(port) },
  })
  const get = (at: number, path: string) => fetch(`http://127.0.0.1:${at}${path}`)
  const value = async (line: string) => {
    const text = await (await get(metricsPort, '/metrics')).text()
    const found = text.split('\n').find((each) => each.startsWith(`${line} `))
    return found === undefined ? null : Number(found.split(' ').at(-1))
  }
  beforeAll(() => test.importPlan(plan))

  it('counts commands by their word, and how long they took', async () => {
    await test.slack.asUser(MAYA).command('/sprint help', SQUAD)
    await test.slack.asUser(MAYA).command('/sprint frobnicate', SQUAD)
    await test.slack.waitForMessage(({ text }) => text.includes('frobnicate'))
    await expect.poll(() => value('sprintkeeper_command_seconds_count{word="unknown"}')).toBe(1)
    expect(await value('sprintkeeper_command_seconds_count{word="help"}')).toBe(1)
    expect(await value('sprintkeeper_command_seconds_bucket{le="+Inf",word="help"}')).toBe(1)
    expect(await value('sprintkeeper_requests_under_way')).toBe(0)
    expect(await value('sprintkeeper_commands_waiting')).toBe(0)
  })

  it('counts posts by what became of them, and 429s', async () => {
    const before = (await value('sprintkeeper_posts_total{kind="post",outcome="sent"}')) ?? 0
    let limited = false
    test.slack.intercept((method) => {
      if (method !== 'chat.postMessage' || limited) return 'pass'
      limited = true
      return { status: 429, headers: { 'retry-after': '1' }, body: { ok: false, error: 'ratelimited' } }
    })
    await test.moveTo('2026-01-05T16:30:00Z')
    await expect
      .poll(() => value('sprintkeeper_posts_total{kind="post",outcome="sent"}'), { timeout: 10_000 })
      .toBeGreaterThan(before)
    expect(await value('sprintkeeper_slack_limited_total{method="chat.postMessage"}')).toBe(1)
    expect(await value('sprintkeeper_posts_total{kind="post",outcome="limited"}')).toBe(1)
  })

  it('says what waits in the outbox, what is late, and how old it is', async () => {
    const { db, workspaceId } = test.app.services
    const message = {
      workspaceId,
      kind: 'post' as const,
      createdAt: test.app.services.clock.now(),
      channel: SQUAD,
      strand: 'x',
      payload: { text: 'x', blocks: [] },
    }
    const dueAt = (iso: string) => new Date(iso)
    await db.message.createMany({
      data: [
        { ...message, key: 'late', dueAt: dueAt('2026-01-05T16:25:00Z'), retryAt: dueAt('2999-01-01') },
        { ...message, key: 'later', dueAt: dueAt('2026-01-06T16:25:00Z') },
        {
          ...message,
          key: 'dead',
          state: 'dead',
          error: 'not_in_channel',
          dueAt: dueAt('2026-01-05T16:25:00Z'),
        },
      ],
    })
    expect(await value('sprintkeeper_outbox_messages{state="late"}')).toBe(1)
    expect(await value('sprintkeeper_outbox_messages{state="due"}')).toBe(1)
    expect(await value('sprintkeeper_outbox_messages{state="waiting"}')).toBe(1)
    expect(await value('sprintkeeper_outbox_messages{state="parked"}')).toBe(1)
    expect(await value('sprintkeeper_outbox_oldest_due_seconds')).toBe(300)
    await db.message.deleteMany({ where: { strand: 'x' } })
  })

  it('says its version, its database and its ticks', async () => {
    const text = await (await get(metricsPort, '/metrics')).text()
    expect(text).toMatch(/sprintkeeper_build_info\{version="\d+\.\d+\.\d+",node="\d+/)
    expect(text).toContain('sprintkeeper_database_up 1')
    expect(await value('sprintkeeper_tick_age_seconds')).toBeLessThan(90)
    expect(await value('sprintkeeper_tick_seconds_count')).toBeGreaterThan(0)
    expect(text).toContain('nodejs_eventloop_lag_seconds')
  })

  it('says nothing of it at the port that strangers reach', async () => {
    const config = await import('../../src/config.ts')
    expect(config.readConfig({}).metrics).toBeNull()
    expect(config.readConfig({ METRICS_PORT: '9464' }).metrics).toEqual({ port: 9464, host: '127.0.0.1' })
    expect((await get(port, '/metrics')).status).toBe(404)
    expect((await get(metricsPort, '/health')).status).toBe(404)
  })
})
