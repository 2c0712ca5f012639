// A sprint gets its window; its ceremonies and its team follow.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Sprint, Team } from '#platform/store/generated/client.ts'
import { importPlan } from '#subjects/import/import.ts'
import { item, plan, planFile, sprint } from '#test/support/plans.ts'
import { useWorld } from '#test/support/world.ts'
import { beginChoices, beginSprint } from './begin.ts'

const world = useWorld()
let team: Team
let weeks: Sprint[]

beforeAll(async () => {
  const { plans } = await importPlan(world.services, {
    file: planFile([
      plan(
        ['Week 1', 'Week 2', 'Week 3'].map((name, index) =>
          sprint(name, [item(`OR-${index}`, name)], { goals: [name] }),
        ),
        { team: { name: 'Orchard', timeZone: 'Europe/Lisbon', channels: ['orchard'], roles: [] } },
      ),
    ]),
    path: 'plans/weeks.md',
    channels: new Map([['orchard', 'C0ORCHARD']]),
  })
  const [imported] = plans
  if (!imported) throw new Error('nothing was imported')
  team = imported.team
  weeks = imported.sprints
  const { workspaceId, db } = world.services
  const { slackUserId } = world.people.maya
  await db.channelMember.create({ data: { workspaceId, channelId: 'C0ORCHARD', slackUserId } })
})

const idOf = (name: string) => weeks.find((week) => week.name === name)?.id ?? ''
const stored = (name: string) => world.services.db.sprint.findFirstOrThrow({ where: { id: idOf(name) } })

describe('/sprint begin', () => {
  it('offers the first sprint without dates, from the next working day on', async () => {
    // Saturday in Lisbon.
    world.clock.set('2026-11-21T10:00:00Z')
    expect(await beginChoices(world.services, team)).toMatchObject({
      chosen: idOf('Week 1'),
      start: '2026-11-23',
      weeks: 2,
    })
  })

  it('plans the ceremonies, tells the channel, and gives the sprints after it the windows that follow', async () => {
    await beginSprint(world.services, {
      sprintId: idOf('Week 1'),
      start: '2026-11-23',
      length: { weeks: 1 },
      following: true,
      person: world.people.maya,
    })
    expect(await stored('Week 1')).toMatchObject({
      start: new Date('2026-11-23'),
      end: new Date('2026-11-27'),
      datesFrom: 'begun',
      state: 'planned',
    })
    expect(await stored('Week 2')).toMatchObject({
      start: new Date('2026-11-30'),
      end: new Date('2026-12-04'),
    })
    expect(await stored('Week 3')).toMatchObject({
      start: new Date('2026-12-07'),
      end: new Date('2026-12-11'),
    })
    const { db } = world.services
    const standUps = await db.occurrence.count({ where: { teamId: team.id, kind: 'standup' } })
    expect(standUps).toBe(15)
    const messages = await db.message.findMany({ where: { channel: 'C0ORCHARD' } })
    expect(messages.map(({ key }) => key)).toEqual([`begin:${idOf('Week 1')}:2026-11-23:2026-11-27`])
    const [announcement] = messages
    expect(JSON.stringify(announcement?.payload)).toContain('Mon 23 Nov – Fri 27 Nov')
    expect(await db.auditEntry.count({ where: { teamId: team.id, action: 'sprint.begin' } })).toBe(1)
  })

  it('refuses days on which another sprint of the team runs, in words, and changes nothing', async () => {
    const before = await stored('Week 1')
    const begun = beginSprint(world.services, {
      sprintId: idOf('Week 1'),
      start: '2026-11-30',
      length: { weeks: 1 },
      following: false,
      person: world.people.maya,
    })
    await expect(begun).rejects.toThrow(/Week 2 runs .*, and two sprints of a team cannot run at once/)
    expect(await stored('Week 1')).toEqual(before)
  })

  it('tells the same window once', async () => {
    const input = {
      sprintId: idOf('Week 1'),
      start: '2026-11-23',
      length: { end: '2026-11-27' },
      following: false,
      person: world.people.maya,
    }
    await beginSprint(world.services, input)
    expect(await world.services.db.message.count({ where: { channel: 'C0ORCHARD' } })).toBe(1)
  })

  it('moves a sprint with its ceremonies', async () => {
    await beginSprint(world.services, {
      sprintId: idOf('Week 3'),
      start: '2026-12-14',
      length: { weeks: 1 },
      following: false,
      person: world.people.maya,
    })
    const planned = await world.services.db.occurrence.findMany({
      where: { sprintId: idOf('Week 3'), kind: 'standup' },
      orderBy: { localDate: 'asc' },
    })
    const told = await world.services.db.message.findMany({ where: { channel: 'C0ORCHARD' } })
    expect(JSON.stringify(told.at(-1)?.payload)).toContain('Week 3 has new dates')
    expect(planned.map(({ localDate }) => localDate.toISOString().slice(0, 10))).toEqual([
      '2026-12-14',
      '2026-12-15',
      '2026-12-16',
      '2026-12-17',
      '2026-12-18',
    ])
  })

  it.each([
    ['before it begins', '2026-11-23', { end: '2026-11-20' }],
    ['over already', '2026-11-02', { weeks: 2 }],
    ['at most 184', '2026-11-23', { end: '2027-11-23' }],
  ])('refuses a window that is %s', async (reason, start, length) => {
    const refused = beginSprint(world.services, {
      sprintId: idOf('Week 2'),
      start,
      length,
      following: false,
      person: world.people.maya,
    })
    await expect(refused).rejects.toThrow(reason)
    expect(await stored('Week 2')).toMatchObject({ start: new Date('2026-11-30') })
  })
})
