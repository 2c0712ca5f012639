import { beforeAll, describe, expect, it } from 'vitest'
import { raiseBlocker } from '#subjects/blockers/blockers.ts'
import { useWorld } from '#test/support/world.ts'
import { readHome } from './home.ts'

const world = useWorld()
const home = async (person: 'maya' | 'tomas' | 'priya' | 'jonas') => {
  const data = await readHome(world.services, world.people[person])
  const [team] = data.teams
  if (!team) throw new Error('no team')
  return team
}

describe('readHome', () => {
  beforeAll(async () => {
    const { services, team, sprint, people } = world
    const { db, workspaceId } = services
    const common = { workspaceId, teamId: team.id }
    const rule = await db.ceremonyRule.create({
      data: {
        ...common,
        sprintId: sprint.id,
        key: 'standup',
        kind: 'standup',
        title: 'Stand-up',
        recurrence: { type: 'daily' },
        start: '09:30',
        windowMinutes: 180,
        origin: 'default',
      },
    })
    const standUp = (day: string, state: 'open' | 'planned') =>
      db.occurrence.create({
        data: {
          ...common,
          sprintId: sprint.id,
          ruleId: rule.id,
          kind: 'standup',
          title: 'Stand-up',
          localDate: new Date(day),
          opensAt: new Date(`${day}T15:30:00Z`),
          closesAt: new Date(`${day}T18:30:00Z`),
          nextAt: new Date(`${day}T15:30:00Z`),
          state,
        },
      })
    const open = await standUp('2026-11-18', 'open')
    await standUp('2026-11-19', 'planned')
    const at = services.clock.now()
    await db.checkIn.create({
      data: {
        workspaceId,
        occurrenceId: open.id,
        personId: people.priya.id,
        via: 'modal',
        answeredAt: at,
        updatedAt: at,
      },
    })
    await db.action.createMany({
      data: [
        {
          ...common,
          text: 'Write it down',
          ownerId: people.priya.id,
          due: new Date('2026-11-17'),
          createdAt: at,
        },
        { ...common, text: 'Somebody else', ownerId: people.maya.id, createdAt: at },
        { ...common, text: 'Done before', ownerId: people.priya.id, state: 'done', createdAt: at },
      ],
    })
    await raiseBlocker(services, {
      teamId: team.id,
      personId: people.maya.id,
      text: 'No access',
      severity: 'high',
      itemId: null,
      helperId: people.tomas.id,
      submission: 'one',
    })
  })

  it("shows what is the person's: items, open actions and whether they have checked in", async () => {
    expect(await home('priya')).toMatchObject({
      items: [{ key: 'HP-2' }],
      actions: [{ text: 'Write it down', due: '2026-11-17', overdue: true }],
      checkIn: { open: true, answered: true },
      blockers: [],
      openBlockers: 1,
      next: [{ title: 'Stand-up', at: new Date('2026-11-19T15:30:00Z') }],
    })
    expect(await home('jonas')).toMatchObject({ checkIn: { open: true, answered: false }, actions: [] })
  })

  it('shows a blocker to who raised it and to who can help', async () => {
    expect((await home('maya')).blockers).toMatchObject([{ number: 1 }])
    expect((await home('tomas')).blockers).toMatchObject([{ number: 1 }])
  })

  it("tells the sprint's day and what is done", async () => {
    expect((await home('maya')).sprint).toMatchObject({
      name: 'Sprint 32',
      window: { start: '2026-11-16', end: '2026-11-27' },
      progress: { day: 3, days: 10, done: { value: 5 }, committed: { value: 16 } },
    })
  })
})
