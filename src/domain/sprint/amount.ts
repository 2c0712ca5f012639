/** Adding up work: in the unit that most of a sprint's items are estimated in. */

import type { Amount, Estimate, EstimateUnit, ItemState } from './types.ts'

/** The unit of most estimates, points where it is a tie; null when no item has an estimate in numbers. */
export function mainUnit(items: readonly Pick<ItemState, 'estimate'>[]): EstimateUnit | null {
  const counts = new Map<EstimateUnit, number>([
    ['points', 0],
    ['hours', 0],
    ['days', 0],
  ])
  for (const { estimate } of items) {
    if (estimate && 'unit' in estimate) counts.set(estimate.unit, (counts.get(estimate.unit) ?? 0) + 1)
  }
  const [unit, count] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))
  return count === 0 ? null : unit
}

/** The estimate's value in the unit; null when it has none: another unit is never converted. */
export function valueIn(unit: EstimateUnit | null, estimate: Estimate | null): number | null {
  return estimate && 'unit' in estimate && estimate.unit === unit ? estimate.value : null
}

/** Items count whether they have an estimate or not; value is the sum of the estimates that are in the unit. */
export function amountOf(items: readonly Pick<ItemState, 'estimate'>[], unit: EstimateUnit | null): Amount {
  return { items: items.length, value: sum(items.map(({ estimate }) => valueIn(unit, estimate) ?? 0)) }
}

/** Sums without the dust of binary fractions: estimates have at most two decimals. */
export function sum(values: readonly number[]): number {
  return Math.round(values.reduce((total, value) => total + value, 0) * 100) / 100
}
