import { describe, expect, it } from 'vitest'
import type { AgedBlocker } from '../../src/sprint/blockers.ts'
import { type HeadlineInput, headlineOf } from '../../src/sprint/headline.ts'
import { progressOf } from '../../src/sprint/progress.ts'
import type { ItemState, ItemStatus } from '../../src/sprint/types.ts'
import { timeline } from '../support/report-data.ts'

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

  it('tells what was left undone after the end, and when it starts before', () => {
    const over = { ...timeline, now: new Date('2026-12-01T12:00:00Z') }
    expect(headlineOf({ ...running, progress: progressOf(half, over) })).toEqual({
      standing: 'off_track',
      reason: { type: 'ended_with_work_left', left: 1 },
    })
    const before = { ...timeline, now: new Date('2026-11-13T12:00:00Z') }
    expect(headlineOf({ ...running, progress: progressOf(half, before) })).toEqual({
      standing: 'not_started',
      reason: { type: 'starts', on: '2026-11-16' },
    })
  })
})
