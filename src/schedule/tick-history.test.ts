import { expect, it } from 'vitest'
import { useWorld } from '#test/support/world.ts'
import { pruneTicks } from './tick-history.ts'

const world = useWorld()

it('forgets the ticks older than seven days and keeps the others', async () => {
  const { db, clock } = world.services
  const ats = ['2026-10-01T00:00:00Z', '2026-11-11T15:59:59Z', '2026-11-11T16:00:00Z', '2026-11-18T15:59:00Z']
  const counts = { moved: 1, late: 0, missed: 0, failed: 0, millis: 5 }
  await db.tick.createMany({ data: ats.map((at) => ({ at: new Date(at), process: 'test', ...counts })) })
  expect(await pruneTicks(db, clock)).toBe(2)
  const left = await db.tick.findMany({ orderBy: { at: 'asc' } })
  expect(left.map(({ at }) => at)).toEqual(ats.slice(2).map((at) => new Date(at)))
  expect(await pruneTicks(db, clock)).toBe(0)
})
