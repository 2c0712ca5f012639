// Rows of a sprint as the plain data that src/sprint/ counts with.
import { earlier, sprintDays } from '../../sprint/days.ts'
import type {
  BlockerState,
  Estimate,
  EstimateUnit,
  ItemEvent,
  ItemState,
  Timeline,
} from '../../sprint/types.ts'
import type {
  Blocker,
  ItemEvent as EventRow,
  Item,
  Objective,
  Reading,
  Sprint,
} from '../../store/generated/client.ts'
import { type OwnerBook, ownersOf } from '../items/owners.ts'

export interface ObjectiveState {
  id: string
  text: string
  metric: string | null
  baseline: string | null
  target: string | null
  direction: string | null
  /** The newest value that was reported, and the one before it. */
  latest: { value: string; at: Date } | null
  previous: { value: string; at: Date } | null
}

/** Who did it, when a plan's new revision did. */
export const thePlan = 'the plan'

/** What is read of an item: a plan's long texts stay in the database. */
export const itemColumns = {
  ...{ id: true, key: true, title: true, sprintId: true, removedAt: true, createdAt: true },
  ...{ status: true, statusAt: true, estimateValue: true, estimateUnit: true, estimateSize: true },
  ...{ stretch: true, ownerId: true, assignees: true, acceptance: true },
} as const
export type ItemRow = Pick<Item, keyof typeof itemColumns>

/** The name of a person, and the key of an item, by id. */
export type NameOf = (personId: string | null) => string | null
export type KeyOf = (itemId: string | null) => string | null

export function itemState(item: ItemRow, sprint: Sprint, book: OwnerBook): ItemState {
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
export function itemEvent(event: EventRow, item: ItemRow, sprint: Sprint, name: NameOf): ItemEvent {
  const { at, personId, revisionId } = event
  const by = name(personId) ?? (revisionId ? thePlan : null)
  const change = { at, itemKey: item.key, by }
  if (event.field !== 'sprint') return { ...change, field: event.field, from: event.from, to: event.to }
  const estimate = item.estimateValue === null ? item.estimateSize : String(item.estimateValue)
  return event.to === sprint.name
    ? { ...change, field: 'added', from: null, to: estimate }
    : { ...change, field: 'removed', from: estimate, to: null }
}

/**
 * What the sprint was planned with has no event of its own (store/import/events.ts): here it gets one, at the sprint's
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

export function blockerState(blocker: Blocker, keyOf: KeyOf, name: NameOf): BlockerState {
  const { id, number, text, severity, state, raisedAt, resolvedAt, resolution } = blocker
  return {
    ...{ id, number, text, severity, state, raisedAt, resolvedAt, resolution },
    itemKey: keyOf(blocker.itemId),
    raisedBy: name(blocker.raisedById) ?? 'someone who left',
    helper: name(blocker.helperId),
    takenBy: name(blocker.takenById),
  }
}

export function objectiveState(objective: Objective & { readings: Reading[] }): ObjectiveState {
  const { id, text, metric, baseline, target, direction } = objective
  const reading = (one: Reading | undefined) => (one ? { value: one.value, at: one.at } : null)
  const [latest, previous] = objective.readings
  return {
    id,
    text,
    metric,
    baseline,
    target,
    direction,
    latest: reading(latest),
    previous: reading(previous),
  }
}
