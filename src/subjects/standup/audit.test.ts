import { expect, it } from 'vitest'
import { addAbsence, removeAbsence } from '#subjects/presence/absence.ts'
import { setHours } from '#subjects/presence/working-hours.ts'
import { useWorld } from '#test/support/world.ts'
import { answerCheckIn, skipCheckIn } from './check-in.ts'
import { planStandUp, tickAt } from './standup-world.testing.ts'
import { answerInThread, editThreadAnswer, withdrawThreadAnswer } from './thread-answer.ts'

const world = useWorld()

const entries = async () => {
  const rows = await world.services.db.auditEntry.findMany({ orderBy: { at: 'asc' } })
  const nameOf = new Map(Object.values(world.people).map(({ id, displayName }) => [id, displayName]))
  return rows.map((row) => ({ ...row, who: nameOf.get(row.personId ?? '') }))
}

it('says who answered, edited, skipped, withdrew, was away and set hours; never what they wrote', async () => {
  const { services, people, team, clock } = world
  const { maya, tomas, jonas } = people
  const { id: occurrenceId } = await planStandUp(world, '2026-11-18')
  await tickAt(world, '2026-11-18T16:35:00Z')
  const say = (done: string, today: string) =>
    answerCheckIn(services, {
      ...{ occurrenceId, personId: maya.id, moves: [] },
      answer: { done, today, blockers: '' },
    })
  clock.advance(1)
  await say('secret', 'secret plans')
  clock.advance(1)
  await say('secret', 'secret plans')
  clock.advance(1)
  await say('secret', 'other secret plans')
  clock.advance(1)
  await skipCheckIn(services, { occurrenceId, personId: tomas.id, reason: 'secret dentist' })
  const reply = { occurrenceId, ts: '1.1' }
  clock.advance(1)
  await answerInThread(services, { ...reply, personId: jonas.id, text: 'secret reply' })
  clock.advance(1)
  await editThreadAnswer(services, { ...reply, text: 'another secret reply' })
  clock.advance(1)
  await withdrawThreadAnswer(services, reply)
  const days = { from: '2026-11-20', to: '2026-11-23' }
  clock.advance(1)
  const { id } = await addAbsence(services, jonas, { ...days, note: 'secret' })
  clock.advance(1)
  await addAbsence(services, jonas, { ...days, note: 'still secret' })
  clock.advance(1)
  await removeAbsence(services, jonas, id)
  clock.advance(1)
  await setHours(services, jonas, { zone: 'Europe/Lisbon', start: '10:00', end: '18:00', days: [] })

  const all = await entries()
  const detail = (via: string, parts?: string[]) => ({ occurrenceId, via, ...(parts ? { parts } : {}) })
  expect(all.map((entry) => [entry.who, entry.action, entry.teamId, entry.detail])).toEqual([
    ['Maya', 'checkin.answered', team.id, detail('modal')],
    ['Maya', 'checkin.edited', team.id, detail('modal', ['today'])],
    ['Tomás', 'checkin.skipped', team.id, detail('modal')],
    ['Jonas', 'checkin.answered', team.id, detail('thread')],
    ['Jonas', 'checkin.edited', team.id, detail('thread', ['today'])],
    ['Jonas', 'checkin.withdrawn', team.id, detail('thread')],
    ['Jonas', 'absence.set', null, days],
    ['Jonas', 'absence.edited', null, days],
    ['Jonas', 'absence.ended', null, days],
    [
      ...['Jonas', 'hours.set', null],
      { zone: 'Europe/Lisbon', start: '10:00', end: '18:00', days: [], answer: 'set' },
    ],
  ])
  expect(JSON.stringify(all)).not.toContain('secret')
  const checkIn = await services.db.checkIn.findFirstOrThrow({ where: { personId: maya.id } })
  expect(all[0]?.target).toBe(checkIn.id)
})

it('is not written when what it tells of was refused', async () => {
  const { services, people } = world
  const before = (await entries()).length
  const skip = { occurrenceId: crypto.randomUUID(), personId: people.maya.id, reason: '' }
  await expect(skipCheckIn(services, skip)).rejects.toThrow('no longer planned')
  const days = { from: '2026-11-20', to: '2026-11-19', note: null }
  await expect(addAbsence(services, people.maya, days)).rejects.toThrow('end before')
  expect(await entries()).toHaveLength(before)
})
