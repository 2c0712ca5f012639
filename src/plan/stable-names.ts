// Keys and sprint names that hold over revisions: unique in a plan, and an item without a stated key keeps the one it has.
import type { LocalDate } from '#domain/calendar/types.ts'
import type { Item, Plan, Sprint } from '#domain/plan-file.ts'
import { matchItems, placedItems } from './match-items.ts'
import { matchSprints } from './match-sprints.ts'

/**
 * The plan with every key and every sprint name unique ("IG-7", "IG-7 (2)"). Where an item of the revision before is found
 * again and states no key, it keeps its key: people have used it since, whatever its place or title is now.
 *
 * @param today see `matchSprints`
 */
export function withStableNames(plan: Plan, before: Plan | null, today: LocalDate | null = null): Plan {
  const sprintNames = unique(plan.sprints, (sprint) => sprint.name, new Set())
  const sprints = plan.sprints.map((sprint) => ({ ...sprint, name: sprintNames.get(sprint) ?? sprint.name }))
  const named: Plan = { ...plan, sprints }
  const keys = stableKeys(named, before, today)
  const keyed = (item: Item): Item => ({ ...item, key: keys.get(item) ?? item.key })
  return {
    ...named,
    sprints: sprints.map((sprint): Sprint => ({ ...sprint, items: sprint.items.map(keyed) })),
    backlog: named.backlog.map(keyed),
  }
}

function stableKeys(plan: Plan, before: Plan | null, today: LocalDate | null): Map<Item, string> {
  const after = placedItems(plan)
  const carried = new Map<Item, string>()
  if (before)
    for (const [old, now] of matchItems(placedItems(before), after, matchSprints(before, plan, today)))
      if (!now.item.keyStated) carried.set(now.item, old.item.key)
  const items = after.map(({ item }) => item)
  const used = new Set<string>()
  const stated = unique(
    items.filter((item) => item.keyStated),
    (item) => item.key,
    used,
  )
  const kept = unique(
    items.filter((item) => carried.has(item)),
    (item) => carried.get(item) ?? item.key,
    used,
  )
  const made = unique(
    items.filter((item) => !item.keyStated && !carried.has(item)),
    (item) => item.key,
    used,
  )
  return new Map([...stated, ...kept, ...made])
}

/** A name each; one that is taken gets a number: "Week 1 (2)". */
function unique<Thing>(
  things: Thing[],
  nameOf: (thing: Thing) => string,
  used: Set<string>,
): Map<Thing, string> {
  const names = new Map<Thing, string>()
  const lastNumber = new Map<string, number>()
  for (const thing of things) {
    const wanted = nameOf(thing)
    let name = wanted
    for (let number = lastNumber.get(wanted) ?? 2; used.has(name); number += 1) {
      name = `${wanted} (${number})`
      lastNumber.set(wanted, number)
    }
    used.add(name)
    names.set(thing, name)
  }
  return names
}
