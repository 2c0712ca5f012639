/** Where a sprint stands: items by status, work done against the commitment, stretch kept apart. */

import { amountOf, mainUnit, valueIn } from './amount.ts'
import { type SprintDay, sprintDay } from './days.ts'
import type { Amount, EstimateUnit, ItemState, ItemStatus, Timeline } from './types.ts'

export interface Progress extends SprintDay {
  /** null: no item has an estimate in numbers; then only items can be counted. */
  unit: EstimateUnit | null
  /** Committed and stretch together; dropped items too. */
  byStatus: Record<ItemStatus, number>
  /** Without stretch and dropped items. */
  committed: Amount
  done: Amount
  /** What the plan says it commits to, in its own unit; null: it does not say. */
  statedCommitment: number | null
  stretch: Amount
  stretchDone: Amount
  /** Keys of committed items without an estimate in the unit: they count as items, not in the sums. */
  unestimated: string[]
  /** Share of the commitment that is done, 0 to 1: by value where there is a unit, else by items; null: no item. */
  share: number | null
}

export const ITEM_STATUSES = [
  'backlog',
  'ready',
  'in_progress',
  'in_review',
  'blocked',
  'done',
  'dropped',
] as const satisfies ItemStatus[]

/** Items that are out of the sprint are left aside. `statedCommitment` is the plan's own figure, if it gives one. */
export function progressOf(
  items: readonly ItemState[],
  timeline: Timeline,
  statedCommitment: number | null = null,
): Progress {
  const inSprint = items.filter((item) => item.inSprint)
  const unit = mainUnit(inSprint)
  const live = inSprint.filter(({ status }) => status !== 'dropped')
  const committed = live.filter(({ stretch }) => !stretch)
  const stretch = live.filter((item) => item.stretch)
  const total = amountOf(committed, unit)
  const done = amountOf(committed.filter(isDone), unit)
  return {
    ...sprintDay(timeline),
    unit,
    byStatus: countByStatus(inSprint),
    committed: total,
    done,
    statedCommitment,
    stretch: amountOf(stretch, unit),
    stretchDone: amountOf(stretch.filter(isDone), unit),
    unestimated: committed.filter(({ estimate }) => valueIn(unit, estimate) === null).map(({ key }) => key),
    share: total.value > 0 ? done.value / total.value : total.items > 0 ? done.items / total.items : null,
  }
}

function countByStatus(items: readonly ItemState[]): Record<ItemStatus, number> {
  const counts = { backlog: 0, ready: 0, in_progress: 0, in_review: 0, blocked: 0, done: 0, dropped: 0 }
  for (const { status } of items) counts[status]++
  return counts
}

function isDone({ status }: ItemState): boolean {
  return status === 'done'
}
