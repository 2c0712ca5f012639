// What changed between two revisions of a plan. Pure.
import type { LocalDate } from '#domain/calendar/types.ts'
import type { Item, ItemStatus, Plan, Sprint } from '#domain/plan-file.ts'
import { type ItemPairs, matchItems, type Placed, placedItems } from './match-items.ts'
import { matchSprints, type SprintPairs } from './match-sprints.ts'

interface OfItem {
  /** The item's key in the new plan; of a removed item, in the old one. */
  key: string
  title: string
  /** Name of the sprint that the item stands in; null: the backlog. */
  sprint: string | null
}

/** Plain JSON: stored with the revision as it stands. Estimates read "5 points", "2 hours", "M". */
export type PlanChange =
  | ({ type: 'item added'; estimate: string | null; stretch: boolean } & OfItem)
  | ({ type: 'item removed'; estimate: string | null; stretch: boolean } & OfItem)
  | ({ type: 'item renamed'; from: string; to: string } & OfItem)
  | ({ type: 'item rekeyed'; from: string; to: string } & OfItem)
  | ({ type: 'item moved'; from: string | null; to: string | null; estimate: string | null } & OfItem)
  | ({ type: 'item estimated'; from: string | null; to: string | null } & OfItem)
  | ({ type: 'item reowned'; from: string[]; to: string[] } & OfItem)
  | ({ type: 'item status'; from: ItemStatus | null; to: ItemStatus | null } & OfItem)
  | ({ type: 'item stretch'; to: boolean } & OfItem)
  | { type: 'sprint added'; sprint: string; items: number }
  | { type: 'sprint removed'; sprint: string; items: number }
  | { type: 'sprint renamed'; from: string; to: string }
  | { type: 'goals'; sprint: string; from: string[]; to: string[] }
  | { type: 'dates'; sprint: string; from: Window; to: Window }

export interface Window {
  /** ISO dates, both inclusive. */
  start: string | null
  end: string | null
}

export interface PlanDiff {
  changes: PlanChange[]
  /** Which is which: old → new. */
  sprints: SprintPairs
  items: ItemPairs
}

/**
 * Compares two revisions: items added, removed, renamed, moved, re-estimated, re-owned; sprints, goals and dates.
 *
 * @param today see `matchSprints`
 */
export function diffPlans(before: Plan, after: Plan, today: LocalDate | null = null): PlanDiff {
  const sprints = matchSprints(before, after, today)
  const [olds, news] = [placedItems(before), placedItems(after)]
  const items = matchItems(olds, news, sprints)
  const origins = new Map([...items].map(([old, now]) => [now, old]))
  const changes = [
    ...sprintChanges(before, after, sprints),
    ...news.flatMap((now) => {
      const old = origins.get(now)
      return old ? itemChanges(old, now, sprints) : [{ type: 'item added' as const, ...scopeOf(now) }]
    }),
    ...olds
      .filter((old) => !items.has(old))
      .map((old) => ({ type: 'item removed' as const, ...scopeOf(old) })),
  ]
  return { changes, sprints, items }
}

/** "5 points", "1 hour", "M"; null where nobody estimated. */
export function estimateText(estimate: Item['estimate']): string | null {
  if (!estimate) return null
  if ('size' in estimate) return estimate.size
  return `${estimate.value} ${estimate.value === 1 ? estimate.unit.slice(0, -1) : estimate.unit}`
}

const ofItem = ({ item, sprint }: Placed): OfItem => ({
  key: item.key,
  title: item.title,
  sprint: sprint?.name ?? null,
})

const scopeOf = (placed: Placed) => ({
  ...ofItem(placed),
  estimate: estimateText(placed.item.estimate),
  stretch: placed.item.stretch,
})

function itemChanges(old: Placed, now: Placed, sprints: SprintPairs): PlanChange[] {
  const of = ofItem(now)
  const [a, b] = [old.item, now.item]
  const changes: PlanChange[] = []
  if (a.key !== b.key) changes.push({ type: 'item rekeyed', ...of, from: a.key, to: b.key })
  if (a.title !== b.title) changes.push({ type: 'item renamed', ...of, from: a.title, to: b.title })
  if ((old.sprint ? (sprints.get(old.sprint) ?? old.sprint) : null) !== now.sprint)
    changes.push({
      type: 'item moved',
      ...of,
      from: old.sprint?.name ?? null,
      to: now.sprint?.name ?? null,
      estimate: estimateText(b.estimate),
    })
  const [estimatedBefore, estimatedNow] = [estimateText(a.estimate), estimateText(b.estimate)]
  if (estimatedBefore !== estimatedNow)
    changes.push({ type: 'item estimated', ...of, from: estimatedBefore, to: estimatedNow })
  if (!sameList(a.assignees, b.assignees))
    changes.push({ type: 'item reowned', ...of, from: a.assignees, to: b.assignees })
  if (a.status !== b.status) changes.push({ type: 'item status', ...of, from: a.status, to: b.status })
  if (a.stretch !== b.stretch) changes.push({ type: 'item stretch', ...of, to: b.stretch })
  return changes
}

function sprintChanges(before: Plan, after: Plan, sprints: SprintPairs): PlanChange[] {
  const kept = new Set(sprints.values())
  const changes: PlanChange[] = []
  for (const sprint of after.sprints)
    if (!kept.has(sprint))
      changes.push({ type: 'sprint added', sprint: sprint.name, items: sprint.items.length })
  for (const sprint of before.sprints) {
    const now = sprints.get(sprint)
    if (now) changes.push(...changesOfSprint(sprint, now))
    else changes.push({ type: 'sprint removed', sprint: sprint.name, items: sprint.items.length })
  }
  return changes
}

function changesOfSprint(old: Sprint, now: Sprint): PlanChange[] {
  const changes: PlanChange[] = []
  if (old.name !== now.name) changes.push({ type: 'sprint renamed', from: old.name, to: now.name })
  if (!sameList(old.goals, now.goals))
    changes.push({ type: 'goals', sprint: now.name, from: old.goals, to: now.goals })
  if (old.start !== now.start || old.end !== now.end)
    changes.push({ type: 'dates', sprint: now.name, from: windowOf(old), to: windowOf(now) })
  return changes
}

const windowOf = ({ start, end }: Sprint): Window => ({ start, end })

const sameList = (a: string[], b: string[]): boolean =>
  a.length === b.length && a.every((text, index) => text === b[index])
