import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ForecastInput, forecastEnd } from './forecast.ts'
import { seededRandom } from './random.ts'
import { denver, event, finished, item, timelineAt } from './sprint.testing.ts'
import { dailyThroughput } from './throughput.ts'

const { workdays } = timelineAt('06-08 12:00')
const ahead = workdays.filter(({ date }) => date >= '2026-06-08')

function input(fields: Partial<ForecastInput>): ForecastInput {
  return {
    left: 10,
    daily: [2, 2, 2, 2, 2],
    ahead,
    sprintEnd: '2026-06-12',
    sprintDays: 5,
    seed: 1,
    ...fields,
  }
}

describe('the forecast of the end', () => {
  it('is done when nothing is left', () => {
    expect(forecastEnd(input({ left: 0 }))).toEqual({ method: 'done' })
  })

  it.each([
    ['on the first day', { daily: [] }, 'it takes 3 working days to go by, and none is over yet'],
    ['on the second day', { daily: [5] }, 'it takes 3 working days to go by, and 1 is over'],
    ['with two days of work', { daily: [5, 5] }, 'it takes 3 working days to go by, and 2 are over'],
    [
      'before a third of a long sprint',
      { daily: [5, 5, 5], sprintDays: 10 },
      'it takes 4 working days to go by, and 3 are over',
    ],
    ['when nothing was finished', { daily: [0, 0, 0, 0, 0, 0] }, 'nothing has been finished yet'],
    ['when what was finished was reopened', { daily: [3, -3, 0] }, 'nothing has been finished yet'],
  ])('says why there is none %s', (_name, fields, why) => {
    expect(forecastEnd(input(fields))).toEqual({ method: 'none', why })
  })

  it('is an average with a wide range after three or four days, and gives no chance', () => {
    // 10 left at 2 a day: five days, 3.3 at best, 7.5 at worst.
    expect(forecastEnd(input({ daily: [3, 1, 2] }))).toEqual({
      method: 'average',
      from: 3,
      earliest: '2026-06-11',
      likely: '2026-06-12',
      safe: '2026-06-17',
      chance: null,
    })
  })

  it('is certain for a team whose days are all alike', () => {
    expect(forecastEnd(input({}))).toEqual({
      method: 'simulation',
      from: 5,
      earliest: '2026-06-12',
      likely: '2026-06-12',
      safe: '2026-06-12',
      chance: 1,
    })
    expect(forecastEnd(input({ left: 11 }))).toMatchObject({ likely: '2026-06-15', chance: 0 })
  })

  it('comes near the true chance of a coin: 5 heads in 5 tosses are 1 in 32', () => {
    const forecast = forecastEnd(input({ left: 5, daily: [0, 1, 0, 1, 0, 1] }))

    expect(forecast).toMatchObject({ method: 'simulation', chance: expect.closeTo(1 / 32, 1.5) })
  })

  it('has no date beyond the days that it may look at', () => {
    expect(forecastEnd(input({ left: 1000 }))).toMatchObject({
      earliest: null,
      likely: null,
      safe: null,
      chance: 0,
    })
  })

  const daily = fc.array(fc.integer({ min: 0, max: 13 }), { maxLength: 15 })

  it('is ordered, the same for the same seed, and no later with less work', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), daily, fc.nat(), (left, days, seed) => {
        const forecast = forecastEnd(input({ left, daily: days, seed }))
        expect(forecastEnd(input({ left, daily: days, seed }))).toEqual(forecast)
        const less = forecastEnd(input({ left: left / 2, daily: days, seed }))
        if (!('likely' in forecast) || !('likely' in less)) return
        const dates = [forecast.earliest, forecast.likely, forecast.safe].map((date) => date ?? '9999')
        expect(dates).toEqual(dates.toSorted())
        expect((less.likely ?? '9999') <= (forecast.likely ?? '9999')).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the seeded generator', () => {
  it('spreads evenly between 0 and 1', () => {
    const random = seededRandom(42)
    const buckets = Array.from({ length: 10 }, () => 0)
    for (let draw = 0; draw < 10_000; draw++) {
      const bucket = Math.floor(random() * 10)
      buckets[bucket] = (buckets[bucket] ?? 0) + 1
    }
    expect(Math.min(...buckets)).toBeGreaterThan(900)
    expect(Math.max(...buckets)).toBeLessThan(1100)
  })

  it('differs from seed to seed', () => {
    expect(seededRandom(1)()).not.toBe(seededRandom(2)())
  })
})

describe('daily throughput', () => {
  const items = [
    item('A-1'),
    item('A-2', { estimate: { value: 5, unit: 'points' } }),
    item('A-3', { stretch: true }),
  ]

  it('is the work finished on each working day before today, reopened work taken off', () => {
    const events = [
      finished('06-01 10:00', 'A-1'),
      finished('06-02 10:00', 'A-2'),
      finished('06-02 10:00', 'A-3'),
      event('06-03 10:00', 'A-2', { from: 'done', to: 'in_progress' }),
      finished('06-04 10:00', 'A-2'),
    ]

    expect(dailyThroughput(items, events, 'points', timelineAt('06-04 18:00'))).toEqual([3, 5, -5])
    expect(dailyThroughput(items, events, null, timelineAt('06-04 18:00'))).toEqual([1, 1, -1])
  })

  it('leaves out the days before the team had the plan, on which nobody wrote down what was finished', () => {
    const imported = (at: string) => items.map((each) => ({ ...each, addedAt: denver(at) }))
    const days = (at: string) =>
      dailyThroughput(imported(at), [finished('06-03 17:00', 'A-1')], 'points', timelineAt('06-05 09:00'))
    expect(days('06-03 11:00')).toEqual([3, 0])
    expect(days('06-03 16:40')).toEqual([0])
  })

  it('counts what was done at the weekend on Monday', () => {
    expect(
      dailyThroughput(items, [finished('06-06 10:00', 'A-1')], 'points', timelineAt('06-09 09:00')),
    ).toEqual([0, 0, 0, 0, 0, 3])
  })

  it.each([
    ['06-01 23:59', []],
    ['06-02 00:00', [3]],
  ])('counts a day once it is over: at %s it is %j', (now, expected) => {
    expect(dailyThroughput(items, [finished('06-01 10:00', 'A-1')], 'points', timelineAt(now))).toEqual(
      expected,
    )
  })

  it('gives what is finished at midnight to the day that begins, and what came before the sprint to its first', () => {
    const events = [finished('06-02 00:00', 'A-1'), finished('05-30 10:00', 'A-2')]
    expect(dailyThroughput(items, events, 'points', timelineAt('06-03 00:00'))).toEqual([5, 3])
  })

  it('ends with the sprint’s last day, that one included', () => {
    const events = [finished('06-12 10:00', 'A-1'), finished('06-15 10:00', 'A-2')]
    expect(dailyThroughput(items, events, 'points', timelineAt('06-17 09:00'))).toEqual([
      0, 0, 0, 0, 0, 0, 0, 0, 0, 3,
    ])
  })

  it('is moved by nothing but finishing and taking up again', () => {
    const events = [
      event('06-01 09:00', 'A-1', { from: 'ready', to: 'in_progress' }),
      event('06-01 10:00', 'A-1', { from: 'done', to: 'done' }),
      event('06-01 11:00', 'A-1', { field: 'title', from: 'done', to: 'ready' }),
      event('06-01 12:00', 'A-1', { field: 'title', from: 'ready', to: 'done' }),
    ]
    expect(dailyThroughput(items, events, 'points', timelineAt('06-02 09:00'))).toEqual([0])
  })

  it('is nothing before the sprint', () => {
    expect(
      dailyThroughput(items, [], 'points', { ...timelineAt('06-01 09:00'), now: denver('05-29 09:00') }),
    ).toEqual([])
  })
})
