// Rows of a sprint as the plain data that src/domain/sprint counts with.

import { earlier, sprintDays } from '#domain/sprint/days.ts'
import type {
  BlockerState,
  Estimate,
  EstimateUnit,
  ItemEvent,
  ItemState,
  ObjectiveLine,
  Timeline,
} from '#domain/sprint/types.ts'
import type { Item, Sprint } from '#platform/store/generated/client.ts'
import { type Known, type OwnerBook, ownersOf } from './owners.ts'
import type { BlockerRow, EventRow, ItemRow, ObjectiveRow } from './sprint-query.ts'

/** Who did it, when a plan's new revision did. */
export const thePlan = 'the plan'

export function itemState(item: ItemRow, sprint: Sprint, book: OwnerBook<Known>): ItemState {
  const { people, unknown } = ownersOf(book, item)
  return {
    key: item.key,
    title: item.title,
    status: item.status,
    estimate: estimateOf(item),
    stretch: item.stretch,
    owners: [...people.map(({ name }) => name), ...unknown],
    acceptance: item.acceptance,
    inSprint: item.removedAt === null && item.sprintId === sprint.id,
    addedAt: item.createdAt,
    statusAt: item.statusAt,
  }
}

/** A move between sprints is, for the one that is read, an item added or cut. */
export function itemEvent(event: EventRow, item: ItemRow, sprint: Sprint): ItemEvent {
  const { at, person, revisionId } = event
  const by = person ?? (revisionId ? thePlan : null)
  const change = { at, itemKey: item.key, by }
  if (event.field !== 'sprint') return { ...change, field: event.field, from: event.from, to: event.to }
  const estimate = item.estimateValue === null ? item.estimateSize : String(item.estimateValue)
  return event.to === sprint.name
    ? { ...change, field: 'added', from: null, to: estimate }
    : { ...change, field: 'removed', from: estimate, to: null }
}

/**
 * What the sprint was planned with has no event of its own (import/events.ts): here it gets one, at the sprint's
 * start or before, so that scope is counted from there.
 */
export function baseline(items: ItemState[], events: ItemEvent[], timeline: Timeline): ItemEvent[] {
  const start = sprintDays(timeline)[0]?.startsAt ?? timeline.now
  const firstOf = new Map<string, ItemEvent>()
  for (const event of events)
    if ((event.field === 'added' || event.field === 'removed') && !firstOf.has(event.itemKey))
      firstOf.set(event.itemKey, event)
  return items
    .filter(({ key }) => firstOf.get(key)?.field !== 'added')
    .map(({ key, addedAt }) => {
      return { at: earlier(addedAt, start), itemKey: key, field: 'added', from: null, to: null, by: null }
    })
}

/** An item's estimate as plan JSON has it; null: not estimated. */
export function estimateOf(
  item: Pick<Item, 'estimateValue' | 'estimateUnit' | 'estimateSize'>,
): Estimate | null {
  if (item.estimateValue !== null)
    return { value: item.estimateValue, unit: (item.estimateUnit ?? 'points') as EstimateUnit }
  return item.estimateSize === null ? null : { size: item.estimateSize }
}

export function blockerState({ raisedBy, ...blocker }: BlockerRow): BlockerState {
  return { ...blocker, raisedBy: raisedBy ?? 'someone who left' }
}

export function objectiveState({ readings, ...objective }: ObjectiveRow): ObjectiveLine {
  const [latest = null, previous = null] = readings
  return { ...objective, latest, previous }
}
