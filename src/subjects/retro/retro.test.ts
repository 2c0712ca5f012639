import { beforeAll, describe, expect, it } from 'vitest'
import type { Occurrence } from '#platform/store/generated/client.ts'
import { outbox, planOccurrence, tickWorld } from '#test/support/occurrence.ts'
import { useWorld } from '#test/support/world.ts'
import { addAction, endAction } from './actions.ts'
import { addNotes, currentRetro, publishNow, toggleVote, votesOf } from './retro.steps.ts'
import { tallyOf } from './retro-screen.ts'

const noNotes = { well: '', didnt: '', try: '' }

describe('a retro', () => {
  const world = useWorld()
  let retro: Occurrence
  beforeAll(async () => {
    retro = await planOccurrence(world, {
      kind: 'retro',
      title: 'Retrospective',
      opensAt: '2026-11-18T22:00:00Z',
      closesAt: '2026-11-18T23:00:00Z',
    })
  })

  it('takes notes before it begins', async () => {
    expect((await currentRetro(world.services, world.team.id))?.id).toBe(retro.id)
    expect(
      await addNotes(world.services, retro.id, world.people.maya, { ...noNotes, well: 'Calm release' }),
    ).toBe(1)
    expect(await outbox(world)).toEqual([])
  })

  it('opens with the actions of earlier retros first', async () => {
    const { services, team, people } = world
    const action = {
      workspaceId: services.workspaceId,
      teamId: team.id,
      text: 'Write the runbook',
      ownerId: people.priya.id,
    }
    await services.db.action.create({
      data: { ...action, due: new Date('2026-11-10'), createdAt: new Date('2026-11-06') },
    })
    world.clock.set('2026-11-18T22:00:00Z')
    await tickWorld(world)
    const [opened] = await outbox(world)
    expect(opened?.channel).toBe('C0HARBOR')
    expect(opened?.text).toMatch(
      /earlier retros.*Write the runbook.*U0PRIYA.*overdue since.*What went well.*1 note so far/s,
    )
  })

  it('makes each line a note, and keeps no author of an anonymous one', async () => {
    const text = '- Flaky tests\n2. Late reviews\n\n   '
    expect(await addNotes(world.services, retro.id, world.people.tomas, { ...noNotes, didnt: text })).toBe(2)
    const notes = await world.services.db.retroNote.findMany({
      where: { column: 'didnt' },
      orderBy: { text: 'asc' },
    })
    expect(notes.map((note) => [note.text, note.personId])).toEqual([
      ['Flaky tests', null],
      ['Late reviews', null],
    ])
  })

  it('counts a person’s vote once, and takes it back at the second click', async () => {
    const note = await world.services.db.retroNote.findFirstOrThrow({ where: { text: 'Late reviews' } })
    await toggleVote(world.services, note.id, world.people.maya.id)
    await toggleVote(world.services, note.id, world.people.jonas.id)
    await toggleVote(world.services, note.id, world.people.jonas.id)
    expect(await world.services.db.retroVote.count({ where: { noteId: note.id } })).toBe(1)
  })

  it('tells an action in the thread and to its owner', async () => {
    const { maya, priya } = world.people
    const due = '2026-12-01'
    await addAction(world.services, {
      retroId: retro.id,
      text: 'Review within 4 h',
      owner: priya,
      due,
      by: maya,
    })
    const added = (await outbox(world)).filter(({ key }) => key.startsWith('action:'))
    expect(added.map(({ channel }) => channel)).toEqual(['C0HARBOR', 'U0PRIYA'])
    expect(added[1]?.text).toContain('Review within 4 h')
  })

  it('publishes its notes in the thread, the most voted first, and ends', async () => {
    await publishNow(world.services, retro.id)
    world.clock.advance(1)
    await tickWorld(world)
    const messages = await outbox(world)
    const didnt = messages.find(({ text }) => text.includes('Didn’t go well: 2 notes'))
    expect(didnt?.text).toMatch(/Late reviews · 1 👍.*Flaky tests/s)
    const edited = messages.filter(({ kind }) => kind === 'edit').map(({ text }) => text)
    expect(edited.at(-1)).toMatch(/closed.*Decided.*Review within 4 h/s)
    const ended = await world.services.db.occurrence.findUniqueOrThrow({ where: { id: retro.id } })
    expect([ended.state, ended.nextAt]).toEqual(['closed', null])
  })

  it('refuses notes and votes afterwards, in words that help', async () => {
    const late = addNotes(world.services, retro.id, world.people.maya, { ...noNotes, try: 'Too late' })
    await expect(late).rejects.toMatchObject({
      code: 'retro_closed',
      hint: expect.stringContaining('action'),
    })
    expect(await world.services.db.retroNote.count({ where: { text: 'Too late' } })).toBe(0)
  })

  it('ends an action once', async () => {
    const action = await world.services.db.action.findFirstOrThrow({ where: { text: 'Review within 4 h' } })
    expect((await endAction(world.services, action.id, 'done', world.people.priya)).changed).toBe(true)
    expect((await endAction(world.services, action.id, 'dropped', world.people.priya)).action.state).toBe(
      'done',
    )
  })
})

describe('an anonymous retro', () => {
  const world = useWorld()
  let retro: Occurrence
  beforeAll(async () => {
    retro = await planOccurrence(world, {
      kind: 'retro',
      title: 'Retrospective',
      opensAt: '2026-11-18T16:00:00Z',
      closesAt: '2026-11-18T17:00:00Z',
    })
    await tickWorld(world)
  })
  const notes = () => world.services.db.retroNote.findMany()

  it('stays anonymous when the setting changes after it opened', async () => {
    await world.services.db.team.update({ where: { id: world.team.id }, data: { retroAnonymous: false } })
    await addNotes(world.services, retro.id, world.people.jonas, { ...noNotes, try: 'Pair on reviews' })
    expect((await notes()).map(({ personId }) => personId)).toEqual([null])
  })

  it('stores nothing of a note that leads to its author: a random id, and no time', async () => {
    const [note] = await notes()
    // The 13th digit of a UUID is its version: 7 would hold the time, 4 is random.
    expect(note?.id[14]).toBe('4')
    expect(Object.values(note ?? {}).some((value) => (value as unknown) instanceof Date)).toBe(false)
  })

  it('shows notes in another order than that of writing', async () => {
    const many = Array.from({ length: 40 }, (_, index) => `Note ${index + 10}`)
    await addNotes(world.services, retro.id, world.people.maya, { ...noNotes, well: many.join('\n') })
    const { columns } = await tallyOf(world.services.db, retro.id)
    const shown = columns
      .flatMap((column) => column.notes.map(({ text }) => text))
      .filter((text) => /\d/.test(text))
    expect(shown.toSorted()).toEqual(many)
    expect(shown).not.toEqual(many)
  })

  it('knows a voter while it is open, and keeps neither name nor key when it has closed', async () => {
    const [note] = await notes()
    const { maya } = world.people
    await toggleVote(world.services, note?.id ?? '', maya.id)
    expect(await votesOf(world.services, retro.id, maya.id)).toEqual(new Set([note?.id]))
    const [vote] = await world.services.db.retroVote.findMany()
    expect(Object.values(vote ?? {})).not.toContain(maya.id)
    world.clock.set('2026-11-18T17:00:00Z')
    await tickWorld(world)
    const closed = await world.services.db.occurrence.findUniqueOrThrow({ where: { id: retro.id } })
    expect(closed).toMatchObject({ state: 'closed', voteKey: null })
    expect(await votesOf(world.services, retro.id, maya.id)).toEqual(new Set())
    expect((await outbox(world)).some(({ text }) => text.includes('1 👍'))).toBe(true)
  })
})

describe('a retro of a team that shows authors', () => {
  const world = useWorld()

  it('keeps who wrote a note, and publishes it', async () => {
    await world.services.db.team.update({ where: { id: world.team.id }, data: { retroAnonymous: false } })
    const retro = await planOccurrence(world, {
      kind: 'retro',
      title: 'Retrospective',
      opensAt: '2026-11-18T16:00:00Z',
      closesAt: '2026-11-18T17:00:00Z',
    })
    await tickWorld(world)
    await addNotes(world.services, retro.id, world.people.jonas, { ...noNotes, try: 'Pair on reviews' })
    world.clock.set('2026-11-18T17:00:00Z')
    await tickWorld(world)
    expect((await outbox(world)).some(({ text }) => text.includes('Pair on reviews — <@U0JONAS>'))).toBe(true)
  })
})

describe('a retro that opens late', () => {
  const world = useWorld()

  it.each([
    ['stays open for an hour from then on', '2026-11-18', '10:40', '11:00', '11:40'],
    ['closes at its time when that is later still', '2026-11-19', '10:40', '12:00', '12:00'],
    ['is not late within three minutes, and closes at its time', '2026-11-20', '10:03', '10:30', '10:30'],
  ])('%s', async (_, date, opened, closes, expected) => {
    const at = (time: string) => new Date(`${date}T${time}:00-07:00`)
    const retro = await planOccurrence(world, {
      kind: 'retro',
      title: 'Retrospective',
      opensAt: at('10:00').toISOString(),
      closesAt: at(closes).toISOString(),
    })
    world.clock.set(at(opened).toISOString())
    await tickWorld(world)
    const { state, closesAt, nextAt } = await world.services.db.occurrence.findUniqueOrThrow({
      where: { id: retro.id },
    })
    expect({ state, closesAt, nextAt }).toEqual({
      state: 'open',
      closesAt: at(expected),
      nextAt: at(expected),
    })
    const announced = (await outbox(world)).findLast(({ kind }) => kind === 'post')?.text
    expect(announced).toContain(`add your notes until ${expected} MST`)
    expect(announced?.includes('This retro opened late.')).toBe(opened === '10:40')
    await world.services.db.occurrence.update({
      where: { id: retro.id },
      data: { state: 'closed', nextAt: null },
    })
  })
})
