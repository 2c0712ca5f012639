import { beforeAll, describe, expect, it } from 'vitest'
import { raiseBlocker } from '#subjects/blockers/blockers.ts'
import { useWorld } from '#test/support/world.ts'
import { allSubjects } from '../../all-subjects.ts'
import { readHome } from './home.ts'

const world = useWorld()
const parts = allSubjects.flatMap((subject) => (subject.home ? [subject.home] : []))
const home = async (person: 'maya' | 'tomas' | 'priya' | 'jonas') => {
  const data = await readHome(world.services, world.people[person], parts)
  const [team] = data.teams
  if (!team) throw new Error('no team')
  return team
}
/** What the person reads, buttons and all. */
const seen = async (person: 'maya' | 'tomas' | 'priya' | 'jonas') =>
  JSON.stringify((await home(person)).parts)

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
    const priya = await seen('priya')
    expect(priya).toContain('*My items* (1)')
    expect(priya).toContain('*HP-2*')
    expect(priya).toContain('*My actions from retros* (1)')
    expect(priya).toContain('Write it down  ·  ⏰ was due Tue 17 Nov')
    expect(priya).toContain('You have checked in')
    expect(priya).toContain('⛔ 1 blocker in the team')
    expect((await home('priya')).next).toEqual([{ title: 'Stand-up', at: new Date('2026-11-19T15:30:00Z') }])
    const jonas = await seen('jonas')
    expect(jonas).toContain('The stand-up is open until')
    expect(jonas).not.toContain('My actions')
  })

  it('shows a blocker to who raised it and to who can help', async () => {
    for (const person of ['maya', 'tomas'] as const) {
      expect(await seen(person)).toContain('*My blockers* (1)')
      expect(await seen(person)).toContain('No access')
    }
  })

  it("tells the sprint's day and what is done", async () => {
    expect((await home('maya')).sprint).toMatchObject({
      name: 'Sprint 32',
      window: { start: '2026-11-16', end: '2026-11-27' },
      progress: { day: 3, days: 10, done: { value: 5 }, committed: { value: 16 } },
    })
  })
})
