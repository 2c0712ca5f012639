/** The burndown: work left at the end of each working day, beside the ideal line. */

import { amountOf, mainUnit, sum } from './amount.ts'
import { baselineOf, earlier, sprintDays } from './days.ts'
import { historyOf, type ItemThen } from './history.ts'
import type { EstimateUnit, ItemEvent, ItemState, LocalDate, Timeline } from './types.ts'

export interface BurndownPoint {
  /** 0 is the start, with all of the commitment to do; n the end of the sprint's n-th working day. */
  day: number
  date: LocalDate
  /** Work left at the day's end, or now on a day that runs; null on days to come and before the import. */
  actual: number | null
  ideal: number
  /** Work in the sprint at that time, done or not: it shows scope that was added or cut. */
  scope: number | null
}

export interface Burndown {
  /** null: counted in items. */
  unit: EstimateUnit | null
  points: BurndownPoint[]
}

/** Stretch items are left aside. A sprint without working days has no points. */
export function burndownOf(
  items: readonly ItemState[],
  events: readonly ItemEvent[],
  timeline: Timeline,
): Burndown {
  const committed = items.filter(({ stretch }) => !stretch)
  const unit = mainUnit(committed)
  const days = sprintDays(timeline)
  const first = days[0]
  if (!first) return { unit, points: [] }
  const at = historyOf(committed, events)
  const measure = (then: ItemThen[]): number => (unit === null ? then.length : amountOf(then, unit).value)
  const standing = (instant: Date) => {
    const live = at(instant).filter(({ inSprint, status }) => inSprint && status !== 'dropped')
    return { scope: measure(live), actual: measure(live.filter(({ status }) => status !== 'done')) }
  }
  const baseline = standing(baselineOf(items, timeline))
  const points: BurndownPoint[] = [
    { day: 0, date: first.date, actual: baseline.scope, ideal: baseline.scope, scope: baseline.scope },
  ]
  days.forEach(({ date, startsAt, endsAt }, index) => {
    const known = startsAt <= timeline.now ? standing(earlier(endsAt, timeline.now)) : null
    // Before its plan was imported nothing is known of a sprint: no work is left because none had been written down.
    const unknown = known === null || (known.scope === 0 && baseline.scope > 0)
    points.push({
      day: index + 1,
      date,
      actual: unknown ? null : known.actual,
      ideal: sum([(baseline.scope * (days.length - index - 1)) / days.length]),
      scope: unknown ? null : known.scope,
    })
  })
  return { unit, points }
}
