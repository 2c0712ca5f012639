// Plain replies in the thread of a stand-up: which of them count.
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/support/world.ts'
import { planStandUp, shown, tickAt } from './standup-world.testing.ts'
import { answerInThread, editThreadAnswer } from './thread-answer.ts'

describe('replies in the thread', () => {
  const world = useWorld()

  it('are no check-in when they ask; a fuller one revises the first, and one edited to nothing takes it back', async () => {
    const { services, people } = world
    const standUp = await planStandUp(world, '2026-11-18')
    await tickAt(world, '2026-11-18T16:35:00Z')
    const personId = people.maya.id
    const say = (ts: string, text: string) =>
      answerInThread(services, { occurrenceId: standUp.id, ts, personId, text })
    const stored = () => services.db.checkIn.findFirst({ where: { personId } })
    expect(await say('1.1', 'what link is the meeting on?')).toEqual({ became: 'question' })
    expect(await stored()).toBeNull()
    expect((await say('1.2', 'morning, on it')).became).toBe('answer')
    expect(await say('1.3', 'nice weather')).toEqual({ became: 'talk' })
    expect((await say('1.4', 'Did the ledger. Today refunds. Blocked by the vault.')).became).toBe('answer')
    expect(await stored()).toMatchObject({
      done: 'Did the ledger.',
      today: 'Today refunds.',
      blockers: 'Blocked by the vault.',
      sourceTs: '1.4',
    })
    expect(await services.db.checkInEdit.count()).toBe(1)
    await editThreadAnswer(services, { occurrenceId: standUp.id, ts: '1.4', text: ' ' })
    expect(await stored()).toBeNull()
    expect(await shown(world, standUp)).toContain('0 of 4 have checked in')
    expect(await say('1.5', '')).toEqual({ became: 'nothing' })
  })
})
