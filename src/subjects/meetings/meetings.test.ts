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

  it('refinement looks at the coming sprint too, also when another file of the team says it', async () => {
    const { services, team } = world
    const own = { workspaceId: services.workspaceId, teamId: team.id }
    const source = await services.db.planSource.create({ data: { ...own, path: 'plans/next.md' } })
    const next = await services.db.sprint.create({
      data: {
        ...own,
        sourceId: source.id,
        name: 'Sprint 33',
        position: 0,
        start: new Date('2026-11-30'),
        end: new Date('2026-12-11'),
        goals: [],
        line: 1,
      },
    })
    const item = {
      ...own,
      sourceId: source.id,
      sprintId: next.id,
      line: 2,
      status: 'backlog' as const,
      keyStated: true,
      tasks: [],
    }
    const { clock } = world
    const stamps = { statusAt: clock.now(), createdAt: clock.now() }
    await services.db.item.createMany({
      data: ['HP-31', 'HP-32'].map((key, position) => ({ ...item, ...stamps, key, title: key, position })),
    })
    const text = await remind('refinement', 'Refinement')
    expect(text).toContain('*5 of 5 items* that wait to begin are not ready')
    expect(text).toMatch(/\*Sprint 33\*.*\*HP-31\* HP-31 — no estimate, no acceptance criteria, no owner/s)
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

  it('refinement says that nothing waits where every item has begun, and planning claims nothing of an empty sprint', async () => {
    const { services } = world
    await services.db.item.updateMany({ data: { status: 'in_progress' } })
    const refinement = await remind('refinement', 'Refinement')
    expect(refinement).toContain(
      'Nothing to refine: no item of Sprint 32, Sprint 33 and the backlog waits to begin.',
    )
    expect(await remind('planning', 'Sprint planning')).not.toContain('has an estimate, acceptance criteria')
    await services.db.item.updateMany({ data: { removedAt: world.clock.now() } })
    const planning = await remind('planning', 'Sprint planning')
    expect(planning).toContain('The plan has no items for this sprint yet; its capacity is *18–22 points*.')
    expect(planning).not.toContain('has an estimate, acceptance criteria')
  })
})
