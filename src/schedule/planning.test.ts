import { describe, expect, it } from 'vitest'
import type { RuleKind } from '#domain/kinds.ts'
import { tickWorld } from '#test/support/occurrence.ts'
import { useWorld, type World } from '#test/support/world.ts'
import { nextStep, planTeam } from './planning.ts'

async function addRule(
  world: World,
  rule: {
    kind: RuleKind
    title: string
    start: string
    origin?: string
    sprintId?: string
    recurrence?: object
  },
): Promise<string> {
  const { services, team, sprint } = world
  const created = await services.db.ceremonyRule.create({
    data: {
      ...{ workspaceId: services.workspaceId, teamId: team.id, sprintId: rule.sprintId ?? sprint.id },
      ...{ key: rule.title, kind: rule.kind, title: rule.title, start: rule.start, windowMinutes: 120 },
      ...{ recurrence: rule.recurrence ?? { type: 'daily' }, origin: rule.origin ?? 'default' },
    },
  })
  return created.id
}

const plan = (world: World) =>
  world.services.db.$transaction((tx) => planTeam(tx, world.services, world.team.id))

async function listed(world: World): Promise<string[]> {
  const rows = await world.services.db.occurrence.findMany({
    orderBy: [{ opensAt: 'asc' }, { title: 'asc' }],
  })
  return rows.map(
    (row) =>
      `${row.title} ${row.opensAt.toISOString().slice(0, 16)} ${row.state}${row.reason ? ` (${row.reason})` : ''}`,
  )
}

describe('planTeam', () => {
  const world = useWorld()

  it('plans a daily rule from now to the sprint’s end, on working days, in the team’s zone', async () => {
    await addRule(world, { kind: 'review', title: 'Walk', start: '09:30' })
    await plan(world)
    expect(await listed(world)).toEqual([
      'Walk 2026-11-18T16:30 planned',
      'Walk 2026-11-19T16:30 planned',
      'Walk 2026-11-20T16:30 planned',
      'Walk 2026-11-23T16:30 planned',
      'Walk 2026-11-24T16:30 planned',
      'Walk 2026-11-25T16:30 planned',
      'Walk 2026-11-26T16:30 planned',
      'Walk 2026-11-27T16:30 planned',
    ])
    expect((await nextStep(world.services))?.title).toBe('Walk')
  })

  it('changes nothing when nothing changed', async () => {
    const before = await world.services.db.occurrence.findMany({ orderBy: { id: 'asc' } })
    await plan(world)
    expect(await world.services.db.occurrence.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
  })

  it('skips a day off, with its name as the reason, and plans it again when the day off is withdrawn', async () => {
    const { db, workspaceId } = world.services
    const day = { workspaceId, teamId: world.team.id, date: new Date('2026-11-26'), name: 'Thanksgiving' }
    await db.teamDayOff.create({ data: day })
    await plan(world)
    expect((await listed(world))[6]).toMatch(/^Walk 2026-11-26T16:30 skipped \(skipped: .*Thanksgiving/)
    await db.teamDayOff.deleteMany({ where: { teamId: world.team.id } })
    await plan(world)
    expect((await listed(world))[6]).toBe('Walk 2026-11-26T16:30 planned')
  })

  it('keeps what has opened when the time changes, and fires nothing again', async () => {
    world.clock.set('2026-11-18T16:30:00Z')
    await tickWorld(world)
    await world.services.db.ceremonyRule.updateMany({ data: { start: '11:00' } })
    await plan(world)
    expect((await listed(world)).slice(0, 3)).toEqual([
      'Walk 2026-11-18T16:30 closed',
      'Walk 2026-11-19T18:00 planned',
      'Walk 2026-11-20T18:00 planned',
    ])
  })

  it('follows a new zone', async () => {
    await world.services.db.team.update({ where: { id: world.team.id }, data: { zone: 'Europe/Lisbon' } })
    await plan(world)
    expect((await listed(world)).slice(0, 2)).toEqual([
      'Walk 2026-11-18T16:30 closed',
      'Walk 2026-11-19T11:00 planned',
    ])
  })

  it('takes back what a disabled rule or a shorter sprint no longer wants', async () => {
    const { db } = world.services
    await db.sprint.update({ where: { id: world.sprint.id }, data: { end: new Date('2026-11-20') } })
    await plan(world)
    expect(await listed(world)).toHaveLength(3)
    await db.ceremonyRule.updateMany({ data: { enabled: false } })
    await plan(world)
    expect(await listed(world)).toEqual(['Walk 2026-11-18T16:30 closed'])
  })
})

describe('two overlapping plans of a team', () => {
  const world = useWorld()

  it('give one stand-up a day: the plan’s word stands before a default', async () => {
    const { db, workspaceId } = world.services
    const other = await db.sprint.create({
      data: {
        ...{
          workspaceId,
          teamId: world.team.id,
          sourceId: world.source.id,
          name: 'Hardening',
          position: 1,
          line: 1,
        },
        ...{ start: new Date('2026-11-18'), end: new Date('2026-11-19'), goals: [] },
      },
    })
    await addRule(world, { kind: 'standup', title: 'Default', start: '09:30', sprintId: other.id })
    await addRule(world, { kind: 'standup', title: 'Stated', start: '10:00', origin: 'plan' })
    await plan(world)
    const rows = await listed(world)
    expect(rows).toHaveLength(8)
    expect(rows.every((row) => row.startsWith('Stated'))).toBe(true)
  })

  it.each([
    ['2026-11-18', 'Later'],
    ['2026-11-09', 'Stated'],
  ])(
    'of two plans that both state it, the one counts whose sprint began last (the other’s began on %s)',
    async (start, counts) => {
      const { db } = world.services
      await db.ceremonyRule.updateMany({
        where: { title: { in: ['Default', 'Later'] } },
        data: { title: 'Later', origin: 'plan' },
      })
      await db.sprint.updateMany({ where: { name: 'Hardening' }, data: { start: new Date(start) } })
      await plan(world)
      const rows = await listed(world)
      expect(rows.filter((row) => row.includes('2026-11-18'))).toEqual([expect.stringMatching(`^${counts} `)])
      expect(rows.filter((row) => row.includes('2026-11-19'))).toEqual([expect.stringMatching(`^${counts} `)])
      expect(rows.filter((row) => row.includes('2026-11-20'))).toEqual([expect.stringMatching('^Stated ')])
      await db.ceremonyRule.updateMany({
        where: { title: 'Later' },
        data: { title: 'Default', origin: 'default' },
      })
      await db.sprint.updateMany({ where: { name: 'Hardening' }, data: { start: new Date('2026-11-18') } })
      await plan(world)
    },
  )

  it('and none beside one that has opened already', async () => {
    world.clock.set('2026-11-18T17:00:00Z')
    await tickWorld(world)
    await world.services.db.ceremonyRule.updateMany({
      where: { title: 'Default' },
      data: { origin: 'person' },
    })
    await plan(world)
    const rows = await listed(world)
    expect(rows.filter((row) => row.includes('2026-11-18'))).toHaveLength(1)
    expect(rows.filter((row) => row.includes('2026-11-19'))).toEqual(['Default 2026-11-19T16:30 planned'])
  })
})

describe('a team that gets its rules in the middle of a day', () => {
  const world = useWorld()

  it('opens what is still to come, calls nothing late, and has missed nothing', async () => {
    const { services, clock } = world
    clock.set('2026-11-18T23:40:00Z')
    await addRule(world, { kind: 'standup', title: 'Stand-up', start: '09:30' })
    await addRule(world, { kind: 'planning', title: 'Planning', start: '16:00' })
    await addRule(world, { kind: 'delta', title: 'Delta', start: '16:30' })
    await addRule(world, { kind: 'sync', title: 'Clinic', start: '17:00' })
    await plan(world)
    expect(await tickWorld(world)).toMatchObject({ moved: 0, late: 0, missed: 0 })
    expect((await listed(world))[0]).toBe('Clinic 2026-11-19T00:00 planned')
    clock.set('2026-11-19T00:00:30Z')
    expect(await tickWorld(world)).toMatchObject({ moved: 1, late: 0, missed: 0 })
    expect(await services.db.message.count()).toBe(1)
  })

  it('opens what is moved to a time that has just passed, and does not call it late', async () => {
    const { services, clock } = world
    clock.set('2026-11-19T16:00:00Z')
    await services.db.ceremonyRule.updateMany({ where: { kind: 'standup' }, data: { start: '08:50' } })
    await plan(world)
    expect(await tickWorld(world)).toMatchObject({ moved: 1, late: 0, missed: 0 })
    expect(await services.db.message.findFirst({ orderBy: { sequence: 'desc' } })).not.toMatchObject({
      payload: { text: expect.stringContaining('Late') },
    })
  })
})
