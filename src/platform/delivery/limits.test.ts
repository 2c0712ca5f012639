import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { useDatabase } from '#test/support/database.ts'
import { type Limits, limits, localBudgets } from './limits.ts'
import { openSql } from './sql.ts'

const database = useDatabase()
const budgets = {
  ...localBudgets,
  channel: { calls: 2, seconds: 3_600 },
  channelBurst: { calls: 3, seconds: 3_600 },
  methods: {
    ...localBudgets.methods,
    'chat.postMessage': { calls: 7, seconds: 3_600 },
    'conversations.open': { calls: 7, seconds: 60 },
    'chat.update': { calls: 1_000_000, seconds: 1 },
  },
}

describe('the budget of Slack’s limits', () => {
  const processes: Limits[] = []
  const disconnects: (() => Promise<void>)[] = []
  beforeAll(() => {
    for (let n = 0; n < 3; n++) {
      const sql = openSql(database.connectionString, pino({ level: 'silent' }))
      disconnects.push(() => sql.end())
      processes.push(limits(sql, budgets))
    }
  })
  afterAll(() => Promise.all(disconnects.map((disconnect) => disconnect())))

  const takenBy = async (take: (process: Limits) => Promise<{ waitMillis: number }>) => {
    const grants = await Promise.all(Array.from({ length: 30 }, (_, n) => take(processes[n % 3] as Limits)))
    return grants.filter(({ waitMillis }) => waitMillis === 0).length
  }

  it('gives a method’s calls once to all processes together, each workspace its own', async () => {
    expect(await takenBy((one) => one.forMethod('workspace a', 'chat.postMessage'))).toBe(7)
    expect(await takenBy((one) => one.forMethod('workspace b', 'chat.postMessage'))).toBe(7)
  })

  it('gives a channel its pace and its burst, each channel its own', async () => {
    expect(await takenBy((one) => one.forChannel('workspace a', 'C1'))).toBe(5)
    expect(await takenBy((one) => one.forChannel('workspace a', 'C2'))).toBe(5)
  })

  it('says with the last call of a time how long the next has to wait', async () => {
    const [one] = processes as [Limits]
    const grants: number[] = []
    for (let n = 0; n < 8; n++)
      grants.push((await one.forMethod('workspace c', 'chat.postMessage')).nextMillis)
    expect(grants.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0])
    for (const next of grants.slice(6)) expect(next).toBeGreaterThan(3_000_000)
  })

  it('goes by the database’s clock: a host 90 s ahead shares the budget', async () => {
    const [one] = processes as [Limits]
    const ahead = { toFake: ['Date' as const], now: Date.now() + 90_000 }
    await Promise.all(Array.from({ length: 7 }, () => one.forMethod('workspace f', 'conversations.open')))
    vi.useFakeTimers(ahead)
    try {
      const grant = await one.forMethod('workspace f', 'conversations.open')
      expect(grant.waitMillis).toBeGreaterThan(0)
      expect(grant.waitMillis).toBeLessThan(60_001)
    } finally {
      vi.useRealTimers()
    }
  })

  it('lets a channel wait for its pace or its burst, whichever is the sooner', async () => {
    const sql = openSql(database.connectionString, pino({ level: 'silent' }))
    disconnects.push(() => sql.end())
    const [long, short] = [
      { calls: 1, seconds: 3_600 },
      { calls: 1, seconds: 60 },
    ]
    for (const [channel, channelBurst] of [
      [long, short],
      [short, long],
    ] as const) {
      const one = limits(sql, { ...budgets, channel, channelBurst })
      const id = `C${channel.seconds}`
      expect((await one.forChannel('workspace h', id)).waitMillis).toBe(0)
      expect((await one.forChannel('workspace h', id)).waitMillis).toBe(0)
      const { waitMillis } = await one.forChannel('workspace h', id)
      expect(waitMillis).toBeGreaterThan(0)
      expect(waitMillis).toBeLessThan(60_001)
    }
  })

  it('begins a new time with the first call after the old one, and does not put off its end', async () => {
    const sql = openSql(database.connectionString, pino({ level: 'silent' }))
    disconnects.push(() => sql.end())
    const [one] = processes as [Limits]
    const untilOf = async () =>
      (await sql<{ until: Date }>`select until from "RateLimit" where key = 'chat.update:workspace i'`)[0]
        ?.until
    await one.forMethod('workspace i', 'chat.update')
    await sql`update "RateLimit" set until = now() + interval '20 s' where key = 'chat.update:workspace i'`
    const until = await untilOf()
    await one.forMethod('workspace i', 'chat.update')
    expect(await untilOf()).toEqual(until)
    await sql`update "RateLimit" set until = now() - interval '1 s', calls = 1000000 where key = 'chat.update:workspace i'`
    expect((await one.forMethod('workspace i', 'chat.update')).waitMillis).toBe(0)
    expect((await untilOf())?.getTime()).toBeGreaterThan((until?.getTime() ?? 0) - 20_000)
  })

  it('of a method that nobody counts is what Slack blocks, for all processes', async () => {
    const [one, other] = processes as [Limits, Limits]
    const waits = async (limit: Limits) =>
      (await limit.forMethod('workspace u', 'conversations.replies')).waitMillis
    expect([await waits(one), await waits(other)]).toEqual([0, 0])
    await one.block('workspace u', 'conversations.replies', 60)
    expect(await waits(one)).toBeGreaterThan(50_000)
    await expect.poll(() => waits(other)).toBeGreaterThan(50_000)
    expect((await other.forMethod('workspace v', 'conversations.replies')).waitMillis).toBe(0)
  })

  it('forgets what has been over for an hour, and nothing that counts', async () => {
    const sql = openSql(database.connectionString, pino({ level: 'silent' }))
    disconnects.push(() => sql.end())
    await sql`insert into "RateLimit" (key, calls, until) values ('old', 1, now() - interval '61 min'),
      ('lately', 1, now() - interval '59 min'), ('counts', 1, now() + interval '1 min')`
    await processes[0]?.prune()
    const left = await sql<{
      key: string
    }>`select key from "RateLimit" where key in ('old', 'lately', 'counts') order by key`
    expect(left.map(({ key }) => key)).toEqual(['counts', 'lately'])
  })

  it.each([
    ['a later one that is shorter', [60, 1]],
    ['a later one that is longer', [1, 60]],
  ])('keeps the longest time for which Slack said to stay away, over %s', async (_, seconds) => {
    const workspace = `workspace ${seconds.join()}`
    const [one, other] = processes as [Limits, Limits]
    for (const each of seconds) await one.block(workspace, 'chat.postMessage', each)
    const { waitMillis } = await other.forMethod(workspace, 'chat.postMessage')
    expect(waitMillis).toBeGreaterThan(50_000)
    expect(waitMillis).toBeLessThan(60_001)
  })

  it('blocks a method whose budget is in use, until Slack’s time and not until the budget’s', async () => {
    const [one] = processes as [Limits]
    expect((await one.forMethod('workspace g', 'conversations.open')).waitMillis).toBe(0)
    await one.block('workspace g', 'conversations.open', 600)
    const { waitMillis } = await one.forMethod('workspace g', 'conversations.open')
    expect(waitMillis).toBeGreaterThan(590_000)
  })

  it('blocks one method in one workspace, for all processes', async () => {
    await processes[0]?.block('workspace d', 'chat.postMessage', 60)
    expect((await processes[1]?.forMethod('workspace d', 'chat.postMessage'))?.waitMillis).toBeGreaterThan(
      50_000,
    )
    expect((await processes[1]?.forMethod('workspace d', 'chat.update'))?.waitMillis).toBe(0)
    expect((await processes[1]?.forMethod('workspace e', 'chat.postMessage'))?.waitMillis).toBe(0)
  })
})
