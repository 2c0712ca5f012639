// The sprint that a team means when it says "the sprint".
import type { LocalDate } from '#domain/calendar/types.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Sprint } from '#platform/store/generated/client.ts'

type Windowed = Pick<Sprint, 'id' | 'state' | 'position' | 'start' | 'end'>

/**
 * The team's sprint on its local date `today`: the one whose window holds the date; else one that has begun and was not
 * closed; else the next to come; else one that still waits for its dates; else the one that ended last. Null without any.
 */
export async function currentSprint(db: Tx, team: { id: string }, today: LocalDate): Promise<Sprint | null> {
  const sprints = await db.sprint.findMany({ where: { teamId: team.id, removedAt: null } })
  return chooseSprint(sprints, today)
}

/** The choice that `currentSprint` makes, for sprints that are at hand. */
export function chooseSprint<T extends Windowed>(sprints: readonly T[], today: LocalDate): T | null {
  const day = new Date(`${today}T00:00:00Z`).getTime()
  const begins = ({ start }: T) => start?.getTime() ?? Number.NEGATIVE_INFINITY
  const ends = ({ end }: T) => end?.getTime() ?? Number.NEGATIVE_INFINITY
  const first = (wanted: (sprint: T) => boolean, order: (a: T, b: T) => number): T | undefined =>
    sprints.filter(wanted).sort((a, b) => order(a, b) || a.position - b.position || compare(a.id, b.id))[0]
  const isActive = (sprint: T) => (sprint.state === 'active' ? 0 : 1)
  return (
    first(
      (sprint) => sprint.state !== 'closed' && begins(sprint) <= day && day <= ends(sprint),
      // Of two that overlap, the one that was begun, then the one that began later.
      (a, b) => isActive(a) - isActive(b) || begins(b) - begins(a),
    ) ??
    first(
      (sprint) => sprint.state === 'active' && begins(sprint) <= day,
      (a, b) => ends(b) - ends(a),
    ) ??
    first(
      (sprint) => sprint.state !== 'closed' && begins(sprint) > day,
      (a, b) => begins(a) - begins(b),
    ) ??
    first(
      (sprint) => sprint.state !== 'closed' && sprint.start === null,
      () => 0,
    ) ??
    first(
      () => true,
      (a, b) => ends(b) - ends(a),
    ) ??
    null
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
