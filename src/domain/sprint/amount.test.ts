import { describe, expect, it } from 'vitest'
import { amountOf, mainUnit, sum, valueIn } from './amount.ts'
import type { Estimate } from './types.ts'

const items = (...estimates: (Estimate | null)[]) => estimates.map((estimate) => ({ estimate }))
const points: Estimate = { value: 3, unit: 'points' }
const hours: Estimate = { value: 8, unit: 'hours' }
const days: Estimate = { value: 2, unit: 'days' }

describe('the unit of a sprint', () => {
  it.each([
    [items(points, hours, hours), 'hours'],
    [items(days, hours, points), 'points'],
    [items(days, hours), 'hours'],
    [items(days, days, hours), 'days'],
    [items({ size: 'M' }, { size: 'L' }, hours), 'hours'],
    [items({ size: 'M' }, null), null],
    [[], null],
  ])('of %j is %s', (list, unit) => {
    expect(mainUnit(list)).toBe(unit)
  })
})

it('adds up what is in the unit, and counts every item', () => {
  expect(amountOf(items(points, hours, null, { size: 'M' }), 'points')).toEqual({ items: 4, value: 3 })
  expect(amountOf(items(points, hours), null)).toEqual({ items: 2, value: 0 })
  expect([valueIn('hours', hours), valueIn('points', hours), valueIn(null, null)]).toEqual([8, null, null])
})

it('adds fractions without dust', () => {
  expect(sum([0.1, 0.2])).toBe(0.3)
  expect(sum([0.25, 0.5, -0.75])).toBe(0)
  expect(sum([])).toBe(0)
})
