import { describe, expect, it } from 'vitest'
import { burndownOf } from './burndown.ts'
import { denver, event, finished, item, timelineAt } from './sprint.testing.ts'
import type { ItemEvent } from './types.ts'

const ten = { value: 10, unit: 'points' as const }

function lines(items: ReturnType<typeof item>[], events: ItemEvent[], now: string) {
  const { points } = burndownOf(items, events, timelineAt(now))
  return {
    actual: points.map(({ actual }) => actual),
    ideal: points.map(({ ideal }) => ideal),
    scope: points.map(({ scope }) => scope),
  }
}

describe('the burndown', () => {
  it('falls when items are done, beside an ideal line that ends at nothing on the last working day', () => {
    const items = [item('A-1', { estimate: ten, status: 'done' }), item('A-2', { estimate: ten })]

    expect(lines(items, [finished('06-03 15:00', 'A-1')], '06-04 12:00')).toEqual({
      actual: [20, 20, 20, 10, 10, null, null, null, null, null, null],
      ideal: [20, 18, 16, 14, 12, 10, 8, 6, 4, 2, 0],
      scope: [20, 20, 20, 20, 20, null, null, null, null, null, null],
    })
  })

  it('rises with scope that is added, falls with scope that is cut, and keeps its ideal line', () => {
    const items = [
      item('A-1', { estimate: ten }),
      item('A-2', { estimate: ten }),
      item('A-3', { estimate: ten, inSprint: false }),
    ]
    const events = [
      event('05-29 09:00', 'A-1', { field: 'added' }),
      event('05-29 09:00', 'A-3', { field: 'added' }),
      event('06-02 09:00', 'A-2', { field: 'added' }),
      event('06-04 09:00', 'A-3', { field: 'removed' }),
    ]

    expect(lines(items, events, '06-04 12:00')).toMatchObject({
      scope: [20, 20, 30, 30, 20, null, null, null, null, null, null],
      ideal: [20, 18, 16, 14, 12, 10, 8, 6, 4, 2, 0],
    })
  })

  it('follows a new estimate from the day on which it was made', () => {
    const items = [item('A-1', { estimate: { value: 13, unit: 'points' } })]
    const events = [event('06-03 10:00', 'A-1', { field: 'estimate', from: '8', to: '13' })]

    expect(lines(items, events, '06-04 12:00').actual.slice(0, 5)).toEqual([8, 8, 8, 13, 13])
  })

  it('knows nothing of the days before a plan was imported, and calls what it brought the commitment', () => {
    const fields = { estimate: ten, addedAt: denver('06-03 10:00') }
    const items = [item('A-1', { ...fields, status: 'done' }), item('A-2', fields)]
    const events = [event('06-03 10:00', 'A-1', { field: 'added' }), finished('06-04 10:00', 'A-1')]

    expect(lines(items, events, '06-05 12:00').actual).toEqual([
      20,
      null,
      null,
      20,
      10,
      10,
      null,
      null,
      null,
      null,
      null,
    ])
  })

  it('goes up again when an item is reopened', () => {
    const items = [item('A-1', { estimate: ten })]
    const events = [
      finished('06-01 15:00', 'A-1'),
      event('06-03 09:00', 'A-1', { from: 'done', to: 'in_progress' }),
    ]

    expect(lines(items, events, '06-03 12:00').actual.slice(0, 4)).toEqual([10, 0, 0, 10])
  })

  it('counts items when nothing is estimated, and leaves stretch aside', () => {
    const items = [item('A-1', { estimate: null }), item('A-2', { estimate: null, stretch: true })]

    expect(burndownOf(items, [], timelineAt('06-01 12:00'))).toMatchObject({
      unit: null,
      points: expect.arrayContaining([{ day: 1, date: '2026-06-01', actual: 1, ideal: 0.9, scope: 1 }]),
    })
  })

  it('has no points without working days', () => {
    const timeline = { ...timelineAt('06-01 12:00'), start: '2026-06-06', end: '2026-06-07' }
    expect(burndownOf([item('A-1')], [], timeline).points).toEqual([])
  })
})
