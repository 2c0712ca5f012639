import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { connect } from '#platform/store/client.ts'
import { outbox, planOccurrence, tickWorld } from '#test/support/occurrence.ts'
import { useWorld } from '#test/support/world.ts'
import type { TickResult } from './tick.ts'
import { uptimeOf } from './uptime.ts'

const child = join(import.meta.dirname, '../../test/support/tick-process.ts')
const review = { kind: 'review', title: 'Sprint review' } as const

async function ready(...parameters: string[]): Promise<ChildProcessWithoutNullStreams> {
  const process_ = spawn(process.execPath, [child, ...parameters])
  await once(process_.stdout, 'data')
  return process_
}

async function go(process_: ChildProcessWithoutNullStreams): Promise<TickResult> {
  const answered = once(process_.stdout, 'data')
  process_.stdin.write('go\n')
  return JSON.parse(String((await answered)[0]))
}

describe('tick', () => {
  const world = useWorld()

  it('opens each occurrence once when two processes tick at the same moment', async () => {
    const count = 40
    for (let minute = 0; minute < count; minute++)
      await planOccurrence(world, {
        ...review,
        opensAt: `2026-11-18T15:${String(minute).padStart(2, '0')}:00Z`,
        closesAt: '2026-11-18T18:00:00Z',
      })
    const parameters = [world.connectionString, world.services.workspaceId, '2026-11-18T16:00:00Z']
    const processes = await Promise.all([ready(...parameters), ready(...parameters)])
    const results = await Promise.all(processes.map(go))
    expect(results.map(({ failed }) => failed)).toEqual([0, 0])
    const moved = results.map((result) => result.moved)
    expect(moved.reduce((sum, each) => sum + each, 0)).toBe(count)
    expect(Math.min(...moved)).toBeGreaterThan(0)
    expect(await outbox(world)).toHaveLength(count)
  })

  it('records what is too late as missed, with the reason, and posts nothing for it', async () => {
    const before = (await outbox(world)).length
    const missed = await planOccurrence(world, {
      ...review,
      opensAt: '2026-11-18T16:30:00Z',
      closesAt: '2026-11-18T17:00:00Z',
    })
    world.clock.set('2026-11-19T16:00:00Z')
    expect(await tickWorld(world)).toMatchObject({ moved: 0, missed: 1, failed: 0 })
    const row = await world.services.db.occurrence.findUniqueOrThrow({ where: { id: missed.id } })
    expect(row).toMatchObject({ state: 'missed', nextAt: null, openedAt: null })
    expect(row.reason).toBe('missed: Sprintkeeper was not running; it came back on 2026-11-19 at 09:00')
    expect(await outbox(world)).toHaveLength(before)
  })

  it('tells what was missed in the team’s next message, once', async () => {
    await planOccurrence(world, {
      kind: 'delta',
      title: 'Daily delta',
      opensAt: '2026-11-19T16:00:00Z',
      closesAt: '2026-11-19T20:00:00Z',
    })
    await planOccurrence(world, {
      ...review,
      opensAt: '2026-11-19T14:00:00Z',
      closesAt: '2026-11-19T15:00:00Z',
    })
    expect(await tickWorld(world)).toMatchObject({ moved: 1, missed: 1 })
    expect((await outbox(world)).at(-1)?.text).toMatch(
      /Missed while Sprintkeeper was not running: the review of Wed 18 Nov, the review of Thu 19 Nov\./,
    )
    await planOccurrence(world, {
      kind: 'delta',
      title: 'Daily delta',
      opensAt: '2026-11-19T15:59:00Z',
      closesAt: '2026-11-19T20:00:00Z',
    })
    await tickWorld(world)
    expect((await outbox(world)).at(-1)?.text).not.toContain('review of')
  })

  it('says late when it is late but still useful', async () => {
    await planOccurrence(world, {
      ...review,
      opensAt: '2026-11-19T15:00:00Z',
      closesAt: '2026-11-19T18:00:00Z',
    })
    expect(await tickWorld(world)).toMatchObject({ moved: 1, late: 1 })
    expect((await outbox(world)).at(-1)?.text).toContain('this reminder is late')
  })

  it('lets a bad row hold up no other, and tries it again later', async () => {
    const bad = await planOccurrence(world, {
      ...review,
      opensAt: '2026-11-19T15:50:00Z',
      closesAt: '2026-11-19T18:00:00Z',
    })
    await planOccurrence(world, {
      ...review,
      opensAt: '2026-11-19T15:55:00Z',
      closesAt: '2026-11-19T18:00:00Z',
    })
    // The zone that a hand in the database spoiled makes every step of this rule throw.
    await world.services.db.ceremonyRule.update({ where: { id: bad.ruleId }, data: { zone: 'Nowhere/Land' } })
    await world.services.db.occurrence.update({ where: { id: bad.id }, data: { kind: 'delta' } })
    expect(await tickWorld(world)).toMatchObject({ moved: 1, failed: 1 })
    const row = await world.services.db.occurrence.findUniqueOrThrow({ where: { id: bad.id } })
    expect([row.state, row.failures, row.nextAt?.toISOString()]).toEqual([
      'planned',
      1,
      '2026-11-19T16:00:10.000Z',
    ])
    expect(await tickWorld(world)).toMatchObject({ moved: 0, failed: 0 })
  })

  it('keeps a list of the looks at which something happened', async () => {
    const ticks = await world.services.db.tick.findMany({ orderBy: { at: 'asc' } })
    expect(ticks.reduce((sum, { moved }) => sum + moved, 0)).toBe(44)
    expect(ticks.at(-1)).toMatchObject({ moved: 1, failed: 1, process: 'test' })
  })

  it('leaves a row of a kind that a newer version wrote for that version, and goes on with the others', async () => {
    world.clock.set('2026-11-18T20:00:00Z')
    const window = { opensAt: '2026-11-18T20:00:00Z', closesAt: '2026-11-18T22:00:00Z' }
    const unknown = await planOccurrence(world, { ...review, ...window })
    const known = await planOccurrence(world, { ...review, ...window, opensAt: '2026-11-18T19:59:00Z' })
    const { db } = world.services
    await db.occurrence.update({ where: { id: unknown.id }, data: { kind: 'one_on_one' } })
    expect(await tickWorld(world)).toMatchObject({ moved: 1, failed: 1 })
    const row = async (id: string) => (await db.occurrence.findUniqueOrThrow({ where: { id } })).state
    expect(await row(known.id)).not.toBe('planned')
    expect(await db.occurrence.findUniqueOrThrow({ where: { id: unknown.id } })).toMatchObject({
      ...{ state: 'planned', step: 'open', kind: 'one_on_one', failures: 1 },
      nextAt: new Date('2026-11-18T20:00:10Z'),
    })
    await db.occurrence.delete({ where: { id: unknown.id } })
  })
})

describe('what is late, and why', () => {
  const world = useWorld()

  it('calls nothing late before the time that it was moved to', async () => {
    world.clock.set('2026-11-19T16:00:00Z')
    const row = await planOccurrence(world, {
      ...review,
      opensAt: '2026-11-19T14:30:00Z',
      closesAt: '2026-11-19T18:00:00Z',
    })
    await world.services.db.occurrence.update({
      where: { id: row.id },
      data: { timedAt: world.clock.now() },
    })
    expect(await tickWorld(world)).toMatchObject({ moved: 1, late: 0 })
    expect((await outbox(world)).at(-1)?.text).not.toContain('late')
  })

  it('says that it was not running only where its own record says so', async () => {
    const { services, clock } = world
    const prisma = connect(world.connectionString, { connections: 1 })
    const uptime = uptimeOf(prisma, clock, 'test', [services.workspaceId])
    const delta = async (opensAt: string) => {
      await planOccurrence(world, {
        kind: 'delta',
        title: 'Delta',
        opensAt,
        closesAt: '2026-11-20T20:00:00Z',
      })
      await tickWorld(world)
      return (await outbox(world)).at(-1)?.text ?? ''
    }
    clock.set('2026-11-20T16:00:00Z')
    for (let minute = 0; minute < 20; minute++) {
      await uptime.note()
      clock.advance(1)
    }
    expect(await delta('2026-11-20T16:10:00Z')).toMatch(/This report is late\./)
    expect(await delta('2026-11-20T15:10:00Z')).toContain('late: Sprintkeeper was not running at its time')
    clock.advance(30)
    await uptime.note()
    clock.advance(1)
    await uptime.note()
    expect(await services.db.uptime.count()).toBe(2)
    expect(await delta('2026-11-20T16:35:00Z')).toContain('late: Sprintkeeper was not running at its time')
    await prisma.$disconnect()
  })
})
