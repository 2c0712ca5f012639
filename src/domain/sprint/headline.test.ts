import { describe, expect, it } from 'vitest'
import { timeline } from '#test/support/report-data.ts'
import type { AgedBlocker } from './blockers.ts'
import { type HeadlineInput, headlineOf, type Standing } from './headline.ts'
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
  before: null,
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

  const said = (standing: Standing, workingDays = 5) => ({
    verdict: { standing, reason: { type: 'near_ideal' } as const, on: '2026-11-16' },
    workingDays,
  })
  const runs = (likely: string, safe: string, chance: number) => ({ ...forecast(likely, safe), chance })

  it.each([
    ['stays at risk while the runs barely fit', runs('2026-11-25', '2026-11-27', 0.87), 'at_risk', 'at_risk'],
    ['rises once they fit with some to spare', runs('2026-11-25', '2026-11-26', 0.95), 'at_risk', 'on_track'],
    [
      'stays on track while they barely do not',
      runs('2026-11-25', '2026-11-30', 0.82),
      'on_track',
      'on_track',
    ],
    ['falls once they do not', runs('2026-11-25', '2026-11-30', 0.7), 'on_track', 'at_risk'],
    ['stays off track at a coin’s toss', runs('2026-11-27', '2026-11-30', 0.52), 'off_track', 'off_track'],
  ] as const)('%s', (_, runsOf, before, now) => {
    const made = headlineOf({ ...running, forecast: runsOf, before: said(before) })
    expect(made.standing).toBe(now)
    expect(made.was?.standing).toBe(before === now ? undefined : before)
    expect(made.reason.type === 'held').toBe(before === now)
  })

  it('does not go from green to red in two days: it says what was found, and that it is not enough yet', () => {
    const red = { ...running, forecast: runs('2026-12-03', '2026-12-09', 0.1) }
    expect(headlineOf({ ...red, before: said('on_track', 2) })).toEqual({
      standing: 'at_risk',
      reason: { type: 'held', found: 'off_track', by: { type: 'ends_late', likely: '2026-12-03' } },
      was: { standing: 'on_track', reason: { type: 'near_ideal' }, on: '2026-11-16' },
    })
    expect(headlineOf({ ...red, before: said('on_track', 3) }).standing).toBe('off_track')
    expect(headlineOf({ ...red, before: said('at_risk', 1) }).standing).toBe('off_track')
  })

  it('judges the pace with the same border where no forecast is made', () => {
    const behind = (left: number, before: Standing) =>
      headlineOf({ ...running, left, idealLeft: 5, before: said(before) }).standing
    // 10 points are committed: at risk from 7 left.
    expect([behind(7.4, 'on_track'), behind(7.6, 'on_track')]).toEqual(['on_track', 'at_risk'])
    expect([behind(6.6, 'at_risk'), behind(6.4, 'at_risk')]).toEqual(['at_risk', 'on_track'])
  })

  it('moves at once for a fact: a blocker, and the end of all work', () => {
    const grave = headlineOf({ ...running, blockers: [blocker('open', 'high')], before: said('on_track', 1) })
    expect([grave.standing, grave.was?.standing]).toEqual(['at_risk', 'on_track'])
    const all = headlineOf({
      ...running,
      progress: progressOf([item('A', 'done')], timeline),
      before: said('off_track'),
    })
    expect(all.standing).toBe('done')
  })

  it('does not look past the end on the last day: it says what is left', () => {
    const lastDay = progressOf(half, { ...timeline, now: new Date('2026-11-27T20:00:00Z') })
    const late = { ...running, progress: lastDay, forecast: forecast('2026-12-23', null) }
    expect(headlineOf(late)).toEqual({ standing: 'off_track', reason: { type: 'last_day', left: 1 } })
    expect(headlineOf({ ...late, left: 1 }).standing).toBe('at_risk')
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
