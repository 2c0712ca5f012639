import { beforeEach, expect, it } from 'vitest'
import type { CeremonyRule } from '#platform/store/generated/client.ts'
import { planTeam } from '#schedule/planning.ts'
import { outbox, tickWorld } from '#test/support/occurrence.ts'
import { useWorld } from '#test/support/world.ts'
import { answerCheckIn, skipCheckIn } from './check-in.ts'

const world = useWorld()
let daily: CeremonyRule

const addRule = (title: string, start: string, recurrence: object) => {
  const { services, team, sprint } = world
  return services.db.ceremonyRule.create({
    data: {
      ...{ workspaceId: services.workspaceId, teamId: team.id, sprintId: sprint.id, key: title, title },
      ...{ kind: 'standup', start, windowMinutes: 60, recurrence, origin: 'plan' },
    },
  })
}
const plan = () => world.services.db.$transaction((tx) => planTeam(tx, world.services, world.team.id))
const change = async (data: { enabled?: boolean; start?: string }) => {
  await world.services.db.ceremonyRule.update({ where: { id: daily.id }, data })
  await plan()
}
const told = async () => (await outbox(world)).filter(({ key }) => key.startsWith('standup-off:'))
const waiting = () =>
  world.services.db.checkIn.findMany({ include: { occurrence: true }, orderBy: { answeredAt: 'asc' } })

/** Wednesday at 16:00 UTC; Priya answers Thursday's stand-up ahead, and Jonas skips it. */
beforeEach(async () => {
  const { services, people, clock } = world
  const { db } = services
  clock.set('2026-11-18T16:00:00Z')
  await db.ceremonyRule.deleteMany()
  await db.message.deleteMany()
  daily = await addRule('Daily', '09:35', { type: 'daily' })
  await plan()
  const { id: occurrenceId } = await db.occurrence.findFirstOrThrow({
    where: { localDate: new Date('2026-11-19') },
  })
  const answer = { done: '', today: 'The ledger', blockers: '' }
  await answerCheckIn(services, { occurrenceId, personId: people.priya.id, answer, moves: [] })
  await skipCheckIn(services, { occurrenceId, personId: people.jonas.id, reason: '' })
})

it('an answer ahead goes with the team’s stand-up of that date when another rule holds it, and is posted there', async () => {
  await addRule('Sync', '11:00', { type: 'daily' })
  await change({ enabled: false })
  const answers = await waiting()
  expect(answers).toHaveLength(2)
  expect(answers.map(({ occurrence }) => occurrence.title)).toEqual(['Sync', 'Sync'])
  expect(await told()).toEqual([])
  world.clock.set('2026-11-19T18:00:00Z')
  await tickWorld(world)
  const replies = (await outbox(world)).filter(({ key }) => key.includes(':answer.'))
  expect(replies.map(({ text }) => text).join()).toContain('The ledger')
})

it('stays when the time changes', async () => {
  await change({ start: '12:00' })
  expect((await waiting()).map(({ occurrence }) => occurrence.opensAt.toISOString())).toEqual([
    '2026-11-19T19:00:00.000Z',
    '2026-11-19T19:00:00.000Z',
  ])
  expect(await told()).toEqual([])
})

it('that has nowhere to go is told to who wrote it, once, in a line; a skip is not', async () => {
  await change({ enabled: false })
  await plan()
  const messages = await told()
  expect(messages).toMatchObject([{ channel: 'U0PRIYA' }])
  expect(messages[0]?.text).toContain('stand-up of Harbor Payments on Thu 19 Nov is not held any more. The')
  expect(await waiting()).toEqual([])
})

it('to a day that became a holiday is told with the reason, and posted after all when the day is taken back', async () => {
  const { db, workspaceId } = world.services
  const day = { workspaceId, teamId: world.team.id, date: new Date('2026-11-19'), name: 'Offsite' }
  await db.teamDayOff.create({ data: day })
  await plan()
  await plan()
  const messages = await told()
  expect(messages).toHaveLength(1)
  expect(messages[0]?.text).toContain('any more: Thursday is a day off (Offsite). The answer')
  await db.teamDayOff.deleteMany()
  await plan()
  expect((await waiting()).map(({ occurrence }) => occurrence.state)).toEqual(['planned', 'planned'])
})

it('a question that was to be asked ahead is not asked about a stand-up that is not held', async () => {
  const { services, people } = world
  const { db } = services
  await db.person.update({ where: { id: people.tomas.id }, data: { timeZone: 'Asia/Kolkata' } })
  for (const time of ['2026-11-18T16:35', '2026-11-18T17:05', '2026-11-18T17:35']) {
    world.clock.set(`${time}:00Z`)
    await tickWorld(world)
  }
  const asked = async () => (await outbox(world)).filter(({ key }) => key.includes(':ahead.'))
  expect(await asked()).toMatchObject([{ channel: 'U0TOMAS' }])
  await change({ start: '09:40' })
  expect(await asked()).toHaveLength(1)
  await change({ enabled: false })
  expect(await asked()).toEqual([])
})
