import { describe, expect, it } from 'vitest'
import { timeline } from '#test/support/report-data.ts'
import type { AgedBlocker } from './blockers.ts'
import { type HeadlineInput, headlineOf } from './headline.ts'
import { progressOf } from './progress.ts'
import type { ItemState, ItemStatus } from './types.ts'

const item = (key: string, status: ItemStatus): ItemState => ({
  key,
  title: key,
  status,
  estimate: { value: 5, unit: 'points' },
  stretch: false,
  owners: [],
  acceptance: [],
  inSprint: true,
  addedAt: new Date('2026-11-16T00:00:00Z'),
  statusAt: new Date('2026-11-16T00:00:00Z'),
})
const half = [item('A', 'done'), item('B', 'ready')]
const blocker = (state: AgedBlocker['state'], severity: AgedBlocker['severity']): AgedBlocker => ({
  id: 'b',
  number: 1,
  itemKey: null,
  text: 'No keys',
  severity,
  state,
  raisedBy: 'Maya',
  helper: null,
  takenBy: null,
  raisedAt: new Date('2026-11-17T00:00:00Z'),
  resolvedAt: null,
  resolution: null,
  ageDays: 1,
})
const running: HeadlineInput = {
  dated: true,
  window: timeline,
  progress: progressOf(half, timeline),
  forecast: { method: 'none', why: 'nothing has been finished yet' },
  left: 5,
  idealLeft: 5,
  blockers: [],
}
const forecast = (likely: string | null, safe: string | null) =>
  ({ method: 'simulation', from: 6, earliest: null, likely, safe, chance: 0.5 }) as const

describe('the headline', () => {
  it.each([
    ['on track at an even pace', {}, 'on_track', 'near_ideal'],
    ['at risk when far behind', { left: 9, idealLeft: 5 }, 'at_risk', 'behind'],
    ['on track when it is only a little behind', { left: 6.9, idealLeft: 5 }, 'on_track', 'near_ideal'],
    [
      'on track when the safe end lies within',
      { forecast: forecast('2026-11-25', '2026-11-27') },
      'on_track',
      'forecast',
    ],
    [
      'at risk when only the likely end does',
      { forecast: forecast('2026-11-27', '2026-11-30') },
      'at_risk',
      'may_end_late',
    ],
    [
      'off track when the likely end lies after it',
      { forecast: forecast('2026-11-30', null) },
      'off_track',
      'ends_late',
    ],
    ['off track when no end is in sight', { forecast: forecast(null, null) }, 'off_track', 'ends_late'],
    ['on track when it is a fifth behind, and no more', { left: 7, idealLeft: 5 }, 'on_track', 'near_ideal'],
    ['at risk when it is less than half behind', { left: 9.9, idealLeft: 5 }, 'at_risk', 'behind'],
    ['off track when it is half behind', { left: 10, idealLeft: 5 }, 'off_track', 'behind'],
    ['on track where no ideal line is known', { left: 10, idealLeft: null }, 'on_track', 'near_ideal'],
    [
      'on track where nothing is committed',
      { progress: progressOf([], timeline), left: 5, idealLeft: 0 },
      'on_track',
      'near_ideal',
    ],
    [
      'counted in items where nothing is estimated: one of two behind is half',
      {
        progress: progressOf(
          half.map((each) => ({ ...each, estimate: null })),
          timeline,
        ),
        left: 2,
        idealLeft: 1,
      },
      'off_track',
      'behind',
    ],
    [
      'at risk when no safe end is in sight',
      { forecast: forecast('2026-11-25', null) },
      'at_risk',
      'may_end_late',
    ],
    [
      'off track before a blocker is looked at',
      { forecast: forecast('2026-11-30', null), blockers: [blocker('open', 'high')] },
      'off_track',
      'ends_late',
    ],
    [
      'at risk with a blocker before the safe end is looked at',
      { forecast: forecast('2026-11-25', null), blockers: [blocker('open', 'high')] },
      'at_risk',
      'blocked',
    ],
    ['at risk with an escalated blocker', { blockers: [blocker('escalated', 'low')] }, 'at_risk', 'blocked'],
    ['at risk with a grave blocker', { blockers: [blocker('open', 'high')] }, 'at_risk', 'blocked'],
    ['unmoved by a small blocker', { blockers: [blocker('open', 'medium')] }, 'on_track', 'near_ideal'],
    ['waiting without dates', { dated: false }, 'waiting', 'no_dates'],
    [
      'done when all is',
      { progress: progressOf([item('A', 'done')], timeline), left: 0 },
      'done',
      'all_done',
    ],
  ] as const)('is %s', (_, more, standing, reason) => {
    const { standing: actual, reason: why } = headlineOf({ ...running, ...more })
    expect([actual, why.type]).toEqual([standing, reason])
  })

  it.each([
    ['open', 'high', false],
    ['escalated', 'low', true],
  ] as const)(
    'tells of the gravest blocker, %s and %s, whether it was escalated: %s',
    (state, severity, escalated) => {
      const small = { ...blocker('open', 'medium'), number: 2 }
      expect(headlineOf({ ...running, blockers: [small, blocker(state, severity)] }).reason).toEqual({
        ...{ type: 'blocked', number: 1, text: 'No keys', escalated },
      })
    },
  )

  it('tells what was left undone after the end, and when it starts before', () => {
    const over = { ...timeline, now: new Date('2026-12-01T12:00:00Z') }
    expect(headlineOf({ ...running, progress: progressOf(half, over) })).toEqual({
      standing: 'off_track',
      reason: { type: 'ended_with_work_left', left: 1 },
    })
    const finished = [item('A', 'done')].map((each) => ({ ...each, stretch: true }))
    expect(headlineOf({ ...running, progress: progressOf(finished, over) })).toEqual({
      standing: 'done',
      reason: { type: 'ended_with_work_left', left: 0 },
    })
    const before = { ...timeline, now: new Date('2026-11-13T12:00:00Z') }
    expect(headlineOf({ ...running, progress: progressOf(half, before) })).toEqual({
      standing: 'not_started',
      reason: { type: 'starts', on: '2026-11-16' },
    })
  })
})
