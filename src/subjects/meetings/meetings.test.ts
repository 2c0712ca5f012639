import { describe, expect, it } from 'vitest'
import type { RuleKind } from '#domain/kinds.ts'
import { outbox, planOccurrence, tickWorld } from '#test/support/occurrence.ts'
import { useWorld } from '#test/support/world.ts'

describe('reminders of meetings', () => {
  const world = useWorld()
  const remind = async (kind: RuleKind, title: string): Promise<string> => {
    world.clock.advance(60)
    const opensAt = world.clock.now().toISOString()
    const closesAt = new Date(world.clock.now().getTime() + 3_600_000).toISOString()
    await planOccurrence(world, { kind, title, opensAt, closesAt })
    await tickWorld(world)
    return (await outbox(world)).at(-1)?.text ?? ''
  }

  it('refinement names the items that are not ready, and what each lacks', async () => {
    const text = await remind('refinement', 'Refinement')
    expect(text).toContain('*HP-4* Clean up webhooks — no estimate, no acceptance criteria, no owner')
    expect(text).toContain('*HP-3* Refund e-mail — no acceptance criteria')
    expect(text).not.toContain('*HP-2*')
  })

  it('planning sets what is planned against the capacity', async () => {
    const text = await remind('planning', 'Sprint planning')
    expect(text).toContain('Planned: *16 points* in 4 items against a capacity of *18–22 points*')
    expect(text).toContain('Settle refunds within a day')
  })

  it('review lists what to show and what is not done', async () => {
    const text = await remind('review', 'Sprint review')
    expect(text).toMatch(/Done: \*5 of 16 points\*.*To show.*HP-1.*Not done.*HP-2.*HP-3.*HP-4/s)
    expect(text).not.toContain('HP-5')
  })
})
