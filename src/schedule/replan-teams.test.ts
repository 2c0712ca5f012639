import { describe, expect, it } from 'vitest'
import { planOccurrence } from '#test/support/occurrence.ts'
import { useWorld } from '#test/support/world.ts'
import { replanTeams } from './replan-teams.ts'

describe('replanTeams', () => {
  const world = useWorld()

  it('puts an occurrence where the zone’s rules have it now, though it was planned under others', async () => {
    const planned = await planOccurrence(world, {
      kind: 'review',
      title: 'Review',
      opensAt: '2026-11-19T15:30:00Z',
      closesAt: '2026-11-19T16:30:00Z',
    })
    await replanTeams(world.services)
    const now = await world.services.db.occurrence.findUniqueOrThrow({ where: { id: planned.id } })
    expect([now.opensAt.toISOString(), now.nextAt?.toISOString()]).toEqual([
      '2026-11-19T16:30:00.000Z',
      '2026-11-19T16:30:00.000Z',
    ])
  })

  it('goes on when one team’s zone is spoiled', async () => {
    const { db } = world.services
    await db.team.update({ where: { id: world.team.id }, data: { zone: 'Nowhere/Land' } })
    await expect(replanTeams(world.services)).resolves.toBeUndefined()
  })
})
