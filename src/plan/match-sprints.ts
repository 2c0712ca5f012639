// Which sprint of a new revision is which of the old one.
import type { LocalDate } from '#domain/calendar/types.ts'
import type { Plan, Sprint } from '#domain/plan-file.ts'
import { titleOf } from './similarity.ts'

/** Old sprint → new sprint, each at most once. */
export type SprintPairs = Map<Sprint, Sprint>

/**
 * By name, then number, then start date, then by the items that they share; what is left on either side is new or gone.
 *
 * @param today a local date: a sprint that is over by then and one that begins after it are two, whatever their names (a
 *   file whose "Current sprint" is written over)
 */
export function matchSprints(before: Plan, after: Plan, today: LocalDate | null = null): SprintPairs {
  const pairs: SprintPairs = new Map()
  const rules: ((a: Sprint, b: Sprint) => boolean)[] = [
    (a, b) => titleOf(a.name).folded === titleOf(b.name).folded,
    (a, b) => a.number !== null && a.number === b.number,
    (a, b) => a.start !== null && a.start === b.start && !differentNumbers(a, b),
    (a, b) => !differentNumbers(a, b) && shareItems(a, b),
  ]
  const taken = new Set<Sprint>()
  for (const rule of rules)
    for (const old of before.sprints) {
      if (pairs.has(old)) continue
      const found = after.sprints.find(
        (sprint) => !taken.has(sprint) && !isNext(old, sprint, today) && rule(old, sprint),
      )
      if (!found) continue
      pairs.set(old, found)
      taken.add(found)
    }
  return pairs
}

const isNext = (old: Sprint, now: Sprint, today: LocalDate | null): boolean =>
  today !== null && old.end !== null && old.end < today && now.start !== null && now.start > old.end

/** "Sprint 24" and "Sprint 25" are two sprints, even when a plan moved the one to the dates of the other. */
const differentNumbers = (a: Sprint, b: Sprint): boolean =>
  a.number !== null && b.number !== null && a.number !== b.number

/** At least half of the smaller sprint's items stand in the other, by title. */
function shareItems(a: Sprint, b: Sprint): boolean {
  const titles = new Set(a.items.map((item) => titleOf(item.title).folded))
  const shared = b.items.filter((item) => titles.has(titleOf(item.title).folded)).length
  return shared > 0 && shared * 2 >= Math.min(a.items.length, b.items.length)
}
