// Plan, default and person: who says when a ceremony is, and what becomes of the rules when they change their mind.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Ceremony } from '#domain/plan-file.ts'
import type { Prisma, Team } from '#platform/store/generated/client.ts'
import { importPlan } from '#subjects/import/import.ts'
import { item, plan, planFile, sprint } from '#test/support/plans.ts'
import { useWorld } from '#test/support/world.ts'
import { syncTeam } from './rules.ts'

const world = useWorld()
let team: Team

const ceremony = (kind: Ceremony['kind'], title: string, fields: Partial<Ceremony> = {}): Ceremony => ({
  kind,
  title,
  when: { type: 'daily' },
  start: '09:15',
  end: null,
  timeZone: null,
  channel: null,
  line: 3,
  ...fields,
})

async function load(ceremonies: Ceremony[]): Promise<void> {
  const { plans } = await importPlan(world.services, {
    file: planFile([
      plan([sprint('Sprint 1', [item('OR-1', 'A')], { start: '2026-11-23', end: '2026-12-04', ceremonies })]),
    ]),
    path: 'plans/orchard.md',
    channels: new Map(),
  })
  if (plans[0]) team = plans[0].team
}

const setting = (data: Omit<Prisma.CeremonySettingUncheckedCreateInput, 'workspaceId' | 'teamId'>) =>
  world.services.db.$transaction(async (tx) => {
    const { workspaceId } = world.services
    await tx.ceremonySetting.create({ data: { workspaceId, teamId: team.id, ...data } })
    await syncTeam(tx, world.services, team.id)
  })

const rulesOf = (kind: Prisma.CeremonyRuleWhereInput['kind']) =>
  world.services.db.ceremonyRule.findMany({
    where: { teamId: team.id, kind, enabled: true },
    orderBy: { key: 'asc' },
  })

const planned = (kind: Prisma.OccurrenceWhereInput['kind']) =>
  world.services.db.occurrence.findMany({
    where: { teamId: team.id, kind, state: 'planned' },
    orderBy: { opensAt: 'asc' },
  })

const standup = ceremony('standup', 'Daily')

beforeAll(() => load([standup]))
beforeEach(async () => {
  await world.services.db.ceremonySetting.deleteMany({ where: { teamId: team.id } })
  await load([standup])
})

describe('a kind that a newer version wrote', () => {
  it('is logged and left as it is, and the other rules follow their plan', async () => {
    const { db, workspaceId, log } = world.services
    const sprintId = (await rulesOf('standup'))[0]?.sprintId ?? ''
    const said: unknown[] = []
    const warned = Object.create(log, { warn: { value: (fields: unknown) => said.push(fields) } })
    const logged: typeof world.services = Object.create(world.services, { log: { value: warned } })
    const columns = { workspaceId, teamId: team.id, kind: 'one_on_one' }
    const newer = await db.ceremonyRule.create({
      data: {
        ...{ ...columns, sprintId, key: 'one_on_one', title: '1:1', start: '10:00', windowMinutes: 30 },
        ...{ recurrence: { type: 'monthly' }, origin: 'plan' },
      },
    })
    await db.ceremonySetting.create({ data: { ...columns, enabled: false } })
    await db.ceremonySetting.create({ data: { ...columns, kind: 'standup', start: '08:15' } })
    await db.$transaction((tx) => syncTeam(tx, logged, team.id))
    expect((await rulesOf('standup'))[0]?.start).toBe('08:15')
    expect((await planned('standup'))[0]?.opensAt).toEqual(new Date('2026-11-23T08:15:00Z'))
    expect(await db.ceremonyRule.findUnique({ where: { id: newer.id } })).toEqual(newer)
    expect(said).toContainEqual({
      workspace: workspaceId,
      table: 'CeremonyRule',
      id: newer.id,
      kind: 'one_on_one',
    })
    expect(said).toContainEqual(expect.objectContaining({ table: 'CeremonySetting', kind: 'one_on_one' }))
    await db.ceremonyRule.delete({ where: { id: newer.id } })
  })
})

describe('a person', () => {
  it('moves a ceremony over what the plan says, and the time is then in the zone of the team', async () => {
    await load([{ ...standup, timeZone: 'America/Denver' }])
    await setting({ kind: 'standup', start: '11:00' })
    expect(await rulesOf('standup')).toMatchObject([{ start: '11:00', origin: 'person', zone: null }])
    const [first] = await planned('standup')
    expect(first?.opensAt).toEqual(new Date('2026-11-23T11:00:00Z'))
  })

  it('chooses a recurrence that stands for all rules of the kind', async () => {
    const dates = (date: string) => ({ when: { type: 'dates' as const, dates: [date] } })
    await load([
      ceremony('refinement', 'Refinement A', dates('2026-11-25')),
      ceremony('refinement', 'Refinement B', dates('2026-12-02')),
    ])
    expect(await planned('refinement')).toHaveLength(2)
    await setting({ kind: 'refinement', recurrence: { type: 'weekly', weekdays: ['TH'] } })
    const held = await planned('refinement')
    expect(held.map(({ localDate }) => localDate.toISOString().slice(0, 10))).toEqual([
      '2026-11-26',
      '2026-12-03',
    ])
  })

  it('switches a ceremony off, and nothing of it is to come', async () => {
    await setting({ kind: 'retro', enabled: false })
    expect(await rulesOf('retro')).toEqual([])
    expect(await planned('retro')).toEqual([])
  })

  it('keeps the choice when the plan changes', async () => {
    await setting({ kind: 'standup', start: '11:00' })
    await load([{ ...standup, start: '10:00' }])
    expect(await rulesOf('standup')).toMatchObject([{ start: '11:00', origin: 'person' }])
  })
})

describe('a changed plan', () => {
  it('moves its ceremony, whose rule stays the same row', async () => {
    const [before] = await rulesOf('standup')
    await load([{ ...standup, start: '10:30' }])
    const [after] = await rulesOf('standup')
    expect(after).toMatchObject({ id: before?.id, start: '10:30', origin: 'plan' })
    expect((await planned('standup'))[0]?.opensAt).toEqual(new Date('2026-11-23T10:30:00Z'))
  })

  it('that states a ceremony no more, gives it its default', async () => {
    await load([])
    expect(await rulesOf('standup')).toMatchObject([{ start: '09:30', origin: 'default' }])
  })

  it('that drops a sync, takes it off the calendar and keeps what was held', async () => {
    const sync = ceremony('sync', 'Clinic', { when: { type: 'weekly', weekdays: ['MO'] } })
    await load([standup, sync])
    const [first] = await planned('sync')
    await world.services.db.occurrence.update({ where: { id: first?.id ?? '' }, data: { state: 'closed' } })
    await load([standup])
    const left = await world.services.db.occurrence.findMany({ where: { teamId: team.id, kind: 'sync' } })
    expect(left.map(({ state }) => state)).toEqual(['closed'])
  })
})
