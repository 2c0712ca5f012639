// Which item of a new revision is which of the old one: by key, then title, then likeness and place.

import type { Item, Plan, Sprint } from '#domain/plan-file.ts'
import type { SprintPairs } from './match-sprints.ts'
import { likeness, type Title, titleOf } from './similarity.ts'

/** An item with where it stands. */
export interface Placed {
  item: Item
  /** Null: the backlog. */
  sprint: Sprint | null
  /** From 0, in the order of the plan. */
  position: number
}

/** Old item → new item, each at most once. */
export type ItemPairs = Map<Placed, Placed>

export function placedItems(plan: Plan): Placed[] {
  const sprints: (Sprint | null)[] = [...plan.sprints, null]
  return sprints.flatMap((sprint) =>
    (sprint ? sprint.items : plan.backlog).map((item, position) => ({ item, sprint, position })),
  )
}

/**
 * Titles at least this alike, place and fields counted in, are one item renamed. Found on pairs of renamed and of
 * neighbouring titles in the plans of `plans/`: renamed ones lie above 0.5, neighbours below 0.45.
 */
const renamedFrom = 0.5
/** More pairs than this are compared within their sprint only: a plan of 1,000 new titles stays under a second. */
const mostComparisons = 250_000

export function matchItems(before: Placed[], after: Placed[], sprints: SprintPairs): ItemPairs {
  const pairs: ItemPairs = new Map()
  const taken = new Set<Placed>()
  const pair = (old: Placed, found: Placed | undefined) => {
    if (!found) return
    pairs.set(old, found)
    taken.add(found)
  }
  const place = placeOf(sprints)
  const unmatched = () => before.filter((old) => !pairs.has(old))
  const free = () => after.filter((found) => !taken.has(found))

  const byKey = groups(after, (placed) => (placed.item.keyStated ? placed.item.key : null))
  for (const old of before)
    if (old.item.keyStated) pair(old, nearest(old, byKey.get(old.item.key), taken, place))

  // A stated key that stands on both sides names its own item, whatever the titles say.
  const byTitle = groups(free(), ({ item }) => titleOf(item.title).folded || null)
  for (const old of unmatched())
    pair(old, nearest(old, byTitle.get(titleOf(old.item.title).folded), taken, place))

  for (const [old, found] of renamed(unmatched(), free(), place)) pair(old, found)
  return pairs
}

/** The sprint of an item, by the old plan's sprint where there is one. */
function placeOf(sprints: SprintPairs): (placed: Placed) => Sprint | null {
  const olds = new Map([...sprints].map(([old, found]) => [found, old]))
  return ({ sprint }) => (sprint ? (olds.get(sprint) ?? sprint) : null)
}

function groups(items: Placed[], keyOf: (placed: Placed) => string | null): Map<string, Placed[]> {
  const found = new Map<string, Placed[]>()
  for (const placed of items) {
    const key = keyOf(placed)
    if (key === null) continue
    const group = found.get(key)
    if (group) group.push(placed)
    else found.set(key, [placed])
  }
  return found
}

/** Of several with the same key or title: one in the same sprint first, then the nearest by position. */
function nearest(
  old: Placed,
  group: Placed[] | undefined,
  taken: Set<Placed>,
  place: (placed: Placed) => Sprint | null,
): Placed | undefined {
  const away = (placed: Placed) =>
    (place(placed) === old.sprint ? 0 : 1_000_000) + Math.abs(placed.position - old.position)
  return group?.filter((placed) => !taken.has(placed)).sort((a, b) => away(a) - away(b))[0]
}

/** Pairs of items that were renamed, the likest first. Two different stated keys are never one item. */
function renamed(
  olds: Placed[],
  news: Placed[],
  place: (placed: Placed) => Sprint | null,
): [Placed, Placed][] {
  const titles = new Map<Placed, Title>(
    [...olds, ...news].map((placed) => [placed, titleOf(placed.item.title)]),
  )
  const everywhere = olds.length * news.length <= mostComparisons
  const found: { old: Placed; now: Placed; score: number }[] = []
  for (const old of olds)
    for (const now of news) {
      if (old.item.keyStated && now.item.keyStated) continue
      const samePlace = place(now) === old.sprint
      if (!samePlace && !everywhere) continue
      const alike = likeness(titles.get(old) as Title, titles.get(now) as Title)
      const score = alike + sameness(old, now, samePlace)
      if (alike > 0.2 && score >= renamedFrom) found.push({ old, now, score })
    }
  found.sort((a, b) => b.score - a.score)
  const used = new Set<Placed>()
  return found.flatMap(({ old, now }) => {
    if (used.has(old) || used.has(now)) return []
    used.add(old).add(now)
    return [[old, now] as [Placed, Placed]]
  })
}

/** What beside the title speaks for one item: at most 0.35, so that it alone never makes two items one. */
function sameness(old: Placed, now: Placed, samePlace: boolean): number {
  const apart = Math.abs(old.position - now.position)
  const near = samePlace ? 0.1 + (apart === 0 ? 0.1 : apart === 1 ? 0.05 : 0) : 0
  const owners = old.item.assignees.length > 0 && old.item.assignees.join() === now.item.assignees.join()
  const criteria = old.item.acceptance.length > 0 && old.item.acceptance.join() === now.item.acceptance.join()
  return near + (owners ? 0.05 : 0) + (criteria ? 0.1 : 0)
}
