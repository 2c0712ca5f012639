// One sprint read from the database, as the plain data that src/domain/sprint counts with and messages show.

import { addDays } from '#domain/calendar/dates.ts'
import { localOf } from '#domain/calendar/instant.ts'
import type { LocalDate, SprintWindow, TeamCalendar } from '#domain/calendar/types.ts'
import { workdaysOf } from '#domain/calendar/workdays.ts'
import type {
  BlockerState,
  DependencyState,
  ItemEvent,
  ItemState,
  ObjectiveLine,
  RiskState,
  Timeline,
} from '#domain/sprint/types.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Tx } from '#platform/store/client.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import type { Decision, Sprint, Team } from '#platform/store/generated/client.ts'
import { currentSprint } from './current-sprint.ts'
import { bookOf } from './owners.ts'
import { sprintRows } from './sprint-query.ts'
import { baseline, blockerState, itemEvent, itemState, objectiveState } from './sprint-rows.ts'
import { calendarOf } from './team-calendar.ts'

export interface SprintState {
  team: Team
  sprint: Sprint
  calendar: TeamCalendar
  /** The team's local date. */
  today: LocalDate
  now: Date
  /** False: the sprint waits for its dates, and `timeline` is today alone, enough to count ages. */
  dated: boolean
  timeline: Timeline
  items: ItemState[]
  events: ItemEvent[]
  /** The sprint's, resolved ones too, and all of the team that are not resolved. */
  blockers: BlockerState[]
  risks: RiskState[]
  dependencies: DependencyState[]
  objectives: ObjectiveLine[]
  /** Those that wait for an answer, and the sprint's that have one. */
  decisions: Decision[]
}

// Ages reach back, and forecasts forward, so far that no sprint's report meets the ends.
const daysBack = 120
const daysAhead = 180

/** The sprint that the team is in (current-sprint.ts), read whole. Throws `no_sprint` where the team has none. */
export async function readCurrentSprint(db: Tx, team: Team, now: Date): Promise<SprintState> {
  const sprint = await currentSprint(db, team, localOf(team.zone, now).date)
  if (!sprint)
    throw new SprintkeeperError(
      'no_sprint',
      `${team.name} has no sprint yet.`,
      'Load its plan with /sprint import: paste it, or send the Markdown file.',
    )
  return readSprint(db, team, sprint, now)
}

/** One sprint of the team. */
export async function readSprint(db: Tx, team: Team, sprint: Sprint, now: Date): Promise<SprintState> {
  const rows = await sprintRows(db, sprint)
  const book = bookOf(rows.members, rows.planNames, rows.others)
  const byId = new Map(rows.items.map((item) => [item.id, item]))
  const calendar = calendarOf(team, rows.daysOff)
  const today = localOf(team.zone, now).date
  const workdays = workdaysOf(calendar, rangeOf(sprint, today))
  const window = windowOf(sprint)
  const timeline = { ...(window ?? { start: today, end: today }), workdays, now }
  const items = rows.items.map((item) => itemState(item, sprint, book))
  const events = rows.events.flatMap((event) => {
    const item = byId.get(event.itemId)
    return item ? [itemEvent(event, item, sprint)] : []
  })
  return {
    team,
    sprint,
    calendar,
    today,
    now,
    dated: window !== null,
    timeline,
    items,
    events: [...baseline(items, events, timeline), ...events],
    blockers: rows.blockers.map(blockerState),
    risks: rows.risks,
    dependencies: rows.dependencies.map(({ due, ...dependency }) => {
      return { ...dependency, due: due && fromDateColumn(due) }
    }),
    objectives: rows.objectives.map(objectiveState),
    decisions: rows.decisions,
  }
}

function rangeOf({ start, end }: Sprint, today: LocalDate): { from: LocalDate; to: LocalDate } {
  const dates = [today, ...[start, end].flatMap((date) => (date ? [fromDateColumn(date)] : []))].sort()
  return { from: addDays(dates[0] ?? today, -daysBack), to: addDays(dates.at(-1) ?? today, daysAhead) }
}

function windowOf({ start, end }: Sprint): SprintWindow | null {
  return start && end ? { start: fromDateColumn(start), end: fromDateColumn(end) } : null
}
