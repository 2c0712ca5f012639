import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ITEM_STATUSES, progressOf } from './progress.ts'
import { item, timelineAt } from './sprint.testing.ts'
import type { Estimate } from './types.ts'

describe('progress', () => {
  it('counts work done against the commitment and keeps stretch, dropped and cut items apart', () => {
    const items = [
      item('A-1', { status: 'done', estimate: { value: 5, unit: 'points' } }),
      item('A-2', { status: 'in_progress', estimate: { value: 8, unit: 'points' } }),
      item('A-3', { status: 'done', stretch: true, estimate: { value: 2, unit: 'points' } }),
      item('A-4', { status: 'dropped', estimate: { value: 13, unit: 'points' } }),
      item('A-5', { status: 'done', inSprint: false }),
      item('A-6', { estimate: null }),
      item('A-7', { stretch: true, estimate: { value: 4, unit: 'points' } }),
    ]

    expect(progressOf(items, timelineAt('06-03 12:00'), 21)).toEqual({
      phase: 'running',
      day: 3,
      days: 10,
      left: 8,
      unit: 'points',
      byStatus: { backlog: 0, ready: 2, in_progress: 1, in_review: 0, blocked: 0, done: 2, dropped: 1 },
      committed: { items: 3, value: 13 },
      done: { items: 1, value: 5 },
      statedCommitment: 21,
      stretch: { items: 2, value: 6 },
      stretchDone: { items: 1, value: 2 },
      unestimated: ['A-6'],
      share: 5 / 13,
    })
  })

  it('counts items where nothing is estimated in numbers', () => {
    const items = [item('A-1', { estimate: { size: 'M' }, status: 'done' }), item('A-2', { estimate: null })]

    expect(progressOf(items, timelineAt('06-03 12:00'))).toMatchObject({
      unit: null,
      committed: { items: 2, value: 0 },
      share: 0.5,
      unestimated: ['A-1', 'A-2'],
    })
  })

  it('adds up in the unit of most items and never converts the others', () => {
    const hours: Estimate = { value: 6, unit: 'hours' }
    const items = [
      item('A-1', { estimate: hours }),
      item('A-2', { estimate: hours }),
      item('A-3', { estimate: { value: 5, unit: 'points' } }),
    ]

    expect(progressOf(items, timelineAt('06-03 12:00'))).toMatchObject({
      unit: 'hours',
      committed: { items: 3, value: 12 },
      unestimated: ['A-3'],
    })
  })

  it('has no share of nothing', () => {
    expect(progressOf([], timelineAt('06-03 12:00')).share).toBeNull()
  })

  it('accounts for every item exactly once, and never does more than is committed', () => {
    const anyItem = fc
      .record({
        status: fc.constantFrom(...ITEM_STATUSES),
        stretch: fc.boolean(),
        estimate: fc.option(
          fc.record({ value: fc.integer({ min: 0, max: 21 }), unit: fc.constant('points' as const) }),
        ),
      })
      .map((fields) => item('A-1', fields))
    fc.assert(
      fc.property(fc.array(anyItem), (items) => {
        const progress = progressOf(items, timelineAt('06-03 12:00'))
        const counted = ITEM_STATUSES.reduce((total, status) => total + progress.byStatus[status], 0)
        expect(counted).toBe(items.length)
        expect(progress.committed.items + progress.stretch.items + progress.byStatus.dropped).toBe(
          items.length,
        )
        expect(progress.done.value).toBeLessThanOrEqual(progress.committed.value)
        expect(progress.share === null || (progress.share >= 0 && progress.share <= 1)).toBe(true)
      }),
    )
  })
})
