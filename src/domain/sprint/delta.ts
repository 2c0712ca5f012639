/** The daily delta: what changed in a sprint since an instant. */

import { sum, valueIn } from './amount.ts'
import { type AgedBlocker, agedBlocker } from './blockers.ts'
import { burndownOf } from './burndown.ts'
import { baselineOf, workdaysFrom } from './days.ts'
import { type Progress, progressOf } from './progress.ts'
import type {
  BlockerState,
  DependencyState,
  ItemEvent,
  ItemState,
  ItemStatus,
  LocalDate,
  Timeline,
} from './types.ts'

export interface MovedItem {
  key: string
  title: string
  /** Where it stood at the first change since; where it stands after the last. */
  from: ItemStatus
  to: ItemStatus
  /** Who made the last change. */
  by: string | null
}

export interface ScopeChange {
  key: string
  title: string
  /** In the sprint's unit; null: not estimated in it. */
  value: number | null
  stretch: boolean
}

export interface ReestimatedItem {
  key: string
  title: string
  from: string | null
  to: string | null
}

export interface DueNext {
  id: string
  text: string
  due: LocalDate
  overdue: boolean
}

export interface Delta {
  since: Date
  moved: MovedItem[]
  added: ScopeChange[]
  cut: ScopeChange[]
  reestimated: ReestimatedItem[]
  /** Keys of the items that were finished. */
  finished: string[]
  progress: Progress
  /** Work that the ideal line has left at the end of today; null: outside the sprint. */
  idealLeft: number | null
  left: number
  /** Opened since, and not resolved. */
  blockersOpened: AgedBlocker[]
  /** Resolved since, those too that were opened since. */
  blockersResolved: AgedBlocker[]
  /** Open dependencies that are overdue, or due by the end of the next working day. */
  dueNext: DueNext[]
  /** True: nothing moved, changed, opened, resolved or falls due. */
  empty: boolean
}

export interface DeltaInput {
  /** Items that were cut too, for their titles. */
  items: readonly ItemState[]
  /** All of the sprint, not only those since. */
  events: readonly ItemEvent[]
  blockers: readonly BlockerState[]
  dependencies: readonly DependencyState[]
  timeline: Timeline
}

/** What happened after `since`, up to the timeline's now. A change that was taken back is no change. */
export function deltaSince(since: Date, input: DeltaInput): Delta {
  const { items, events, timeline } = input
  const progress = progressOf(items, timeline)
  const recent = events
    .filter(({ at }) => since < at && at <= timeline.now)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  const moved = movedItems(recent, items)
  const scope = scopeChanges(recent, items, baselineOf(items, timeline), progress)
  const reestimated = reestimatedItems(recent, items)
  const burndown = burndownOf(items, events, timeline)
  const blockers = input.blockers.map((blocker) => agedBlocker(blocker, timeline))
  // One that was opened and resolved is told once, as resolved.
  const blockersOpened = blockers.filter(
    ({ raisedAt, resolvedAt }) => since < raisedAt && raisedAt <= timeline.now && resolvedAt === null,
  )
  const blockersResolved = blockers.filter(
    ({ resolvedAt }) => resolvedAt !== null && since < resolvedAt && resolvedAt <= timeline.now,
  )
  const dueNext = fallsDue(input.dependencies, timeline)
  const parts = [moved, scope.added, scope.cut, reestimated, blockersOpened, blockersResolved, dueNext]
  return {
    since,
    moved,
    ...scope,
    reestimated,
    finished: moved.filter(({ to }) => to === 'done').map(({ key }) => key),
    progress,
    idealLeft: progress.phase === 'running' ? (burndown.points[progress.day]?.ideal ?? null) : null,
    left:
      progress.unit === null
        ? progress.committed.items - progress.done.items
        : sum([progress.committed.value, -progress.done.value]),
    blockersOpened,
    blockersResolved,
    dueNext,
    empty: parts.every((part) => part.length === 0),
  }
}

/** First and last change of one field of each item, where they differ, in the order of the first changes. */
function netChanges(
  recent: readonly ItemEvent[],
  items: readonly ItemState[],
  field: ItemEvent['field'],
): { item: ItemState; first: ItemEvent; last: ItemEvent }[] {
  const byKey = new Map(items.map((item) => [item.key, item]))
  const grouped = Map.groupBy(
    recent.filter((event) => event.field === field),
    ({ itemKey }) => itemKey,
  )
  return [...grouped].flatMap(([key, changes]) => {
    const item = byKey.get(key)
    const [first, last] = [changes[0], changes.at(-1)]
    return item && first && last && first.from !== last.to ? [{ item, first, last }] : []
  })
}

function movedItems(recent: readonly ItemEvent[], items: readonly ItemState[]): MovedItem[] {
  return netChanges(recent, items, 'status').map(({ item, first, last }) => ({
    key: item.key,
    title: item.title,
    from: (first.from ?? 'backlog') as ItemStatus,
    to: (last.to ?? item.status) as ItemStatus,
    by: last.by,
  }))
}

function reestimatedItems(recent: readonly ItemEvent[], items: readonly ItemState[]): ReestimatedItem[] {
  return netChanges(recent, items, 'estimate').map(({ item, first, last }) => ({
    key: item.key,
    title: item.title,
    from: first.from,
    to: last.to,
  }))
}

function scopeChanges(
  recent: readonly ItemEvent[],
  items: readonly ItemState[],
  baseline: Date,
  progress: Progress,
): { added: ScopeChange[]; cut: ScopeChange[] } {
  const after = recent.filter(({ at }) => at > baseline)
  const changed = (wanted: 'added' | 'removed', other: 'added' | 'removed') =>
    items
      .filter(({ key }) => {
        const changes = after.filter(
          (event) => event.itemKey === key && (event.field === wanted || event.field === other),
        )
        return changes[0]?.field === wanted && changes.at(-1)?.field === wanted
      })
      .map(({ key, title, estimate, stretch }) => ({
        key,
        title,
        value: valueIn(progress.unit, estimate),
        stretch,
      }))
  return { added: changed('added', 'removed'), cut: changed('removed', 'added') }
}

function fallsDue(dependencies: readonly DependencyState[], timeline: Timeline): DueNext[] {
  const [today, next] = workdaysFrom(timeline.workdays, timeline.now)
  const horizon = next?.date ?? today?.date
  const current = today?.date
  if (horizon === undefined || current === undefined) return []
  return dependencies
    .flatMap(({ id, text, due, doneAt }) =>
      due === null || doneAt !== null || due > horizon ? [] : [{ id, text, due, overdue: due < current }],
    )
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}
