// One sprint read from the database, as the plain data that src/sprint/ counts with and src/messages/ shows.
import { addDays } from '../../calendar/dates.ts'
import { localOf } from '../../calendar/instant.ts'
import type { LocalDate, SprintWindow, TeamCalendar } from '../../calendar/types.ts'
import { workdaysOf } from '../../calendar/workdays.ts'
import { SprintkeeperError } from '../../errors.ts'
import type {
  BlockerState,
  DependencyState,
  ItemEvent,
  ItemState,
  RiskState,
  Timeline,
} from '../../sprint/types.ts'
import type { Tx } from '../../store/client.ts'
import type { Decision, Sprint, Team } from '../../store/generated/client.ts'
import { type OwnerBook, ownerBook } from '../items/owners.ts'
import { currentSprint } from '../schedule/current-sprint.ts'
import { calendarOf, fromDateColumn } from '../schedule/planning.ts'
import {
  baseline,
  blockerState,
  type ItemRow,
  itemColumns,
  itemEvent,
  itemState,
  type KeyOf,
  type NameOf,
  type ObjectiveState,
  objectiveState,
} from './sprint-rows.ts'

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
  objectives: ObjectiveState[]
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

/** One sprint of the team, in a fixed number of queries whatever its size. */
export async function readSprint(db: Tx, team: Team, sprint: Sprint, now: Date): Promise<SprintState> {
  const teamId = team.id
  const ofSprint = { teamId, removedAt: null, OR: [{ sprintId: sprint.id }, ofWholePlan(sprint)] }
  // One after another: in a transaction they share one connection.
  const daysOff = await db.teamDayOff.findMany({ where: { teamId } })
  const present = await db.item.findMany({
    where: { sprintId: sprint.id },
    orderBy: [{ position: 'asc' }, { key: 'asc' }],
    select: itemColumns,
  })
  const eventRows = await db.itemEvent.findMany({
    where: { sprintId: sprint.id },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const itemRows = [...present, ...(await itemsThatLeft(db, present, eventRows))]
  const blockerRows = await db.blocker.findMany({
    where: { teamId, OR: [{ sprintId: sprint.id }, { state: { not: 'resolved' } }] },
    orderBy: { number: 'asc' },
  })
  const risks = await db.risk.findMany({
    where: ofSprint,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const dependencies = await db.dependency.findMany({
    where: ofSprint,
    orderBy: [{ due: 'asc' }, { position: 'asc' }],
  })
  const objectives = await db.objective.findMany({
    where: { sprintId: sprint.id },
    orderBy: { position: 'asc' },
    include: { readings: { orderBy: { at: 'desc' }, take: 2 } },
  })
  const decisions = await db.decision.findMany({
    where: { teamId, OR: [{ sprintId: sprint.id }, { decidedAt: null }] },
    orderBy: { askedAt: 'asc' },
  })
  const book = await ownerBook(db, teamId, itemRows)
  const name = await namesOf(db, book, [
    ...eventRows.map(({ personId }) => personId),
    ...blockerRows.flatMap(({ raisedById, helperId, takenById }) => [raisedById, helperId, takenById]),
  ])
  const byId = new Map(itemRows.map((item) => [item.id, item]))
  const keyOf = await keysOf(
    db,
    byId,
    blockerRows.map(({ itemId }) => itemId),
  )
  const calendar = calendarOf(team, daysOff)
  const today = localOf(team.zone, now).date
  const workdays = workdaysOf(calendar, rangeOf(sprint, today))
  const window = windowOf(sprint)
  const timeline = { ...(window ?? { start: today, end: today }), workdays, now }
  const items = itemRows.map((item) => itemState(item, sprint, book))
  const events = eventRows.flatMap((event) => {
    const item = byId.get(event.itemId)
    return item ? [itemEvent(event, item, sprint, name)] : []
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
    blockers: blockerRows.map((blocker) => blockerState(blocker, keyOf, name)),
    risks: risks.map(({ id, title, likelihood, impact, mitigation, owner, closedAt }) => {
      return { id, title, likelihood, impact, mitigation, owner, closedAt }
    }),
    dependencies: dependencies.map(({ id, text, on, due, doneAt }) => {
      return { id, text, on, due: due && fromDateColumn(due), doneAt }
    }),
    objectives: objectives.map(objectiveState),
    decisions,
  }
}

/** Rows that a plan states above its sprints count for each sprint of that plan. */
const ofWholePlan = ({ sourceId }: Sprint) => ({ sprintId: null, sourceId })

/** Items that were in the sprint and moved on to another: their history stays with it. */
async function itemsThatLeft(db: Tx, present: ItemRow[], events: { itemId: string }[]): Promise<ItemRow[]> {
  const here = new Set(present.map(({ id }) => id))
  const id = { in: [...new Set(events.map(({ itemId }) => itemId))].filter((each) => !here.has(each)) }
  return id.in.length ? db.item.findMany({ where: { id }, orderBy: { key: 'asc' }, select: itemColumns }) : []
}

/** The names of the team's people are in the book; only others are asked for. */
async function namesOf(db: Tx, { byId }: OwnerBook, personIds: (string | null)[]): Promise<NameOf> {
  const ids = [...new Set(personIds)].filter((id) => id !== null).filter((id) => !byId.has(id))
  const others = ids.length
    ? await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
    : []
  const names = new Map([...byId.values(), ...others].map(({ id, name }) => [id, name]))
  return (personId) => (personId ? (names.get(personId) ?? null) : null)
}

/** The keys of items; those of other sprints are asked for. */
async function keysOf(
  db: Tx,
  byId: ReadonlyMap<string, ItemRow>,
  itemIds: (string | null)[],
): Promise<KeyOf> {
  const ids = itemIds.filter((id) => id !== null).filter((id) => !byId.has(id))
  const others = ids.length
    ? await db.item.findMany({ where: { id: { in: ids } }, select: { id: true, key: true } })
    : []
  const keys = new Map([...byId.values(), ...others].map(({ id, key }) => [id, key]))
  return (itemId) => (itemId ? (keys.get(itemId) ?? null) : null)
}

function rangeOf({ start, end }: Sprint, today: LocalDate): { from: LocalDate; to: LocalDate } {
  const dates = [today, ...[start, end].flatMap((date) => (date ? [fromDateColumn(date)] : []))].sort()
  return { from: addDays(dates[0] ?? today, -daysBack), to: addDays(dates.at(-1) ?? today, daysAhead) }
}

function windowOf({ start, end }: Sprint): SprintWindow | null {
  return start && end ? { start: fromDateColumn(start), end: fromDateColumn(end) } : null
}
