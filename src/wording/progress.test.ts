import { describe, expect, it } from 'vitest'
import type { Forecast } from '#domain/sprint/forecast.ts'
import { type Progress, progressOf } from '#domain/sprint/progress.ts'
import { timeline } from '#test/support/report-data.ts'
import { forecastText } from './forecast.ts'
import { listed } from './lines.ts'
import { burndownLine, progressLines, statusCounts } from './progress.ts'
import { scoreMark } from './risk-lines.ts'

const none = progressOf([], timeline)
const half: Progress = {
  ...none,
  unit: 'points',
  committed: { items: 4, value: 16 },
  done: { items: 1, value: 8 },
  share: 0.5,
}
const head = '▰▰▰▰▰▰▰▰▰▰▱▱▱▱▱▱▱▱▱▱  *8 of 16 points* done · 50 %'

describe('where a sprint stands, in a line', () => {
  it.each<[string, Partial<Progress>, string | null]>([
    ['nothing more', {}, null],
    [
      'stretch work',
      { stretch: { items: 2, value: 5 }, stretchDone: { items: 1, value: 5 } },
      'stretch: 1 of 2 done',
    ],
    ['what has no estimate', { unestimated: ['A', 'B'] }, '2 without an estimate'],
    ['the plan’s own figure, where it is another', { statedCommitment: 18 }, 'the plan states 18 points'],
    ['nothing of the plan’s own figure, where it is the same', { statedCommitment: 16 }, null],
    [
      'all of these',
      { stretch: { items: 1, value: 0 }, unestimated: ['A'], statedCommitment: 1 },
      'stretch: 0 of 1 done · 1 without an estimate · the plan states 1 point',
    ],
  ])('tells %s', (_, more, second) => {
    expect(progressLines({ ...half, ...more })).toBe(
      [`${head}\n1 of 4 items`, ...(second === null ? [] : [second])].join(' · '),
    )
  })

  it('counts items where nothing is estimated, and then says nothing of estimates', () => {
    const items = { ...half, unit: null, unestimated: ['A'], statedCommitment: 18 }
    expect(progressLines(items)).toBe(head.replace('8 of 16 points', '1 of 4 items'))
    expect(progressLines(none)).toBe('The sprint has no items yet.')
  })

  it('names the statuses that there are, what needs somebody first', () => {
    const byStatus = { ...none.byStatus, done: 2, blocked: 1 }
    expect(statusCounts({ ...none, byStatus })).toBe('⛔ 1 blocked   ✅ 2 done')
    expect(statusCounts(none)).toBe('')
  })
})

describe('a burndown in a line', () => {
  const line = (...actual: (number | null)[]) =>
    burndownLine({
      unit: 'points',
      points: actual.map((each, day) => ({
        day,
        date: '2026-11-16',
        actual: each,
        ideal: 16 - day,
        scope: each,
      })),
    })

  it.each([
    ['needs two days that are known', [16, null], null],
    ['is nothing where there was no work', [0, 0], null],
    ['goes from the first to the last that is known', [16, 8, 4, null], '█▅▃  16 → 4 points left; ideal 14'],
    ['leaves out what is not known at first', [null, 16, 1], '█▁  16 → 1 point left; ideal 14'],
  ])('%s', (_, actual, expected) => {
    expect(line(...actual)).toBe(expected)
  })
})

describe('a forecast in words', () => {
  const drawn: Forecast = {
    ...{
      method: 'simulation',
      from: 6,
      earliest: '2026-11-24',
      likely: '2026-11-25',
      safe: '2026-11-27',
      chance: 0.9,
    },
  }

  it.each<[Forecast, RegExp]>([
    [{ method: 'done' }, /^All that was committed is done/],
    [
      { method: 'none', why: 'nothing has been finished yet' },
      /^No forecast: nothing has been finished yet\.$/,
    ],
    [drawn, /^Likely done by Wed 25 Nov, safely by Fri 27 Nov; 90 % of the runs .* 6 days /],
    [{ ...drawn, safe: null, chance: 0 }, /^Likely done by Wed 25 Nov, with a long tail; 0 % /],
    [{ ...drawn, likely: null }, /^At the pace of the last 6 days the work takes longer than a quarter\.$/],
    [{ ...drawn, method: 'average', from: 1, chance: null }, /, safely by Fri 27 Nov\. Only 1 day of work /],
  ])('%j', (forecast, expected) => {
    expect(forecastText(forecast)).toMatch(expected)
  })
})

it.each([
  [null, '⚪'],
  [0, '⚪'],
  [1, '🟡'],
  [2, '🟡'],
  [3, '🟠'],
  [5, '🟠'],
  [6, '🔴'],
])('a risk of score %s has the mark %s', (score, mark) => {
  expect(scoreMark(score)).toBe(mark)
})

it.each([
  [1, ['a']],
  [2, ['a', 'b']],
  [3, ['a', 'b', '… and 1 more']],
])('a list of %i lines that may show two is %j', (count, lines) => {
  expect(listed('Heading', ['a', 'b', 'c'].slice(0, count), 2)).toBe(['Heading', ...lines].join('\n'))
})
