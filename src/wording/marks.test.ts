import { describe, expect, it } from 'vitest'
import { statusWords } from './amounts.ts'
import { ageText, estimateText, statusOrder } from './marks.ts'

describe('an estimate', () => {
  it.each([
    [5, 'points', null, '5 points'],
    [1, 'hours', null, '1 hour'],
    [2, 'days', 'M', '2 days'],
    [3, null, null, '3 points'],
    [0, 'points', null, '0 points'],
    [null, null, 'M<', 'M&lt;'],
    [null, 'points', null, null],
  ] as const)('of %s %s, size %s, is %j', (estimateValue, estimateUnit, estimateSize, expected) => {
    expect(
      estimateText({ estimateValue, estimateUnit, estimateSize } as Parameters<typeof estimateText>[0]),
    ).toBe(expected)
  })
})

it('an age is in working days', () => {
  expect([0, 1, 2].map(ageText)).toEqual(['today', '1 working day', '2 working days'])
})

it('every status has its place, what needs somebody first', () => {
  expect(statusOrder.toSorted()).toEqual(Object.keys(statusWords).toSorted())
  expect([statusOrder[0], statusOrder.at(-2), statusOrder.at(-1)]).toEqual(['blocked', 'done', 'dropped'])
})
