// One sprint read from the database, as the plain data that src/sprint/ counts with and src/messages/ shows.
import { addDays } from '../calendar/dates.ts'
import { localOf } from '../calendar/instant.ts'
import type { LocalDate, SprintWindow, TeamCalendar } from '../calendar/types.ts'
import { workdaysOf } from '../calendar/workdays.ts'
import { SprintkeeperError } from '../errors.ts'
import { earlier, sprintDays } from '../sprint/days.ts'
import type {
  BlockerState,
  DependencyState,
  Estimate,
  EstimateUnit,
  ItemEvent,
  ItemState,
  RiskState,
  Timeline,
} from '../sprint/types.ts'
import type { Tx } from '../store/client.ts'
import type {
  Blocker,
  Decision,
  ItemEvent as EventRow,
  Item,
  Objective,
  Reading,
  Sprint,
  Team,
} from '../store/generated/client.ts'
import { currentSprint } from './current-sprint.ts'
import { type OwnerBook, ownerBook, ownersOf } from './owners.ts'
import { calendarOf, fromDateColumn } from './planning.ts'

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
  })
  const eventRows = await db.itemEvent.findMany({
    where: { sprintId: sprint.id },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const itemRows = [...present, ...(await itemsThatLeft(db, present, eventRows))]
  const blockerRows = await db.blocker.findMany({
    where: { teamId, OR: [{ sprintId: sprint.id }, { state: { not: 'resolved' } }] },
    orderBy: { number: 'asc' },
    include: { item: { select: { key: true } } },
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
  const name = await namesOf(db, [
    ...eventRows.map(({ personId }) => personId),
    ...blockerRows.flatMap(({ raisedById, helperId, takenById }) => [raisedById, helperId, takenById]),
  ])
  const byId = new Map(itemRows.map((item) => [item.id, item]))
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
    blockers: blockerRows.map((blocker) => blockerState(blocker, name)),
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
async function itemsThatLeft(db: Tx, present: Item[], events: { itemId: string }[]): Promise<Item[]> {
  const here = new Set(present.map(({ id }) => id))
  const ids = [...new Set(events.map(({ itemId }) => itemId))].filter((id) => !here.has(id))
  return ids.length ? db.item.findMany({ where: { id: { in: ids } }, orderBy: { key: 'asc' } }) : []
}

type NameOf = (personId: string | null) => string | null

async function namesOf(db: Tx, personIds: (string | null)[]): Promise<NameOf> {
  const ids = [...new Set(personIds)].filter((id) => id !== null)
  const people = ids.length
    ? await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
    : []
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return (personId) => (personId ? (names.get(personId) ?? null) : null)
}

function rangeOf({ start, end }: Sprint, today: LocalDate): { from: LocalDate; to: LocalDate } {
  const dates = [today, ...[start, end].flatMap((date) => (date ? [fromDateColumn(date)] : []))].sort()
  return { from: addDays(dates[0] ?? today, -daysBack), to: addDays(dates.at(-1) ?? today, daysAhead) }
}

function windowOf({ start, end }: Sprint): SprintWindow | null {
  return start && end ? { start: fromDateColumn(start), end: fromDateColumn(end) } : null
}

function itemState(item: Item, sprint: Sprint, book: OwnerBook): ItemState {
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
function itemEvent(event: EventRow, item: Item, sprint: Sprint, name: NameOf): ItemEvent {
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
function baseline(items: ItemState[], events: ItemEvent[], timeline: Timeline): ItemEvent[] {
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

function blockerState(blocker: Blocker & { item: { key: string } | null }, name: NameOf): BlockerState {
  const { id, number, text, severity, state, raisedAt, resolvedAt, resolution } = blocker
  return {
    ...{ id, number, text, severity, state, raisedAt, resolvedAt, resolution },
    itemKey: blocker.item?.key ?? null,
    raisedBy: name(blocker.raisedById) ?? 'someone who left',
    helper: name(blocker.helperId),
    takenBy: name(blocker.takenById),
  }
}

function objectiveState(objective: Objective & { readings: Reading[] }): ObjectiveState {
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
