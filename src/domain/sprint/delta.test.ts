import { describe, expect, it } from 'vitest'
import { type DeltaInput, deltaSince } from './delta.ts'
import { blocker, denver, dependency, event, finished, item, timelineAt } from './sprint.testing.ts'

const since = denver('06-02 16:30')

function input(fields: Partial<DeltaInput>): DeltaInput {
  return {
    items: [item('A-1'), item('A-2')],
    events: [],
    blockers: [],
    dependencies: [],
    timeline: timelineAt('06-03 16:30'),
    ...fields,
  }
}

describe('the daily delta', () => {
  it('says that it is empty when nothing happened', () => {
    const delta = deltaSince(since, input({}))

    expect(delta.empty).toBe(true)
    expect(delta).toMatchObject({ moved: [], added: [], cut: [], left: 6, idealLeft: 4.2 })
  })

  it('tells where an item went, in one step, and what was finished', () => {
    const items = [item('A-1', { status: 'done' }), item('A-2')]
    const events = [
      event('06-03 09:00', 'A-1', { from: 'ready', to: 'in_progress', by: 'Maya' }),
      event('06-03 15:00', 'A-1', { from: 'in_progress', to: 'done', by: 'Joel' }),
    ]

    expect(deltaSince(since, input({ items, events }))).toMatchObject({
      moved: [{ key: 'A-1', title: 'Title of A-1', from: 'ready', to: 'done', by: 'Joel' }],
      finished: ['A-1'],
      left: 3,
      empty: false,
    })
  })

  it('calls finished what stands at done, and reads events in the order of their times', () => {
    const items = ['A-1', 'A-2', 'A-3'].map((key) => item(key))
    const events = [
      event('06-03 09:00', 'A-1', { from: 'ready', to: 'in_progress', by: 'Maya' }),
      event('06-03 09:30', 'A-2', { from: 'ready', to: 'in_review', by: 'Maya' }),
      event('06-03 10:00', 'A-1', { from: 'in_progress', to: 'done', by: 'Joel' }),
      event('06-03 11:00', 'A-3', { from: 'done', to: 'blocked', by: 'Joel' }),
      event('06-03 12:00', 'A-9', { from: 'ready', to: 'done', by: 'Joel' }),
      event('06-03 12:00', 'A-3', { field: 'owner', from: 'Maya', to: 'Joel' }),
    ]
    for (const each of [events, events.toReversed()])
      expect(deltaSince(since, input({ items, events: each }))).toMatchObject({
        moved: [
          { key: 'A-1', from: 'ready', to: 'done', by: 'Joel' },
          { key: 'A-2', from: 'ready', to: 'in_review', by: 'Maya' },
          { key: 'A-3', from: 'done', to: 'blocked', by: 'Joel' },
        ],
        finished: ['A-1'],
      })
  })

  it('looks no further than today when no working day follows', () => {
    const { workdays, ...timeline } = timelineAt('06-03 16:30')
    const dependencies = ['2026-06-03', '2026-06-04'].map((due) => dependency(due, due))
    const upTo = (date: string) => ({ ...timeline, workdays: workdays.filter((day) => day.date <= date) })
    const due = (date: string) =>
      deltaSince(since, input({ dependencies, timeline: upTo(date) })).dueNext.map(({ id }) => id)
    expect(due('2026-06-03')).toEqual(['2026-06-03'])
    expect(due('2026-06-02')).toEqual([])
  })

  it('does not tell of a move that was taken back, of older changes, or of those to come', () => {
    const events = [
      finished('06-02 16:30', 'A-2'),
      event('06-03 09:00', 'A-1', { from: 'ready', to: 'in_progress' }),
      event('06-03 09:05', 'A-1', { from: 'in_progress', to: 'ready' }),
      finished('06-03 16:31', 'A-2'),
    ]

    expect(deltaSince(since, input({ events })).moved).toEqual([])
  })

  it('tells of scope that was added, cut and estimated anew', () => {
    const items = [
      item('A-1', { estimate: { value: 5, unit: 'points' } }),
      item('A-2', { inSprint: false }),
      item('A-3', { stretch: true }),
    ]
    const events = [
      event('05-29 09:00', 'A-1', { field: 'added' }),
      event('06-03 09:00', 'A-1', { field: 'estimate', from: '3', to: '5' }),
      event('06-03 09:00', 'A-2', { field: 'removed' }),
      event('06-03 09:00', 'A-3', { field: 'added' }),
    ]

    expect(deltaSince(since, input({ items, events }))).toMatchObject({
      added: [{ key: 'A-3', title: 'Title of A-3', value: 3, stretch: true }],
      cut: [{ key: 'A-2', title: 'Title of A-2', value: 3, stretch: false }],
      reestimated: [{ key: 'A-1', title: 'Title of A-1', from: '3', to: '5' }],
    })
  })

  it('does not call the first import a growth of scope', () => {
    const items = ['A-1', 'A-2'].map((key) => item(key, { addedAt: denver('06-03 10:00') }))
    const events = items.map(({ key }) => event('06-03 10:00', key, { field: 'added' }))

    expect(deltaSince(since, input({ items, events }))).toMatchObject({ added: [], empty: true })
  })

  it('tells of blockers that were opened and resolved, with their age', () => {
    const blockers = [
      blocker(1, { raisedAt: denver('06-01 10:00'), resolvedAt: denver('06-03 11:00'), state: 'resolved' }),
      blocker(2, { raisedAt: denver('06-03 10:00') }),
      blocker(3, { raisedAt: denver('06-01 10:00') }),
    ]
    const delta = deltaSince(since, input({ blockers }))

    expect(delta.blockersOpened.map(({ number }) => number)).toEqual([2])
    expect(delta.blockersResolved.map(({ number, ageDays }) => [number, ageDays])).toEqual([[1, 2]])
  })

  it('tells what falls due by the next working day, over a weekend, and what is overdue', () => {
    const dependencies = [
      dependency('later', '2026-06-09'),
      dependency('monday', '2026-06-08'),
      dependency('past', '2026-06-04'),
      dependency('delivered', '2026-06-08', { doneAt: denver('06-04 09:00') }),
      dependency('some day', null),
    ]
    const delta = deltaSince(
      denver('06-04 16:30'),
      input({ dependencies, timeline: timelineAt('06-05 16:30') }),
    )

    expect(delta.dueNext.map(({ id, overdue }) => [id, overdue])).toEqual([
      ['past', true],
      ['monday', false],
    ])
  })

  it.each([
    ['added and cut again', ['added', 'removed']],
    ['cut and taken back', ['removed', 'added']],
  ] as const)('says nothing of what was %s', (_, fields) => {
    const events = fields.map((field, n) => event(`06-03 1${n}:00`, 'A-1', { field }))
    expect(deltaSince(since, input({ events }))).toMatchObject({ added: [], cut: [] })
  })

  it.each([
    ['06-03 16:30', true],
    ['06-03 16:31', false],
  ])('counts what happened up to now: at %s %s', (at, counts) => {
    const blockers = [blocker(1, { raisedAt: denver(at) })]
    expect(deltaSince(since, input({ blockers })).blockersOpened).toHaveLength(counts ? 1 : 0)
    const events = [event(at, 'A-1', { from: 'ready', to: 'blocked' })]
    expect(deltaSince(since, input({ events })).moved).toHaveLength(counts ? 1 : 0)
  })

  it('counts nothing twice: what happened at the last delta’s instant was told by that one', () => {
    const blockers = [
      blocker(1, { raisedAt: since }),
      blocker(2, { raisedAt: denver('06-01 10:00'), resolvedAt: since, state: 'resolved' }),
    ]
    expect(deltaSince(since, input({ blockers }))).toMatchObject({
      ...{ blockersOpened: [], blockersResolved: [], empty: true },
    })
  })

  it.each([
    ['blockers', { blockers: [blocker(1, { raisedAt: denver('06-03 10:00') })] }],
    ['dependencies', { dependencies: [dependency('D-1', '2026-06-03')] }],
    ['estimates', { events: [event('06-03 10:00', 'A-1', { field: 'estimate', from: '1', to: '3' })] }],
    ['cuts', { events: [event('06-03 10:00', 'A-1', { field: 'removed' })] }],
  ])('is not empty with %s alone', (_, fields) => {
    expect(deltaSince(since, input(fields)).empty).toBe(false)
  })

  it('lists what falls due by its date', () => {
    const dependencies = ['2026-06-04', '2026-06-01', '2026-06-03'].map((due) => dependency(due, due))
    expect(
      deltaSince(since, input({ dependencies })).dueNext.map(({ id, overdue }) => [id, overdue]),
    ).toEqual([
      ['2026-06-01', true],
      ['2026-06-03', false],
      ['2026-06-04', false],
    ])
  })

  it('counts in items what is left where nothing is estimated', () => {
    const items = [item('A-1', { estimate: null, status: 'done' }), item('A-2', { estimate: null })]
    expect(deltaSince(since, input({ items })).left).toBe(1)
  })

  it('knows no ideal line outside the sprint', () => {
    expect(deltaSince(since, input({ timeline: timelineAt('06-15 12:00') })).idealLeft).toBeNull()
  })
})
