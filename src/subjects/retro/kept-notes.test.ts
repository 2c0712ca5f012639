import { describe, expect, it } from 'vitest'
import type { Occurrence } from '#platform/store/generated/client.ts'
import { planTeam } from '#schedule/planning.ts'
import { outbox, planOccurrence, tickWorld } from '#test/support/occurrence.ts'
import { useWorld, type World } from '#test/support/world.ts'
import { addNotes, currentRetro, toggleVote, votesOf } from './retro.steps.ts'

const note = (text: string) => ({ well: text, didnt: '', try: '' })

const retroOn = (world: World, date: string): Promise<Occurrence> =>
  planOccurrence(world, {
    kind: 'retro',
    title: 'Retrospective',
    opensAt: `${date}T22:00:00Z`,
    closesAt: `${date}T23:00:00Z`,
  })

const textsOf = async (world: World, occurrenceId: string) =>
  (await world.services.db.retroNote.findMany({ where: { occurrenceId } })).map(({ text }) => text).toSorted()

const stateOf = async (world: World, id: string) =>
  (await world.services.db.occurrence.findUnique({ where: { id } }))?.state

/** Nobody ticked for two days after the retro's time. */
async function miss(world: World, retro: Occurrence): Promise<void> {
  world.clock.set(new Date(retro.opensAt.getTime() + 2 * 86_400_000).toISOString())
  await tickWorld(world)
  expect(await stateOf(world, retro.id)).toBe('missed')
}

describe('notes of a retro that was missed', () => {
  const world = useWorld()

  it('go into the next one with their votes, and its message says so', async () => {
    const { services, people } = world
    const missed = await retroOn(world, '2026-11-18')
    const next = await retroOn(world, '2026-11-27')
    await addNotes(services, missed.id, people.maya, note('Calm release'))
    const [written] = await services.db.retroNote.findMany()
    await toggleVote(services, written?.id ?? '', people.jonas.id)
    await addNotes(services, next.id, people.priya, note('Fast reviews'))
    const [own] = await services.db.retroNote.findMany({ where: { text: 'Fast reviews' } })
    await toggleVote(services, own?.id ?? '', people.jonas.id)
    await miss(world, missed)
    expect(await textsOf(world, next.id)).toEqual(['Calm release', 'Fast reviews'])
    expect(await votesOf(services, next.id, people.jonas.id)).toEqual(new Set([written?.id, own?.id]))
    await toggleVote(services, written?.id ?? '', people.jonas.id)
    expect(await services.db.retroVote.count()).toBe(1)

    world.clock.set('2026-11-27T22:00:00Z')
    await tickWorld(world)
    const announced = (await outbox(world)).find(({ text }) => text.includes('add your notes'))?.text
    expect(announced).toContain('2 notes so far, 1 person voted')
    expect(announced).toContain('1 of them was written for the retro of Wed 18 Nov, which was not held.')
    world.clock.set('2026-11-27T23:00:00Z')
    await tickWorld(world)
    expect((await outbox(world)).some(({ text }) => /Went well: 2 notes.*Calm release/s.test(text))).toBe(
      true,
    )
  })
})

describe('notes of a missed retro with no other planned', () => {
  const world = useWorld()

  it('are what /sprint retro shows, take more, and wait for the next', async () => {
    const { services, people, team } = world
    const missed = await retroOn(world, '2026-11-18')
    await addNotes(services, missed.id, people.maya, note('Calm release'))
    await miss(world, missed)
    expect((await currentRetro(services, team.id))?.id).toBe(missed.id)
    await addNotes(services, missed.id, people.tomas, note('Good demo'))
    expect(await textsOf(world, missed.id)).toEqual(['Calm release', 'Good demo'])

    const next = await retroOn(world, '2026-11-27')
    // From a form that was opened before there was another.
    await addNotes(services, missed.id, people.priya, note('Fast reviews'))
    expect(await textsOf(world, next.id)).toEqual(['Calm release', 'Fast reviews', 'Good demo'])
    expect((await currentRetro(services, team.id))?.id).toBe(next.id)
  })
})

describe('notes of a retro that no plan has any more', () => {
  const world = useWorld()

  it('outlive it, and go into the next that is planned', async () => {
    const { services, people, team } = world
    const gone = await retroOn(world, '2026-11-20')
    await addNotes(services, gone.id, people.maya, note('Calm release'))
    await services.db.ceremonyRule.update({ where: { id: gone.ruleId }, data: { enabled: false } })
    const plan = () => services.db.$transaction((tx) => planTeam(tx, services, team.id))
    await plan()
    expect(await stateOf(world, gone.id)).toBe('skipped')
    expect((await currentRetro(services, team.id))?.id).toBe(gone.id)

    const next = await retroOn(world, '2026-11-25')
    await services.db.ceremonyRule.update({
      where: { id: next.ruleId },
      data: { recurrence: { type: 'dates', dates: ['2026-11-25'] }, start: '15:00' },
    })
    await plan()
    expect(await textsOf(world, next.id)).toEqual(['Calm release'])
    expect(await stateOf(world, gone.id)).toBeUndefined()
  })
})

describe('signed notes that an anonymous retro takes', () => {
  const world = useWorld()

  it('lose their authors', async () => {
    const { services, people, team } = world
    const setAnonymous = (retroAnonymous: boolean) =>
      services.db.team.update({ where: { id: team.id }, data: { retroAnonymous } })
    await setAnonymous(false)
    const missed = await retroOn(world, '2026-11-18')
    await addNotes(services, missed.id, people.maya, note('Calm release'))
    await setAnonymous(true)
    const next = await retroOn(world, '2026-11-27')
    await miss(world, missed)
    const notes = await services.db.retroNote.findMany()
    expect(notes.map(({ occurrenceId, personId }) => [occurrenceId, personId])).toEqual([[next.id, null]])
  })
})
