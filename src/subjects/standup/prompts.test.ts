// Who is reminded of a stand-up, and when: within each one’s own hours.
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/support/world.ts'
import { answerCheckIn } from './check-in.ts'
import { planStandUp, shown, tickAt } from './standup-world.testing.ts'

const said = (today: string, done = '', blockers = '') => ({ done, today, blockers })

describe('members in other zones', () => {
  const world = useWorld()

  it('reminds those who begin work later at their beginning, within the window', async () => {
    const { db } = world.services
    const { id } = world.people.jonas
    await db.person.update({
      where: { id },
      data: { timeZone: 'America/Los_Angeles', workStart: '09:20', workEnd: '17:00' },
    })
    const standUp = await planStandUp(world, '2026-11-18')
    await tickAt(world, '2026-11-18T16:35:00Z')
    expect(await shown(world, standUp)).toContain('on your clock')
    // At 08:35 in Los Angeles the message names him without a ping.
    expect(await shown(world, standUp)).toContain('Expected: Jonas, <@U0MAYA>')
    await tickAt(world, '2026-11-18T17:05:00Z')
    const reminded = async () =>
      (
        await db.message.findMany({ where: { key: { contains: ':remind.' } }, orderBy: { sequence: 'asc' } })
      ).map(({ channel }) => channel)
    expect(await reminded()).toEqual(['U0MAYA', 'U0PRIYA', 'U0TOMAS'])
    await tickAt(world, '2026-11-18T17:20:00Z')
    expect(await reminded()).toEqual(['U0MAYA', 'U0PRIYA', 'U0TOMAS', 'U0JONAS'])
    const { step, nextAt } = await db.occurrence.findFirstOrThrow({ where: { id: standUp.id } })
    expect({ step, nextAt }).toEqual({ step: 'close', nextAt: standUp.closesAt })
  })

  it('asks those who sleep through the next stand-up ahead, in their working hours, and takes it back', async () => {
    const { services, people } = world
    const { db } = services
    await db.person.updateMany({
      where: { id: { in: [people.priya.id, people.tomas.id] } },
      data: { timeZone: 'Asia/Kolkata' },
    })
    const next = await planStandUp(world, '2026-11-19')
    await tickAt(world, '2026-11-18T17:35:00Z')
    const questions = () =>
      db.message.findMany({ where: { key: { contains: ':ahead.' } }, orderBy: { channel: 'asc' } })
    // 16:00 in Kolkata, an hour before the assumed end of work there.
    const at = new Date('2026-11-19T10:30:00Z')
    expect(await questions()).toMatchObject([
      { channel: 'U0PRIYA', dueAt: at, expiresAt: next.opensAt },
      { channel: 'U0TOMAS', dueAt: at, expiresAt: next.opensAt },
    ])
    await answerCheckIn(services, {
      occurrenceId: next.id,
      personId: people.priya.id,
      answer: said('x'),
      moves: [],
    })
    expect((await questions()).map(({ channel }) => channel)).toEqual(['U0TOMAS'])
    await db.message.updateMany({ where: { key: { contains: ':ahead.' } }, data: { state: 'sent' } })
    await tickAt(world, '2026-11-19T16:35:00Z')
    await tickAt(world, '2026-11-19T17:05:00Z')
    const reminded = await db.message.findMany({
      where: {
        key: { contains: ':2026-11-19:' },
        channel: { startsWith: 'U0' },
        NOT: { key: { contains: ':ahead.' } },
      },
    })
    expect(reminded.map(({ channel }) => channel)).toEqual(['U0MAYA'])
  })
})

describe('a member whose hours end while the stand-up is open', () => {
  const world = useWorld()

  it('is reminded within them or not at all', async () => {
    const { services, people } = world
    const hours = (person: 'jonas' | 'priya' | 'maya', workStart: string, workEnd: string) =>
      services.db.person.update({ where: { id: people[person].id }, data: { workStart, workEnd } })
    await hours('jonas', '06:00', '10:00')
    await hours('priya', '18:00', '22:00')
    await hours('maya', '06:00', '09:36')
    const standUp = await planStandUp(world, '2026-11-18')
    await services.db.occurrence.update({
      where: { id: standUp.id },
      data: { closesAt: new Date('2026-11-18T19:35:00Z') },
    })
    const reminded = async () =>
      (
        await services.db.message.findMany({
          where: { key: { contains: ':remind.' }, kind: 'post' },
          orderBy: { sequence: 'asc' },
        })
      ).map(({ channel, expiresAt }) => [channel, expiresAt?.toISOString().slice(11, 16)])
    await tickAt(world, '2026-11-18T16:35:00Z')
    const { nextAt } = await services.db.occurrence.findFirstOrThrow({ where: { id: standUp.id } })
    // Half past nine: half an hour before Jonas goes home at ten.
    expect(nextAt?.toISOString().slice(11, 16)).toBe('16:35')
    await tickAt(world, '2026-11-18T16:36:00Z')
    expect(await reminded()).toEqual([['U0JONAS', '17:00']])
    await tickAt(world, '2026-11-18T19:05:00Z')
    expect(await reminded()).toEqual([
      ['U0JONAS', '17:00'],
      ['U0TOMAS', '19:35'],
    ])
  })
})
