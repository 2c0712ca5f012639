import { describe, expect, it } from 'vitest'
import { historyOf } from './history.ts'
import { denver, event, item } from './sprint.testing.ts'
import type { ItemEvent, ItemState } from './types.ts'

const then = (instant: string, events: ItemEvent[], fields: Partial<ItemState> = {}) =>
  historyOf([item('A-1', fields)], events)(denver(instant))[0]

describe('an item as it stood', () => {
  const moves = [
    event('06-03 10:00', 'A-1', { from: 'in_progress', to: 'done' }),
    event('06-02 10:00', 'A-1', { from: 'ready', to: 'in_progress' }),
    event('06-01 10:00', 'B-1', { from: 'ready', to: 'blocked' }),
  ]

  it.each([
    ['06-01 09:00', 'ready'],
    ['06-02 09:59', 'ready'],
    ['06-02 10:00', 'in_progress'],
    ['06-03 10:00', 'done'],
    ['06-04 10:00', 'done'],
  ])('at %s was %s, in whatever order its events come', (instant, status) => {
    expect(then(instant, moves, { status: 'done' })?.status).toBe(status)
    expect(then(instant, moves.toReversed(), { status: 'done' })?.status).toBe(status)
  })

  it('is as it is now where nothing was written of it', () => {
    expect(then('06-02 10:00', [], { status: 'blocked', stretch: true })).toEqual({
      ...{ key: 'A-1', status: 'blocked', stretch: true, inSprint: true },
      estimate: { value: 3, unit: 'points' },
    })
    expect(
      then('06-01 09:00', [event('06-02 10:00', 'A-1', { from: null, to: 'done' })], { status: 'done' })
        ?.status,
    ).toBe('done')
  })

  it.each<[string, string | null, ItemState['estimate'], ItemState['estimate']]>([
    ['a number in the unit of now', '5', { value: 8, unit: 'hours' }, { value: 5, unit: 'hours' }],
    ['a number with its own unit', '2.5 days', { value: 8, unit: 'hours' }, { value: 2.5, unit: 'days' }],
    ['points where now is a size', '5', { size: 'M' }, { value: 5, unit: 'points' }],
    ['points where now is nothing', '5', null, { value: 5, unit: 'points' }],
    ['a size', 'XL', { value: 8, unit: 'hours' }, { size: 'XL' }],
    ['nothing', null, { value: 8, unit: 'hours' }, null],
    ['nothing, written as a space', ' ', { value: 8, unit: 'hours' }, null],
  ])('had %s as its estimate', (_, from, estimate, expected) => {
    const changed = [event('06-03 10:00', 'A-1', { field: 'estimate', from, to: '8' })]
    expect(then('06-02 10:00', changed, { estimate })?.estimate).toEqual(expected)
  })

  it.each([
    ['06-01 10:00', false],
    ['06-02 10:00', true],
    ['06-02 11:00', true],
    ['06-03 10:00', false],
  ])('that came and went: in the sprint at %s is %s', (instant, expected) => {
    const scope = [
      event('06-02 10:00', 'A-1', { field: 'added' }),
      event('06-03 10:00', 'A-1', { field: 'removed' }),
    ]
    expect(then(instant, scope, { inSprint: false })?.inSprint).toBe(expected)
  })

  it.each([
    ['of an item that was there and went', [event('06-03 10:00', 'A-1', { field: 'removed' })], false, true],
    ['of one that was cut without a word', [], false, false],
    ['of one that is there', [], true, true],
  ])('%s, before: in the sprint', (_, events, inSprint, expected) => {
    expect(then('06-02 10:00', events, { inSprint })?.inSprint).toBe(expected)
  })

  it('is in the sprint from its adding on, to the instant', () => {
    const addedAt = denver('06-02 10:00')
    expect(then('06-02 10:00', [], { addedAt })?.inSprint).toBe(true)
    expect(then('06-02 09:59', [], { addedAt })?.inSprint).toBe(false)
  })

  it('does not change with its title or its owner', () => {
    const events = [event('06-02 10:00', 'A-1', { field: 'title', from: 'done', to: 'done' })]
    expect(then('06-02 11:00', events)?.status).toBe('ready')
  })
})
