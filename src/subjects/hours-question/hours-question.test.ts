import { describe, expect, it } from 'vitest'
import type { Person } from '#platform/store/generated/client.ts'
import { addAbsence } from '#subjects/presence/absence.ts'
import { answerHoursQuestion, setHours } from '#subjects/presence/working-hours.ts'
import { answerCheckIn } from '#subjects/standup/check-in.ts'
import { planStandUp, tickAt } from '#subjects/standup/standup-world.testing.ts'
import { useWorld, type World } from '#test/support/world.ts'
import { hoursOf } from './hours-of.ts'
import { lookAtHours, lookAtMoved } from './hours-question.ts'

const berlin = { zone: 'Europe/Berlin', start: '09:00', end: '17:00', days: [] }

const look = ({ services }: World, { id }: Person) =>
  services.db.$transaction((tx) => lookAtHours(tx, services, id))
const moveTo = ({ services }: World, { id }: Person, timeZone: string) =>
  services.db.person.update({ where: { id }, data: { timeZone } })
const asked = ({ services }: World) =>
  services.db.message.findMany({
    where: { key: { startsWith: 'hours:' }, kind: 'post' },
    orderBy: { sequence: 'asc' },
  })
const questions = ({ services }: World) => services.db.hoursQuestion.findMany({ orderBy: { askedAt: 'asc' } })
/** As if a deliverer had posted all that waits. */
const deliver = ({ services }: World) =>
  services.db.message.updateMany({ where: { state: 'due' }, data: { state: 'sent' } })
const reread = ({ services }: World, { id }: Person) =>
  services.db.person.findUniqueOrThrow({ where: { id } })

describe('somebody who moves to another zone', () => {
  const world = useWorld()

  it('is asked once, however often one looks, and their own hours count until they answer', async () => {
    const { services, people, clock } = world
    await moveTo(world, people.priya, 'Europe/Berlin')
    await setHours(services, await reread(world, people.priya), berlin)
    await look(world, people.priya)
    expect(await asked(world)).toEqual([])
    // 10:00 in Lisbon and 11:00 in Berlin.
    clock.set('2026-11-18T10:00:00Z')
    await moveTo(world, people.priya, 'Europe/Lisbon')
    await Promise.all([look(world, people.priya), look(world, people.priya), look(world, people.priya)])
    await look(world, people.priya)
    const [question, another] = await asked(world)
    expect(another).toBeUndefined()
    expect(question).toMatchObject({ channel: 'U0PRIYA', dueAt: clock.now() })
    expect(JSON.stringify(question?.payload)).toContain('Do you work in *Europe/Lisbon* now, as Slack says?')
    expect(hoursOf(await reread(world, people.priya)).zone).toBe('Europe/Berlin')
  })

  it('keeps their zone with one button, and is never asked about that zone again', async () => {
    const { services, people } = world
    await deliver(world)
    const [open] = await questions(world)
    await answerHoursQuestion(services, await reread(world, people.priya), open?.id ?? '', 'keep')
    expect(hoursOf(await reread(world, people.priya))).toEqual(berlin)
    expect(await questions(world)).toMatchObject([{ answer: 'keep', answeredAt: services.clock.now() }])
    await look(world, people.priya)
    await moveTo(world, people.priya, 'Europe/Berlin')
    await look(world, people.priya)
    await moveTo(world, people.priya, 'Europe/Lisbon')
    await look(world, people.priya)
    expect(await asked(world)).toHaveLength(1)
    const again = answerHoursQuestion(services, people.priya, open?.id ?? '', 'slack')
    await expect(again).rejects.toThrow('answered already')
  })

  it('takes Slack’s zone with the other, after a further move, and the question says what counts', async () => {
    const { services, people, clock } = world
    await moveTo(world, people.priya, 'Asia/Kolkata')
    // Nobody listened to the change: the next start finds it. 22:30 in Kolkata, 18:00 in Berlin, so tomorrow at 09:00.
    clock.set('2026-11-18T17:00:00Z')
    await lookAtMoved(services)
    const question = (await asked(world)).at(-1)
    expect(question?.dueAt).toEqual(new Date('2026-11-19T08:00:00Z'))
    await deliver(world)
    const open = (await questions(world)).at(-1)
    await answerHoursQuestion(services, await reread(world, people.priya), open?.id ?? '', 'slack')
    expect(hoursOf(await reread(world, people.priya))).toEqual({ ...berlin, zone: 'Asia/Kolkata' })
    const edit = await services.db.message.findFirst({ where: { editsKey: question?.key ?? '' } })
    expect(JSON.stringify(edit?.payload)).toContain('09:00 to 17:00, Asia/Kolkata')
  })

  it('has one question open: a further move takes the first back, and so does setting hours', async () => {
    const { services, people, clock } = world
    clock.set('2026-11-19T06:00:00Z')
    await moveTo(world, people.priya, 'Asia/Tokyo')
    await look(world, people.priya)
    await deliver(world)
    await moveTo(world, people.priya, 'Australia/Sydney')
    await look(world, people.priya)
    const answers = async () => (await questions(world)).map(({ answer }) => answer)
    expect(await answers()).toEqual(['keep', 'slack', 'withdrawn', null])
    await deliver(world)
    await setHours(services, await reread(world, people.priya), { ...berlin, zone: 'Australia/Sydney' })
    expect(await answers()).toEqual(['keep', 'slack', 'withdrawn', 'set'])
  })

  it('is not asked while away, deactivated or in no team; what has not left waits', async () => {
    const { services, people, clock } = world
    const before = (await asked(world)).length
    const jonas = await reread(world, people.jonas)
    await setHours(services, jonas, { ...berlin, zone: 'America/Denver' })
    await moveTo(world, jonas, 'Europe/Lisbon')
    clock.set('2026-11-19T03:00:00Z')
    await look(world, jonas)
    expect(await asked(world)).toHaveLength(before + 1)
    await addAbsence(services, jonas, { from: '2026-11-18', to: '2026-11-20', note: null })
    await look(world, jonas)
    expect(await asked(world)).toHaveLength(before)
    await services.db.absence.deleteMany({ where: { personId: jonas.id } })
    await services.db.person.update({ where: { id: jonas.id }, data: { active: false } })
    await look(world, jonas)
    await services.db.person.update({ where: { id: jonas.id }, data: { active: true } })
    const member = { teamId: world.team.id, personId: jonas.id }
    await services.db.membership.deleteMany({ where: member })
    await look(world, jonas)
    expect(await asked(world)).toHaveLength(before)
    await services.db.membership.create({ data: { workspaceId: services.workspaceId, ...member } })
    await look(world, jonas)
    expect(await asked(world)).toHaveLength(before + 1)
  })
})

describe('somebody whose hours are a guess', () => {
  const world = useWorld()

  it('is asked when a stand-up ends, in the hours that are guessed', async () => {
    await moveTo(world, world.people.tomas, 'Asia/Kolkata')
    await planStandUp(world, '2026-11-18')
    for (const time of ['16:35', '17:05', '17:35']) await tickAt(world, `2026-11-18T${time}:00Z`)
    const [question, another] = await asked(world)
    expect(another).toBeUndefined()
    expect(question).toMatchObject({ channel: 'U0TOMAS', dueAt: new Date('2026-11-19T03:30:00Z') })
    expect(JSON.stringify(question?.payload)).toContain('09:00 to 17:00, Asia/Kolkata')
  })

  it('says with one button that they keep the team’s time', async () => {
    const { services, people } = world
    await deliver(world)
    const [open] = await questions(world)
    await answerHoursQuestion(services, await reread(world, people.tomas), open?.id ?? '', 'keep')
    expect(hoursOf(await reread(world, people.tomas)).zone).toBe('America/Denver')
    await look(world, people.tomas)
    expect(await asked(world)).toHaveLength(1)
  })
})

describe('somebody who checks in outside of their hours', () => {
  const world = useWorld()

  it('is asked at the third time in a row, at once, and not before', async () => {
    const { services, people } = world
    await setHours(services, people.maya, { zone: 'America/Denver', start: '12:00', end: '20:00', days: [] })
    for (const [date, count] of [
      ['2026-11-18', 0],
      ['2026-11-19', 0],
      ['2026-11-20', 1],
      ['2026-11-23', 1],
    ] as const) {
      const { id: occurrenceId } = await planStandUp(world, date)
      await tickAt(world, `${date}T16:40:00Z`)
      const answer = { done: '', today: 'x', blockers: '' }
      await answerCheckIn(services, { occurrenceId, personId: people.maya.id, answer, moves: [] })
      expect(await asked(world)).toHaveLength(count)
    }
    const [question] = await asked(world)
    expect(JSON.stringify(question?.payload)).toContain('09:40, 09:40, 09:40')
    expect(JSON.stringify(question?.payload)).not.toContain('hours.use')
  })
})
