// The items of a check-in: what a person may move, and what they moved since their last one.
import { DAY_MILLIS } from '#domain/calendar/dates.ts'
import type { Tx } from '#platform/store/client.ts'
import type { CheckIn, Item, Occurrence } from '#platform/store/generated/client.ts'
import type { ItemStatus } from '#platform/store/generated/enums.ts'
import { ownerBook, ownersOf } from '#records/owners.ts'

export interface ItemMove {
  personId: string
  key: string
  title: string
  from: ItemStatus
  to: ItemStatus
}

/** What is under way stands first. */
const order: ItemStatus[] = ['in_progress', 'in_review', 'blocked', 'ready', 'backlog']
/** Over a long weekend yesterday's plan still is one. */
const lastPlanDays = 5
/** A check-in older than this is no longer "the last one". */
const lastCheckInDays = 31

/** The person's items in the sprint that are not finished: taken in Slack, or theirs by the plan's names. */
export async function movableItems(
  tx: Tx,
  { teamId, sprintId }: Pick<Occurrence, 'teamId' | 'sprintId'>,
  personId: string,
): Promise<Item[]> {
  const items = await tx.item.findMany({
    where: { sprintId, removedAt: null, status: { in: order } },
    orderBy: { position: 'asc' },
  })
  const book = await ownerBook(tx, teamId, items)
  const own = items.filter((item) => ownersOf(book, item).people.some(({ id }) => id === personId))
  return own.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
}

/**
 * The person's answer at the team's stand-up before this one, with its date: what was planned longer ago is no longer what
 * comes today. Null where they gave none.
 */
export async function lastAnswer(
  tx: Tx,
  { teamId, opensAt }: Pick<Occurrence, 'teamId' | 'opensAt'>,
  personId: string,
): Promise<(CheckIn & { occurrence: Occurrence }) | null> {
  const since = new Date(opensAt.getTime() - lastPlanDays * DAY_MILLIS)
  const before = await tx.occurrence.findFirst({
    where: {
      teamId,
      kind: 'standup',
      opensAt: { lt: opensAt, gte: since },
      state: { in: ['open', 'closed'] },
    },
    orderBy: { opensAt: 'desc' },
  })
  if (!before) return null
  return tx.checkIn.findFirst({
    where: { personId, skipped: null, occurrenceId: before.id },
    include: { occurrence: true },
  })
}

/**
 * What each of the check-ins' people moved since the check-in before (or the team's stand-up before, for those who gave
 * none) until this one was last written. An item that went several ways counts once, from its first status to its last.
 */
export async function movesOf(tx: Tx, occurrence: Occurrence, checkIns: CheckIn[]): Promise<ItemMove[]> {
  if (checkIns.length === 0) return []
  const { teamId, opensAt } = occurrence
  const people = checkIns.map(({ personId }) => personId)
  const earliest = new Date(opensAt.getTime() - lastCheckInDays * DAY_MILLIS)
  const before = { teamId, kind: occurrence.kind, opensAt: { lt: opensAt, gte: earliest } }
  const previous = await tx.occurrence.findFirst({
    where: { ...before, state: { in: ['open', 'closed'] } },
    orderBy: { opensAt: 'desc' },
  })
  const given = await tx.checkIn.findMany({
    where: { personId: { in: people }, occurrence: before },
    orderBy: { occurrence: { opensAt: 'asc' } },
  })
  const since = new Map(given.map(({ personId, updatedAt }) => [personId, updatedAt]))
  const until = new Map(checkIns.map(({ personId, updatedAt }) => [personId, updatedAt]))
  const from = (personId: string) => since.get(personId) ?? previous?.opensAt ?? earliest
  const first = new Date(Math.min(...people.map((personId) => from(personId).getTime())))
  const events = await tx.itemEvent.findMany({
    where: { teamId, field: 'status', personId: { in: people }, at: { gt: first } },
    include: { item: { select: { key: true, title: true } } },
    orderBy: { at: 'asc' },
  })
  const moves = new Map<string, ItemMove>()
  for (const { personId, itemId, at, from: old, to, item } of events) {
    if (!personId || !old || !to || at <= from(personId) || at > (until.get(personId) ?? at)) continue
    const id = `${personId} ${itemId}`
    const known = moves.get(id)
    const start = known?.from ?? (old as ItemStatus)
    moves.set(id, { personId, key: item.key, title: item.title, from: start, to: to as ItemStatus })
  }
  return [...moves.values()].filter((move) => move.from !== move.to)
}
