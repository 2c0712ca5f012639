/** How much a team finished on each working day: what forecasts are made from. */

import { sum, valueIn } from './amount.ts'
import type { EstimateUnit, ItemEvent, ItemState, Timeline } from './types.ts'

/**
 * Work finished on each past working day of the sprint, rising, without today, which has not ended. Work on a day off
 * counts on the next working day; an item that was reopened is taken off the day on which it was. Unit null: items.
 */
export function dailyThroughput(
  items: readonly ItemState[],
  events: readonly ItemEvent[],
  unit: EstimateUnit | null,
  timeline: Timeline,
): number[] {
  const worth = new Map(
    items
      .filter(({ stretch }) => !stretch)
      .map(({ key, estimate }) => [key, unit === null ? 1 : (valueIn(unit, estimate) ?? 0)]),
  )
  const past = timeline.workdays.filter(
    ({ date, endsAt }) => timeline.start <= date && date <= timeline.end && endsAt <= timeline.now,
  )
  const finished = events.filter((event) => signOf(event) !== 0)
  return past.map(({ endsAt }, index) => {
    const from = past[index - 1]?.endsAt
    const onDay = finished.filter(({ at }) => at < endsAt && (from === undefined || at >= from))
    return sum(onDay.map((event) => signOf(event) * (worth.get(event.itemKey) ?? 0)))
  })
}

function signOf(event: ItemEvent): number {
  if (event.field !== 'status' || event.from === event.to) return 0
  if (event.to === 'done') return 1
  return event.from === 'done' ? -1 : 0
}
