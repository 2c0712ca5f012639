// A tick and what people do, killed between two statements: all of it is stored, with its message, or nothing.
// FAULT_POINTS=all (npm run faults) kills at every statement, else at a few.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planOccurrence } from '#test/support/occurrence.ts'
import { useWorld, type World } from '#test/support/world.ts'
import { type Act, perform } from './act.ts'
import { startTcpProxy } from './tcp-proxy.ts'

const all = process.env.FAULT_POINTS === 'all'
// The first ones of each connection are its own business; the last of an act is its commit.
const points = all ? Array.from({ length: 120 }, (_, index) => index + 1) : [15]
const patient = { timeout: all ? 600_000 : 60_000 }

/** @returns whether the process died at its `point`-th piece, and did not end before */
async function killedAt(world: World, act: Act, point: number): Promise<boolean> {
  let pieces = 0
  const proxy = await startTcpProxy(world.connectionString, () => {
    pieces += 1
    if (pieces === point) child.kill('SIGKILL')
    return pieces < point
  })
  const child = fork(join(import.meta.dirname, 'act.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      DATABASE_URL: proxy.connectionString,
      WORKSPACE_ID: world.services.workspaceId,
      NOW: world.clock.now().toISOString(),
      ACT: JSON.stringify(act),
    },
  })
  const [, signal] = await once(child, 'exit')
  await proxy.stop()
  // The server finds out that its client is gone, and rolls back.
  await expect
    .poll(
      () => world.services.db.$queryRaw`select 1 from pg_stat_activity where datname = current_database()
        and state like 'idle in transaction%'`,
      { timeout: 10_000 },
    )
    .toEqual([])
  return signal === 'SIGKILL'
}

describe('killed between two statements', () => {
  const world = useWorld()
  let day = 0
  const occurrence = (kind: 'standup' | 'retro') => {
    day += 1
    const at = new Date(Date.parse('2026-11-18T16:00:00Z') + day * 3_600_000)
    world.clock.set(at.toISOString())
    return planOccurrence(world, {
      kind,
      title: kind,
      opensAt: at.toISOString(),
      closesAt: new Date(at.getTime() + 1_800_000).toISOString(),
    })
  }
  const messages = (part: string) =>
    world.services.db.message.count({ where: { kind: 'post', key: { contains: part } } })

  /** Each point with a state of its own; `stored` counts what must be there together. */
  async function sweep(
    prepare: () => Promise<{ act: Act; stored: () => Promise<number[]>; whole: number[] }>,
  ): Promise<void> {
    let died = 0
    for (const point of points) {
      const { act, stored, whole } = await prepare()
      const isKilled = await killedAt(world, act, point)
      if (isKilled) died += 1
      const after = await stored()
      expect([whole.map(() => 0), whole], `after statement ${point}`).toContainEqual(after)
      await perform(world.services, act)
      expect(await stored(), `done again after statement ${point}`).toEqual(whole)
      if (!isKilled) break
    }
    expect(died).toBeGreaterThan(0)
  }

  it('a tick opens a stand-up with its message once', patient, () =>
    sweep(async () => {
      const { id, ruleId } = await occurrence('standup')
      return {
        act: { name: 'tick' },
        stored: async () => [
          await world.services.db.occurrence.count({ where: { id, state: 'open' } }),
          await messages(`${ruleId}.0:open`),
        ],
        whole: [1, 1],
      }
    }),
  )

  it('an answer is stored with its reply, its item’s move and its audit', patient, () =>
    sweep(async () => {
      const { db } = world.services
      const { id, ruleId } = await occurrence('standup')
      await perform(world.services, { name: 'tick' })
      const [item] = await db.item.findMany({ where: { key: 'HP-3' } })
      const itemId = item?.id ?? ''
      await db.item.update({ where: { id: itemId }, data: { status: 'ready' } })
      await db.itemEvent.deleteMany({ where: { itemId } })
      return {
        act: { name: 'answer', occurrenceId: id, personId: world.people.jonas.id, itemId },
        stored: async () => [
          await db.checkIn.count({ where: { occurrenceId: id } }),
          await messages(`${ruleId}.0:answer`),
          await db.itemEvent.count({ where: { itemId } }),
          await db.auditEntry.count({
            where: { action: 'checkin.answered', detail: { path: ['occurrenceId'], equals: id } },
          }),
        ],
        whole: [1, 1, 1, 1],
      }
    }),
  )

  it('a blocker is raised with its card and its item blocked, once a form', patient, () =>
    sweep(async () => {
      const { db } = world.services
      const [item] = await db.item.findMany({ where: { key: 'HP-2' } })
      const itemId = item?.id ?? ''
      await db.blocker.deleteMany()
      await db.message.deleteMany({ where: { key: { startsWith: 'blocker' } } })
      await db.item.update({ where: { id: itemId }, data: { status: 'in_progress' } })
      day += 1
      const submission = `V${day}`
      return {
        act: { name: 'block', teamId: world.team.id, personId: world.people.priya.id, itemId, submission },
        stored: async () => [
          await db.blocker.count(),
          await messages('blocker'),
          await db.item.count({ where: { id: itemId, status: 'blocked' } }),
        ],
        whole: [1, 1, 1],
      }
    }),
  )

  it('notes of a retro are stored together, or none', patient, () =>
    sweep(async () => {
      const { id: occurrenceId } = await occurrence('retro')
      return {
        act: { name: 'notes', retroId: occurrenceId, personId: world.people.maya.id },
        stored: async () => {
          const notes = await world.services.db.retroNote.findMany({ where: { occurrenceId } })
          // Who saw nothing come of it sends them again: the same notes, perhaps twice, never one of them alone.
          return ['well', 'didnt'].map((column) =>
            Math.min(notes.filter((one) => one.column === column).length, 1),
          )
        },
        whole: [1, 1],
      }
    }),
  )
})
