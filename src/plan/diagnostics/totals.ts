/** Stated totals against sums; commitment against capacity. */

import type { Diagnostic, EstimateUnit, Item, Sprint } from '#domain/plan-file.ts'
import type { StatedTotal } from '../build/draft.ts'
import { type Checked, type Family, report } from './report.ts'

function sum(items: readonly Item[], unit: EstimateUnit): number {
  const total = items.reduce(
    (all, item) =>
      all +
      (item.estimate && 'value' in item.estimate && item.estimate.unit === unit ? item.estimate.value : 0),
    0,
  )
  return Math.round(total * 100) / 100
}

export const totals: Family = (checked) => {
  const { draft, plan } = checked.side
  const found: Diagnostic[] = []
  for (const part of draft.sprints) {
    for (const total of part.totals.slice(0, 20))
      found.push(...compare(checked, total, part.sprint.items, part.sprint.name))
    found.push(...overCapacity(checked, part.sprint))
  }
  const all = [
    ...plan.sprints.flatMap((sprint) => sprint.items),
    ...(plan.sprints.length === 0 ? plan.backlog : []),
  ]
  for (const total of draft.totals.slice(0, 20))
    found.push(...compare(checked, total, all, plan.title, plan.backlog))
  return found
}

function compare(
  checked: Checked,
  total: StatedTotal,
  items: readonly Item[],
  name: string,
  more: readonly Item[] = [],
): Diagnostic[] {
  const unit = (total.unit ?? 'points') as EstimateUnit
  const estimated = items.filter(
    (item) => item.estimate && 'value' in item.estimate && item.estimate.unit === unit,
  )
  if (estimated.length < 2 || estimated.length < items.length / 2) return []
  const committed = sum(
    items.filter((item) => !item.stretch),
    unit,
  )
  const above = items.filter((item) => item.line < total.line)
  const block = above.filter((item) => item.line > total.line - 40 && !item.stretch)
  const sums = [committed, sum(items, unit), sum([...items, ...more], unit), sum(above, unit)]
  for (let n = 1; n <= block.length; n++) sums.push(sum(block.slice(-n), unit))
  const done = sum(
    items.filter((item) => item.status === 'done'),
    unit,
  )
  if (sums.includes(total.value) || (done > 0 && done === total.value)) return []
  return [
    report(
      checked,
      'warning',
      'total-mismatch',
      total.line,
      total.column,
      `The stated total of ${total.value} ${unit} differs from the sum of ${name}’s items, ${committed} ${unit}.`,
      `State ${committed}, or mend the estimates.`,
    ),
  ]
}

function overCapacity(checked: Checked, sprint: Sprint): Diagnostic[] {
  const { points, unit } = sprint.capacity
  if (!points || unit === null) return []
  const committed = sum(
    sprint.items.filter((item) => !item.stretch),
    unit,
  )
  if (committed <= points[1]) return []
  return [
    report(
      checked,
      'warning',
      'over-capacity',
      sprint.line,
      sprint.name,
      `${sprint.name} commits ${committed} ${unit} and has a capacity of ${points[1]}.`,
      'Move items to stretch or to a later sprint, or raise the stated capacity.',
    ),
  ]
}
