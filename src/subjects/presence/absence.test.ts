import { describe, expect, it } from 'vitest'
import type { Occurrence } from '#platform/store/generated/client.ts'
import { planStandUp, shown, tickAt } from '#subjects/standup/standup-world.testing.ts'
import { useWorld } from '#test/support/world.ts'
import { absencesOf, addAbsence, removeAbsence } from './absence.ts'

describe('days off', () => {
  const world = useWorld()
  let standUp: Occurrence
  const add = (from: string, to: string, note: string | null = null) =>
    addAbsence(world.services, world.people.jonas, { from, to, note })

  it('show at once in a stand-up that is open, without the note', async () => {
    standUp = await planStandUp(world, '2026-11-18')
    await tickAt(world, '2026-11-18T16:35:00Z')
    expect(await shown(world, standUp)).toContain('0 of 4 have checked in')
    await add('2026-11-18', '2026-11-19', 'dentist')
    const text = await shown(world, standUp)
    expect(text).toContain('0 of 3 have checked in')
    expect(text).toContain('Away: Jonas until Thu 19 Nov')
    expect(text).not.toContain('dentist')
  })

  it('that follow on each other are shown until the last of them', async () => {
    await add('2026-11-20', '2026-11-24')
    expect(await shown(world, standUp)).toContain('Away: Jonas until Tue 24 Nov')
  })

  it('said twice are kept once', async () => {
    await add('2026-11-18', '2026-11-19', 'the dentist')
    const notes = (await absencesOf(world.services, world.people.jonas)).map(({ note }) => note)
    expect(notes).toEqual(['the dentist', null])
  })

  it('that overlap become one stretch, which one take-back ends', async () => {
    const { services, people } = world
    const away = (from: string, to: string) =>
      addAbsence(services, people.tomas, { from, to, note: from === '2026-12-01' ? 'at the sea' : null })
    await away('2026-12-01', '2026-12-04')
    await away('2026-12-03', '2026-12-08')
    await away('2026-12-20', '2026-12-21')
    expect(await away('2026-12-07', '2026-12-10')).toMatchObject({ from: '2026-12-01', to: '2026-12-10' })
    const [first, second, third] = await absencesOf(services, people.tomas)
    expect(first).toMatchObject({ from: '2026-12-01', to: '2026-12-10', note: 'at the sea' })
    expect([second?.from, third]).toEqual(['2026-12-20', undefined])
    await removeAbsence(services, people.tomas, first?.id ?? '')
    expect(await absencesOf(services, people.tomas)).toHaveLength(1)
  })

  it('keep the person from being reminded', async () => {
    await tickAt(world, '2026-11-18T17:05:00Z')
    const reminded = await world.services.db.message.findMany({
      where: { key: { contains: ':remind.' } },
      orderBy: { sequence: 'asc' },
    })
    expect(reminded.map(({ channel }) => channel)).toEqual(['U0MAYA', 'U0PRIYA', 'U0TOMAS'])
  })

  it('are taken back by the person alone', async () => {
    const { services, people } = world
    const [first] = await absencesOf(services, people.jonas)
    expect(await removeAbsence(services, people.maya, first?.id ?? '')).toBeNull()
    expect(await removeAbsence(services, people.jonas, first?.id ?? '')).toMatchObject({ to: '2026-11-19' })
    expect(await removeAbsence(services, people.jonas, first?.id ?? '')).toBeNull()
    expect(await shown(world, standUp)).toContain('0 of 4 have checked in')
  })

  it.each([
    ['2026-11-20', '2026-11-19', 'end before they begin'],
    ['2026-11-16', '2026-11-17', 'are over'],
    ['2026-11-18', '2028-11-18', 'more than 400 days'],
  ])('from %s to %s are refused: they %s', async (from, to, why) => {
    await expect(add(from, to)).rejects.toThrow(why)
  })
})
