import { describe, expect, it } from 'vitest'
import { baselineOf, sprintDay, workdaysFrom, workingDaysSince } from './days.ts'
import { denver, item, timelineAt } from './sprint.testing.ts'

describe('the day of a sprint', () => {
  it.each([
    ['05-31 23:59', 'before', 0, 10],
    ['06-01 00:00', 'running', 1, 10],
    ['06-01 23:59', 'running', 1, 10],
    ['06-02 00:00', 'running', 2, 9],
    ['06-06 12:00', 'running', 5, 5],
    ['06-12 23:59', 'running', 10, 1],
    ['06-13 00:00', 'over', 10, 0],
  ])('at %s is %s, day %i with %i left', (now, phase, day, left) => {
    expect(sprintDay(timelineAt(now))).toEqual({ phase, day, days: 10, left })
  })

  it('of a sprint without working days has not begun', () => {
    const none = { ...timelineAt('06-06 12:00'), start: '2026-06-06', end: '2026-06-07' }
    expect(sprintDay(none)).toEqual({ phase: 'before', day: 0, days: 0, left: 0 })
  })
})

describe('an age in working days', () => {
  const { workdays } = timelineAt('06-01 00:00')

  it.each([
    ['06-01 09:00', '06-01 17:00', 0],
    ['06-01 09:00', '06-01 23:59', 0],
    ['06-01 09:00', '06-02 00:00', 1],
    ['06-02 00:00', '06-03 00:00', 1],
    ['06-05 09:00', '06-07 09:00', 0],
    ['06-05 16:00', '06-08 09:00', 1],
    ['06-01 09:00', '06-12 09:00', 9],
    ['06-06 09:00', '06-08 09:00', 1],
    ['06-03 09:00', '06-01 09:00', 0],
  ])('from %s to %s is %i', (since, now, expected) => {
    expect(workingDaysSince(workdays, denver(since), denver(now))).toBe(expected)
  })
})

it('working days count from the one that holds the instant, or else the next', () => {
  const { workdays } = timelineAt('06-01 00:00')
  const first = (instant: string) => workdaysFrom(workdays, denver(instant))[0]?.date
  expect(first('06-05 23:59')).toBe('2026-06-05')
  expect(first('06-06 00:00')).toBe('2026-06-08')
})

describe('the instant from which scope is a change', () => {
  it.each([
    [
      'the beginning, when the plan was there before',
      '06-05 12:00',
      ['05-20 10:00', '06-03 10:00'],
      '06-01 00:00',
    ],
    ['the import, when it came later', '06-05 12:00', ['06-03 10:00', '06-04 10:00'], '06-03 10:00'],
    ['the beginning, when there is no item yet and it lies ahead', '05-29 12:00', [], '06-01 00:00'],
    ['now, when there is no item yet', '06-05 12:00', [], '06-05 12:00'],
  ])('is %s', (_, now, added, expected) => {
    const items = added.map((at, n) => item(`A-${n}`, { addedAt: denver(at) }))
    expect(baselineOf(items, timelineAt(now))).toEqual(denver(expected))
  })

  it('is now at the earliest without working days', () => {
    const none = { ...timelineAt('06-06 12:00'), start: '2026-06-06', end: '2026-06-07' }
    expect(baselineOf([item('A-1')], none)).toEqual(denver('06-06 12:00'))
  })
})
