// An item read whole from the database, as its card shows it; and a move with its undo.

import { localOf } from '#domain/calendar/instant.ts'
import type { Workday } from '#domain/calendar/types.ts'
import { itemTasks } from '#domain/plan-file.ts'
import { workingDaysSince } from '#domain/sprint/days.ts'
import { dayText } from '#platform/blocks/when.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Blocker, Item, Person, Team } from '#platform/store/generated/client.ts'
import type { ItemStatus } from '#platform/store/generated/enums.ts'
import { stored } from '#platform/store/stored.ts'
import { currentSprint } from '#records/current-sprint.ts'
import { findItem, moveItem } from '#records/items.ts'
import { ownerBook, ownersOf } from '#records/owners.ts'
import { calendarOf, todayOf } from '#records/team-calendar.ts'
import { teamWorkdays, workdaysBetween } from '#records/team-workdays.ts'
import { shortSprintName } from '#wording/sprint-name.ts'
import { type Undo, undoMoveButton } from './ids.ts'
import type { MoveAnswer } from './item-moves.messages.ts'
import type { ItemBlocker, ItemCard } from './items.messages.ts'

/** The item's card. @throws SprintkeeperError `item-gone` when it is not there, or the plan has cut it */
export async function readItemCard(services: Services, itemId: string): Promise<ItemCard> {
  const { db, clock } = services
  const now = clock.now()
  const found = await db.item.findFirst({
    where: { id: itemId, removedAt: null },
    include: {
      team: { include: { daysOff: true } },
      sprint: true,
      blockers: { where: { state: { not: 'resolved' } }, orderBy: { number: 'asc' } },
      events: { where: { field: 'status' }, orderBy: { at: 'desc' }, take: 1 },
    },
  })
  if (!found)
    throw new SprintkeeperError(
      'item_gone',
      'That item is no longer in the plan.',
      '/sprint plan shows what is.',
    )
  const {
    team: { daysOff, ...team },
    sprint,
    blockers,
    events: [lastEvent],
    ...item
  } = found
  const owners = ownersOf(await ownerBook(db, team.id, [item]), item)
  const mover = lastEvent?.personId ? await db.person.findFirst({ where: { id: lastEvent.personId } }) : null
  const oldest = [item.statusAt, ...blockers.map(({ raisedAt }) => raisedAt)].sort(
    (a, b) => Number(a) - Number(b),
  )
  const workdays = workdaysBetween(calendarOf(team, daysOff), oldest[0] ?? now, now)
  return {
    item,
    sprintName: sprint && shortSprintName(sprint.name, team.name),
    owners: { people: owners.people.map(({ slackUserId }) => slackUserId), unknown: owners.unknown },
    blockers: aged(blockers, workdays, now),
    dependsOn: await dependencies(db, team, item, now),
    tasks: tasksOf(item),
    since: {
      date: dayText(localOf(team.zone, item.statusAt).date),
      days: workingDaysSince(workdays, item.statusAt, now),
    },
    lastMove: lastEvent
      ? { from: lastEvent.from, by: mover?.slackUserId ?? (lastEvent.revisionId ? 'the plan' : null) }
      : null,
  }
}

/** The person's own items of the current sprint that are not finished. */
export async function ownOpenItems(services: Services, team: Team, person: Person): Promise<Item[]> {
  const { db, clock } = services
  const sprint = await currentSprint(db, team, todayOf(team, clock.now()))
  if (!sprint) return []
  const items = await db.item.findMany({
    where: { sprintId: sprint.id, removedAt: null, status: { notIn: ['done', 'dropped'] } },
    orderBy: { position: 'asc' },
  })
  const book = await ownerBook(db, team.id, items)
  return items.filter((item) => ownersOf(book, item).people.some(({ id }) => id === person.id))
}

/** Moves an item in a transaction of its own, and says what the mover should see. */
export async function moveOne(
  services: Services,
  input: { itemId: string; to: ItemStatus; person: Person },
): Promise<MoveAnswer> {
  const { itemId, to, person } = input
  const moved = await services.db.$transaction((tx) =>
    moveItem(tx, services, { itemId, to, personId: person.id }),
  )
  const took = moved.changed && moved.item.ownerId !== moved.ownerBefore
  const undo: Undo = { item: itemId, from: moved.from, to, ...(took ? { owner: moved.ownerBefore } : {}) }
  return {
    item: moved.item,
    from: moved.from,
    changed: moved.changed,
    took,
    blockers: await agedOf(services, moved.item, moved.openBlockers),
    undo: moved.changed ? undoMoveButton.encode(undo) : null,
  }
}

/** Takes a move back, if the item still is what the move made it. @throws SprintkeeperError when it moved on since */
export async function undoMove(services: Services, undo: Undo, person: Person): Promise<MoveAnswer> {
  const moved = await services.db.$transaction((tx) =>
    moveItem(tx, services, {
      itemId: undo.item,
      to: undo.from,
      expected: undo.to,
      personId: person.id,
      ...('owner' in undo ? { ownerId: undo.owner ?? null } : {}),
    }),
  )
  if (!moved.changed && moved.item.status !== undo.from)
    throw new SprintkeeperError(
      'moved_on',
      `${moved.item.key} has moved on since, so there is nothing to undo.`,
      `See it with /sprint item ${moved.item.key}.`,
    )
  const blockers = await agedOf(services, moved.item, moved.openBlockers)
  return { item: moved.item, from: moved.from, changed: moved.changed, took: false, blockers, undo: null }
}

async function agedOf({ db, clock }: Services, item: Item, blockers: Blocker[]): Promise<ItemBlocker[]> {
  if (blockers.length === 0) return []
  const team = await db.team.findFirstOrThrow({ where: { id: item.teamId } })
  const oldest = Math.min(...blockers.map(({ raisedAt }) => raisedAt.getTime()))
  return aged(blockers, await teamWorkdays(db, team, new Date(oldest), clock.now()), clock.now())
}

function aged(blockers: Blocker[], workdays: Workday[], now: Date): ItemBlocker[] {
  return blockers.map(({ id, number, text, severity, raisedAt }) => {
    return { id, number, text, severity, ageDays: workingDaysSince(workdays, raisedAt, now) }
  })
}

async function dependencies(db: Tx, team: Team, item: Item, now: Date): Promise<ItemCard['dependsOn']> {
  return Promise.all(
    item.dependsOn.slice(0, 20).map(async (key) => {
      const other = await findItem(db, team, key, now)
      return { key: other?.key ?? key, title: other?.title ?? null, status: other?.status ?? null }
    }),
  )
}

/** The tasks of the plan as they are stored. */
const tasksOf = ({ id, tasks }: Item): ItemCard['tasks'] =>
  stored(itemTasks, tasks, { table: 'Item', id, column: 'tasks' })
