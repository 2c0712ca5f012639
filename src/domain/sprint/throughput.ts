/** How much a team finished on each working day: what forecasts are made from. */

import { sum, valueIn } from './amount.ts'
import type { EstimateUnit, ItemEvent, ItemState, Timeline, Workday } from './types.ts'

/**
 * The working days that were seen: those that began before the team had the plan are left out when less than half of the
 * day was left by then, since what was finished on them nobody wrote down.
 */
function isSeen({ startsAt, endsAt }: Workday, items: readonly ItemState[]): boolean {
  const had = items.reduce(
    (first, { addedAt }) => Math.min(first, addedAt.getTime()),
    Number.POSITIVE_INFINITY,
  )
  return items.length === 0 || had <= (startsAt.getTime() + endsAt.getTime()) / 2
}

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
  return past.flatMap((day, index) => {
    if (!isSeen(day, items)) return []
    const from = past[index - 1]?.endsAt
    const onDay = finished.filter(({ at }) => at < day.endsAt && (from === undefined || at >= from))
    return [sum(onDay.map((event) => signOf(event) * (worth.get(event.itemKey) ?? 0)))]
  })
}

function signOf(event: ItemEvent): number {
  if (event.field !== 'status' || event.from === event.to) return 0
  if (event.to === 'done') return 1
  return event.from === 'done' ? -1 : 0
}
