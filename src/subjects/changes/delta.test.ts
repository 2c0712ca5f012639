import { describe, expect, it } from 'vitest'
import { moveItem } from '#records/items.ts'
import { raiseBlocker, resolveBlocker } from '#subjects/blockers/blockers.ts'
import { outbox, planOccurrence, tickWorld } from '#test/support/occurrence.ts'
import { shownText } from '#test/support/report-data.ts'
import { useWorld } from '#test/support/world.ts'
import { deltaMessage } from './delta.messages.ts'
import { sprintDelta } from './delta.steps.ts'

describe('the daily delta', () => {
  const world = useWorld()
  const asked = async () => shownText(deltaMessage(await sprintDelta(world.services, world.team)))
  const move = (index: number, to: 'done' | 'in_progress') =>
    world.services.db.$transaction((tx) =>
      moveItem(tx, world.services, {
        itemId: world.items[index]?.id ?? '',
        to,
        personId: world.people.priya.id,
      }),
    )

  it('is one short line while nothing happens', async () => {
    world.clock.set('2026-11-18T15:00:00Z')
    expect(await asked()).toBe(
      '*What changed today* · nothing moved since Tue 17 Nov, 00:00 MST. *5 of 16 points* done (31 %), 0.2 points ahead of the ideal line for tonight.',
    )
  })

  it('tells what moved and by whom, scope, blockers and what falls due; and is posted once', async () => {
    const { services, team, sprint, source, people, clock } = world
    const { workspaceId } = services
    const own = { workspaceId, teamId: team.id, sprintId: sprint.id }
    clock.set('2026-11-18T16:00:00Z')
    await move(1, 'done')
    const at = clock.now()
    const item = { ...own, itemId: world.items[2]?.id ?? '', at }
    await services.db.itemEvent.createMany({
      data: [
        { ...item, field: 'estimate', from: '2', to: '3' },
        { ...item, itemId: world.items[3]?.id ?? '', field: 'sprint', from: 'Sprint 31', to: 'Sprint 32' },
      ],
    })
    await services.db.blocker.create({
      data: {
        ...own,
        number: 1,
        text: 'No test cards',
        severity: 'medium',
        raisedById: people.jonas.id,
        raisedAt: at,
      },
    })
    await services.db.dependency.create({
      data: {
        ...own,
        sourceId: source.id,
        text: 'Bank API keys',
        due: new Date('2026-11-19'),
        position: 0,
        line: 50,
      },
    })
    clock.set('2026-11-18T23:30:00Z')
    await planOccurrence(world, {
      kind: 'delta',
      title: 'Daily delta',
      opensAt: '2026-11-18T23:30:00Z',
      closesAt: '2026-11-19T03:30:00Z',
    })
    expect((await tickWorld(world)).moved).toBe(1)
    await tickWorld(world)
    const posts = await outbox(world)
    expect(posts).toHaveLength(1)
    expect(posts[0]?.channel).toBe('C0HARBOR')
    const text = posts[0]?.text ?? ''
    for (const expected of [
      '✅ *HP-2* Refund API · in progress → *done* · Priya Raman',
      '➕ *HP-4* Clean up webhooks · added',
      '✏️ *HP-3* Refund e-mail · 2 → *3*',
      '*13 of 16 points* done (81 %), 7.5 points ahead of the ideal line for tonight.',
      '🟠 *B-1* No test cards · opened',
      '⏰ Bank API keys · Thu 19 Nov',
    ])
      expect(text).toContain(expected)
  })

  it('goes back to the delta of the day before, also when today’s is out already', async () => {
    world.clock.set('2026-11-19T17:00:00Z')
    await move(2, 'in_progress')
    const text = await asked()
    expect(text).toContain('since Wed 18 Nov, 16:30 MST')
    expect(text).toContain('*HP-3* Refund e-mail · ready → *in progress*')
    expect(text).not.toContain('HP-2')
  })

  it('credits nobody for what a resolved blocker brings about, and tells of it once', async () => {
    const { services, team, items, people, clock } = world
    clock.set('2026-11-20T16:00:00Z')
    await services.db.item.updateMany({ where: { key: 'HP-3' }, data: { status: 'blocked' } })
    const raised = await raiseBlocker(services, {
      teamId: team.id,
      personId: people.jonas.id,
      text: 'No mail server',
      severity: 'high',
      itemId: items[2]?.id ?? '',
      helperId: null,
      submission: 'one',
    })
    clock.advance(60)
    await resolveBlocker(services, {
      blockerId: raised?.card.id ?? '',
      person: people.tomas,
      resolution: 'A new one',
    })
    clock.advance(60)
    const text = await asked()
    expect(text.match(/No mail server/g)).toHaveLength(1)
    expect(text).toContain('No mail server · opened and resolved · A new one')
    expect(text).toMatch(/\*HP-3\* Refund e-mail · [a-z ]+ → \*[a-z ]+\*(\n|$)/)
    expect(text).not.toContain('Tomás')
  })

  it('says once when something is due, and counts what is overdue as that', async () => {
    const { services, team, sprint, source, clock } = world
    clock.set('2026-11-23T16:00:00Z')
    const own = {
      workspaceId: services.workspaceId,
      teamId: team.id,
      sprintId: sprint.id,
      sourceId: source.id,
    }
    await services.db.dependency.create({
      data: { ...own, text: 'Sign-off (due 2026-11-20)', due: new Date('2026-11-20'), position: 1, line: 51 },
    })
    const { text, blocks } = deltaMessage(await sprintDelta(services, team))
    expect(shownText({ text, blocks })).toContain('🔴 Sign-off · *overdue* since Fri 20 Nov')
    expect(text).toContain('overdue')
    expect(text).not.toContain('due next')
  })
})
