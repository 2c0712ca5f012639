import { describe, expect, it } from 'vitest'
import { openBlockers } from './blockers.ts'
import { readinessOf } from './readiness.ts'
import { blocker, denver, item, timelineAt } from './sprint.testing.ts'

describe('items that are not ready', () => {
  it('are named with what they lack, the emptiest first', () => {
    const items = [
      item('ready'),
      item('no-owner', { owners: [] }),
      item('empty', { estimate: null, acceptance: [], owners: [], status: 'backlog' }),
      item('sized', { estimate: { size: 'M' } }),
    ]
    expect(readinessOf(items)).toEqual({
      waiting: 4,
      notReady: [
        { key: 'empty', title: 'Title of empty', lacks: ['estimate', 'acceptance', 'owner'] },
        { key: 'no-owner', title: 'Title of no-owner', lacks: ['owner'] },
      ],
    })
  })

  it.each(['in_progress', 'in_review', 'blocked', 'done', 'dropped'] as const)(
    'are not asked about once they are %s',
    (status) => {
      expect(readinessOf([item('A-1', { estimate: null, status })])).toEqual({ waiting: 0, notReady: [] })
    },
  )
})

describe('open blockers', () => {
  it('stand with the gravest first, then the oldest, aged in working days', () => {
    const blockers = [
      blocker(1, { raisedAt: denver('06-05 16:00') }),
      blocker(2, { raisedAt: denver('06-03 10:00') }),
      blocker(3, { severity: 'high', state: 'taken', raisedAt: denver('06-08 09:00') }),
      blocker(4, { state: 'resolved', resolvedAt: denver('06-08 09:00') }),
      blocker(5, { raisedAt: denver('06-05 17:00') }),
    ]
    expect(
      openBlockers(blockers, timelineAt('06-08 12:00')).map(({ number, ageDays }) => [number, ageDays]),
    ).toEqual([
      [3, 0],
      [2, 3],
      [1, 1],
      [5, 1],
    ])
  })
})
