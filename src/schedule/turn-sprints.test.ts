// Sprints become active and closed by the date of their team, and not a moment by another's.
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/support/world.ts'
import { turnSprints } from './turn-sprints.ts'

const world = useWorld()

async function stateAt(instant: string, from: 'planned' | 'active' | 'closed'): Promise<string> {
  const { db } = world.services
  const { id } = world.sprint
  await db.sprint.update({ where: { id }, data: { state: from } })
  world.clock.set(instant)
  await turnSprints(db, world.services)
  return (await db.sprint.findFirstOrThrow({ where: { id } })).state
}

// The world's sprint: Mon 2026-11-16 to Fri 2026-11-27 in Denver, seven hours behind UTC.
describe('a sprint', () => {
  it.each([
    ['the last minute before its first day', '2026-11-16T06:59:59Z', 'planned', 'planned'],
    ['its first minute', '2026-11-16T07:00:00Z', 'planned', 'active'],
    ['its last minute', '2026-11-28T06:59:59Z', 'active', 'active'],
    ['the minute after', '2026-11-28T07:00:00Z', 'active', 'closed'],
    ['a month later, when nobody looked meanwhile', '2026-12-28T07:00:00Z', 'planned', 'closed'],
    ['any time after it was closed early', '2026-11-20T07:00:00Z', 'closed', 'closed'],
  ] as const)('at %s', async (_, instant, from, to) => {
    expect(await stateAt(instant, from)).toBe(to)
  })

  it('without dates waits', async () => {
    const { db } = world.services
    await db.sprint.update({ where: { id: world.sprint.id }, data: { start: null, end: null } })
    expect(await stateAt('2026-11-20T07:00:00Z', 'planned')).toBe('planned')
  })
})
