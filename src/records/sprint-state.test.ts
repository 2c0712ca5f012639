import { describe, expect, it } from 'vitest'
import type { CeremonyRule } from '#platform/store/generated/client.ts'
import { ceremonyChannel } from '#schedule/ceremony-channel.ts'
import { useWorld } from '#test/support/world.ts'
import { readCurrentSprint, readSprint } from './sprint-state.ts'

describe('a sprint read whole', () => {
  const world = useWorld()
  const read = () => readCurrentSprint(world.services.db, world.team, world.clock.now())

  it('names owners as the team knows them: who took the item, whom the plan’s name means, else that name', async () => {
    const { services, items } = world
    await services.db.item.update({ where: { id: items[3]?.id ?? '' }, data: { assignees: ['QA guild'] } })
    const { items: states } = await read()
    expect(states.map(({ key, owners }) => [key, owners])).toEqual([
      ['HP-1', ['Tomás Rivera']],
      ['HP-2', ['Priya Raman']],
      ['HP-3', ['Jonas Weber']],
      ['HP-4', ['QA guild']],
      ['HP-5', []],
    ])
  })

  it('gives what the sprint was planned with an event at its start, so that scope is counted from there', async () => {
    const { events } = await read()
    expect(events.map(({ field, at }) => [field, at.toISOString()])).toEqual(
      world.items.map(() => ['added', '2026-11-16T07:00:00.000Z']),
    )
  })

  it('tells a move between sprints as added in the one and cut from the other', async () => {
    const { services, team, source, sprint, items, people } = world
    const { workspaceId } = services
    const next = await services.db.sprint.create({
      data: {
        workspaceId,
        teamId: team.id,
        sourceId: source.id,
        name: 'Sprint 33',
        position: 1,
        start: new Date('2026-11-30'),
        end: new Date('2026-12-11'),
        line: 90,
      },
    })
    const itemId = items[2]?.id ?? ''
    await services.db.item.update({ where: { id: itemId }, data: { sprintId: next.id } })
    const moved = {
      workspaceId,
      teamId: team.id,
      itemId,
      at: world.clock.now(),
      field: 'sprint',
      from: 'Sprint 32',
      to: 'Sprint 33',
      personId: people.maya.id,
    } as const
    await services.db.itemEvent.createMany({
      data: [
        { ...moved, sprintId: sprint.id },
        { ...moved, sprintId: next.id },
      ],
    })
    const here = await read()
    expect(here.items.find(({ key }) => key === 'HP-3')).toMatchObject({ inSprint: false })
    expect(here.events.filter(({ itemKey }) => itemKey === 'HP-3')).toMatchObject([
      { field: 'added' },
      { field: 'removed', from: '3', to: null, by: 'Maya Okafor' },
    ])
    const there = await readSprint(services.db, team, next, world.clock.now())
    expect(there.events).toMatchObject([{ field: 'added', from: null, to: '3', itemKey: 'HP-3' }])
  })

  it('counts the risks of its own plan, not those of another file', async () => {
    const { services, team, source } = world
    const { workspaceId } = services
    const other = await services.db.planSource.create({
      data: { workspaceId, teamId: team.id, path: 'plans/other.md' },
    })
    const risk = { workspaceId, teamId: team.id, sprintId: null, position: 0, line: 5 }
    await services.db.risk.createMany({
      data: [
        { ...risk, sourceId: source.id, title: 'Of this plan' },
        { ...risk, sourceId: source.id, title: 'Cut from this plan', removedAt: new Date() },
        { ...risk, sourceId: other.id, title: 'Of another' },
      ],
    })
    expect((await read()).risks.map(({ title }) => title)).toEqual(['Of this plan'])
  })
})

describe('a ceremony’s channel', () => {
  const listed = {
    paginate: async function* () {
      yield { channels: [{ id: 'C0SYNCS', name: 'syncs', is_member: true }] }
    },
  }
  const world = useWorld(() => listed as never)
  const rule = (kind: CeremonyRule['kind'], channel: string | null) => ({ kind, channel }) as CeremonyRule
  const of = (kind: CeremonyRule['kind'], channel: string | null) =>
    ceremonyChannel(world.services, { rule: rule(kind, channel), team: world.team })

  it('is the one that the plan names, where the bot sees it and somebody of it confirmed; else the team’s, or its stakeholders’', async () => {
    expect(await of('sync', null)).toBe('C0HARBOR')
    expect(await of('sync', '#Syncs')).toBe('C0HARBOR')
    const { workspaceId, db } = world.services
    for (const channelId of ['C0SYNCS', 'C0ELSEWHERE'])
      await db.channelLink.create({
        data: { workspaceId, teamId: world.team.id, channelId, state: 'confirmed', askedAt: new Date(0) },
      })
    expect(await of('sync', '#Syncs')).toBe('C0SYNCS')
    expect(await of('sync', 'C0ELSEWHERE')).toBe('C0ELSEWHERE')
    expect(await of('sync', '#unknown')).toBe('C0HARBOR')
    expect(await of('stakeholder_digest', null)).toBe('C0STAKE')
    const team = { ...world.team, stakeholderChannelId: null }
    expect(await ceremonyChannel(world.services, { rule: rule('stakeholder_digest', null), team })).toBe(
      'C0HARBOR',
    )
  })
})
