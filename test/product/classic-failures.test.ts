// What has gone wrong in bots like this one, by name (public issue trackers); each must not happen here. The failures of
// delivery (a lost summary, a doubled reminder, two posts) have theirs in src/platform/delivery/failures.test.ts.
import { describe, expect, it } from 'vitest'
import { localOf } from '#domain/calendar/instant.ts'
import { presenceAt } from '#domain/calendar/presence.ts'
import type { RuleKind } from '#domain/kinds.ts'
import { planTeam } from '#schedule/planning.ts'
import { answerCheckIn } from '#subjects/standup/check-in.ts'
import { saveBasics } from '#subjects/team/teams.ts'
import { useApp } from '../support/app.ts'
import { outbox, planOccurrence, tickWorld } from '../support/occurrence.ts'
import { MAYA, SQUAD, TOMAS } from '../support/slack.ts'
import { useWorld, type World } from '../support/world.ts'

const dayMillis = 86_400_000

/** The world's sprint, moved to another window, with one daily rule on its calendar. */
async function runDaily(
  world: World,
  rule: { kind: RuleKind; start: string; windowMinutes?: number },
  sprint: { zone: string; start: string; end: string; country?: string },
): Promise<void> {
  const { services, team } = world
  const { workspaceId, db } = services
  const { kind, start, windowMinutes = 180 } = rule
  await db.team.update({
    where: { id: team.id },
    data: { zone: sprint.zone, country: sprint.country ?? null },
  })
  const window = { start: new Date(sprint.start), end: new Date(sprint.end) }
  await db.sprint.update({ where: { id: world.sprint.id }, data: window })
  await db.ceremonyRule.create({
    data: {
      ...{ workspaceId, teamId: team.id, sprintId: world.sprint.id, key: kind, kind, title: kind },
      ...{ recurrence: { type: 'daily' }, start, windowMinutes, origin: 'default' },
    },
  })
  await db.$transaction((tx) => planTeam(tx, services, team.id))
}

/** Looks at the calendar every `minutes`, from one instant to another. */
async function live(world: World, from: string, to: string, minutes: number): Promise<void> {
  for (let at = Date.parse(from); at <= Date.parse(to); at += minutes * 60_000) {
    world.clock.set(new Date(at).toISOString())
    const { failed } = await tickWorld(world)
    expect(failed).toBe(0)
  }
}

const opened = async (world: World, kind: string) =>
  (await outbox(world)).filter(
    ({ key, kind: how }) => how === 'post' && key.startsWith(`${kind}:`) && key.endsWith(':open'),
  )

describe('a stand-up a day late, or on a Sunday, after a clock change (standup-raven #212)', () => {
  const world = useWorld()
  it('stays at its local time on working days, through the end of summer time', async () => {
    world.clock.set('2026-10-26T00:00:00Z')
    const sprint = { zone: 'America/New_York', start: '2026-10-26', end: '2026-11-06' }
    await runDaily(world, { kind: 'standup', start: '09:30' }, sprint)
    const planned = await world.services.db.occurrence.findMany({ orderBy: { opensAt: 'asc' } })
    const local = planned.map(({ opensAt }) => localOf('America/New_York', opensAt))
    expect(local).toHaveLength(10)
    expect(new Set(local.map(({ time }) => time))).toEqual(new Set(['09:30']))
    expect(local.map(({ weekday }) => weekday).join()).toBe('MO,TU,WE,TH,FR,MO,TU,WE,TH,FR')
  })
})

describe('a digest several times a day because of an offset (Mattermost Playbooks #834)', () => {
  const world = useWorld()
  it('goes out once a day, five and a half hours east', async () => {
    world.clock.set('2026-11-15T18:30:00Z')
    await runDaily(
      world,
      { kind: 'delta', start: '00:15' },
      { zone: 'Asia/Kolkata', start: '2026-11-16', end: '2026-11-18' },
    )
    await live(world, '2026-11-15T18:30:00Z', '2026-11-18T20:00:00Z', 47)
    const days = (await opened(world, 'delta')).map(({ key }) => key.split(':')[2])
    expect(days).toEqual(['2026-11-16', '2026-11-17', '2026-11-18'])
  }, 120_000)
})

describe('a member whose local prompt time lies after the team’s deadline is never asked (AsyncUp)', () => {
  it('is asked in the window all the same', () => {
    const team = {
      ...{
        zone: 'Europe/Berlin',
        workingDays: ['MO', 'TU', 'WE', 'TH', 'FR'] as const,
        country: null,
        region: null,
      },
      ...{ daysOff: [], onHoliday: 'skip' as const },
    }
    const honolulu = {
      ...{ id: 'kai', zone: 'Pacific/Honolulu', workingDays: null, country: null, region: null },
      ...{ workingHours: { start: '09:00', end: '17:00' }, absences: [], deactivated: false },
    }
    const window = { opensAt: new Date('2026-11-18T08:30:00Z'), closesAt: new Date('2026-11-18T11:30:00Z') }
    const { prompted } = presenceAt([honolulu], window, { ...team, workingDays: [...team.workingDays] })
    expect(prompted).toHaveLength(1)
    expect(prompted[0]?.at.getTime()).toBeLessThan(window.closesAt.getTime())
  })
})

describe('a scheduler that stood still for 29 hours around a clock change (node-cron #492)', () => {
  const world = useWorld()
  it('skips nothing in silence: what was too late is recorded and told, what is useful goes out once', async () => {
    world.clock.set('2026-11-16T16:00:00Z')
    await runDaily(
      world,
      { kind: 'standup', start: '09:30' },
      { zone: 'America/Denver', start: '2026-11-16', end: '2026-11-27' },
    )
    await live(world, '2026-11-16T16:30:00Z', '2026-11-16T17:00:00Z', 30)
    await live(world, '2026-11-18T16:35:00Z', '2026-11-18T16:36:00Z', 1)
    const states = await world.services.db.occurrence.findMany({ orderBy: { opensAt: 'asc' }, take: 3 })
    expect(states.map(({ state }) => state)).toEqual(['closed', 'missed', 'open'])
    expect((await opened(world, 'standup')).at(-1)?.text).toContain('stand-up of Tue 17 Nov')
  })
})

describe('ten missed days', () => {
  const world = useWorld()
  it('never become ten messages', async () => {
    world.clock.set('2026-11-02T07:00:00Z')
    await runDaily(
      world,
      { kind: 'delta', start: '16:30' },
      { zone: 'America/Denver', start: '2026-11-02', end: '2026-11-27' },
    )
    await live(world, '2026-11-16T23:45:00Z', '2026-11-16T23:45:00Z', 1)
    expect(await opened(world, 'delta')).toHaveLength(1)
    expect(await world.services.db.occurrence.count({ where: { state: 'missed' } })).toBe(10)
  })
})

describe('reminders on public holidays and to people who are away (standup-raven #86, #263)', () => {
  const world = useWorld()
  it('go to nobody on Thanksgiving, and not to whoever is away', async () => {
    const { db, workspaceId, clock } = world.services
    world.clock.set('2026-11-25T07:00:00Z')
    const away = { workspaceId, personId: world.people.priya.id, createdAt: clock.now() }
    await db.absence.create({ data: { ...away, from: new Date('2026-11-25'), to: new Date('2026-11-25') } })
    const sprint = { zone: 'America/Denver', start: '2026-11-25', end: '2026-11-26', country: 'US' }
    await runDaily(world, { kind: 'standup', start: '09:30' }, sprint)
    await live(world, '2026-11-25T16:30:00Z', '2026-11-26T23:30:00Z', 30)
    const days = (await opened(world, 'standup')).map(({ key }) => key.split(':')[2])
    expect(days).toEqual(['2026-11-25'])
    const reminded = (await outbox(world))
      .filter(({ channel, kind }) => kind === 'post' && channel.startsWith('U'))
      .map(({ channel }) => channel)
    expect(reminded.sort()).toEqual(['U0JONAS', 'U0MAYA', 'U0TOMAS'])
  }, 60_000)
})

describe('no way to answer the evening before (standup-raven #16, #220)', () => {
  const world = useWorld()
  it('is answered ahead, and posted when the stand-up opens', async () => {
    world.clock.set('2026-11-17T23:00:00Z')
    await runDaily(
      world,
      { kind: 'standup', start: '09:30' },
      { zone: 'America/Denver', start: '2026-11-18', end: '2026-11-18' },
    )
    const { id: occurrenceId } = await world.services.db.occurrence.findFirstOrThrow()
    const answer = { done: '', today: 'The refund ledger', blockers: '' }
    const { id: personId } = world.people.priya
    const { waitsUntil } = await answerCheckIn(world.services, { occurrenceId, personId, answer, moves: [] })
    expect(waitsUntil).toEqual(new Date('2026-11-18T16:30:00Z'))
    await live(world, '2026-11-18T16:30:00Z', '2026-11-18T17:00:00Z', 30)
    const replies = (await outbox(world)).filter(({ key }) => key.includes(':answer.'))
    expect(replies).toHaveLength(1)
    expect(replies[0]?.text).toMatch(/answered ahead.*The refund ledger/s)
  })
})

describe('a half-finished conversation that blocks everything until a restart (18F #155)', () => {
  const test = useApp({ start: '2026-01-05T16:29:00Z' })
  it('is a form that nobody misses: others answer, and so does who left it open, in a new one', async () => {
    const plan = '---\nteam: Squad\ntimezone: America/Denver\n---\n# Sprint 7 (2026-01-05 to 2026-01-16)'
    await test.importPlan(
      `${plan}\n\nSlack: #squad\n\n- [ ] SQ-1 Rotate @Maya Okafor\n- [ ] SQ-2 Write @Tomás Rivera\n`,
    )
    await test.moveTo('2026-01-05T16:30:00Z')
    const { slack } = test
    const open = async (user: string) => {
      await slack.asUser(user).command('/sprint standup', SQUAD)
      return slack.waitForModal(user, ({ callback_id }) => callback_id === 'standup.answer')
    }
    const answered = () => test.app.services.db.checkIn.count()
    await open(MAYA)
    slack.asUser(MAYA).fillIn({ today: 'half a sen' })
    await open(TOMAS)
    await slack.asUser(TOMAS).submit({ today: 'The runbook' })
    await expect.poll(answered).toBe(1)
    await slack.asUser(MAYA).closeModal(true)
    await test.moveTo('2026-01-06T16:30:00Z')
    await open(MAYA)
    await slack.asUser(MAYA).submit({ today: 'The keys' })
    await expect.poll(answered).toBe(2)
  })
})

describe('a bot that talks so much that its channel is muted', () => {
  const world = useWorld()
  it('says a stand-up in one message, edited in place', async () => {
    world.clock.set('2026-11-18T16:00:00Z')
    await runDaily(
      world,
      { kind: 'standup', start: '09:30' },
      { zone: 'America/Denver', start: '2026-11-18', end: '2026-11-18' },
    )
    await live(world, '2026-11-18T16:30:00Z', '2026-11-18T20:00:00Z', 30)
    const posts = (await outbox(world)).filter(
      ({ kind, channel }) => kind === 'post' && channel === 'C0HARBOR',
    )
    expect(posts).toHaveLength(1)
  })
})

describe('retro actions that nobody follows up (35 % are completed, survey of 2023)', () => {
  const world = useWorld()
  it('stand first in the next retro until somebody ends them', async () => {
    const { db, workspaceId, clock } = world.services
    const action = {
      workspaceId,
      teamId: world.team.id,
      ownerId: world.people.maya.id,
      createdAt: clock.now(),
    }
    await db.action.create({ data: { ...action, text: 'Pair on reviews' } })
    const opensAt = new Date(clock.now().getTime() + dayMillis).toISOString()
    const closesAt = new Date(clock.now().getTime() + 2 * dayMillis).toISOString()
    await planOccurrence(world, { kind: 'retro', title: 'Retro', opensAt, closesAt })
    world.clock.set(opensAt)
    await tickWorld(world)
    expect((await outbox(world)).at(-1)?.text).toMatch(/Pair on reviews.*What went well/s)
  })
})

describe('the owner left and nobody could edit the stand-up', () => {
  const world = useWorld()
  it('is changed by whoever is in the team', async () => {
    const { db } = world.services
    await db.person.update({ where: { id: world.people.maya.id }, data: { active: false } })
    const basics = {
      name: 'Harbor',
      zone: 'Europe/Lisbon',
      workingDays: ['MO' as const],
      retroAnonymous: true,
    }
    await saveBasics(world.services, { teamId: world.team.id, person: world.people.jonas, ...basics })
    expect(await db.team.findFirst()).toMatchObject({
      zone: 'Europe/Lisbon',
      workingDays: basics.workingDays,
    })
  })
})
