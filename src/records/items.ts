// Items by their keys, and their way through the sprint: every move is written with its event, in one transaction.

import { distance } from 'fastest-levenshtein'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Blocker, Item, Sprint, Team } from '#platform/store/generated/client.ts'
import type { ItemStatus } from '#platform/store/generated/enums.ts'
import { currentSprint } from './current-sprint.ts'
import { ownerBook, ownersOf } from './owners.ts'
import { todayOf } from './team-calendar.ts'

type TeamRef = Pick<Team, 'id' | 'zone'>

export interface Move {
  itemId: string
  to: ItemStatus
  /** Who moves it; null: nobody of ours (a retro of the data, an import). */
  personId: string | null
  /** Only if the item still has this status: a button may be old. */
  expected?: ItemStatus
  /** Sets the owner too (null: nobody). Left out: whoever starts an item that no known person owns takes it. */
  ownerId?: string | null
}

export interface Moved {
  /** As it is now. */
  item: Item
  from: ItemStatus
  /** False: the item had that status already, or not the expected one; nothing was written. */
  changed: boolean
  /** The owner before; null: the plan's assignees held. */
  ownerBefore: string | null
  /** Blockers of the item that are not resolved. */
  openBlockers: Blocker[]
}

/**
 * The team's item of a key, in any case, with or without "#". The current sprint's comes first, then that of the sprint
 * that begins last; the backlog's comes last. Null when no item in force has the key.
 */
export async function findItem(db: Tx, team: TeamRef, key: string, now: Date): Promise<Item | null> {
  const wanted = bare(key)
  if (wanted === '') return null
  const isWanted = (item: { key: string }) => bare(item.key) === wanted
  // As it is written nearly always; only a key with spaces or quotes of its own needs all of the team's.
  const written = (await keysOf(db, team.id, [wanted, `#${wanted}`])).filter(isWanted)
  const matching = written.length ? written : (await keysOf(db, team.id)).filter(isWanted)
  const current = matching.length > 1 ? await currentSprint(db, team, todayOf(team, now)) : null
  const rank = (item: { sprint: KeySprint | null }) =>
    item.sprint === null ? 2 : item.sprint.id === current?.id ? 0 : 1
  const begins = (item: { sprint: KeySprint | null }) => item.sprint?.start?.getTime() ?? 0
  const [first] = matching.sort((a, b) => rank(a) - rank(b) || begins(b) - begins(a))
  return first ? db.item.findFirst({ where: { id: first.id } }) : null
}

/** An item that a mistyped key may have meant. */
export interface NearItem {
  key: string
  title: string
}

/**
 * The team's items whose keys are most like `key`, at most `count`: the same number first ("412" finds HP-412), then by
 * letters; of equal likeness the current sprint's open ones.
 */
export async function nearestItems(
  db: Tx,
  team: TeamRef,
  key: string,
  now: Date,
  count = 4,
): Promise<NearItem[]> {
  const wanted = bare(key)
  const number = /\d+$/.exec(wanted)?.[0]
  const current = await currentSprint(db, team, todayOf(team, now))
  const unlike = (each: string) => {
    const own = bare(each)
    const letters = distance(own, wanted)
    return number !== undefined && /\d+$/.exec(own)?.[0] === number ? letters - own.length : letters
  }
  const all = (await keysOf(db, team.id)).map(({ key: own, title, sprint, status }) => {
    const isAtHand = sprint?.id === current?.id && status !== 'done' && status !== 'dropped'
    return { key: own, title, unlike: unlike(own), rank: isAtHand ? 0 : 1 }
  })
  const sorted = all.sort((a, b) => a.unlike - b.unlike || a.rank - b.rank)
  const firstOfKey = new Map<string, NearItem>()
  for (const { key: own, title } of sorted) if (!firstOfKey.has(own)) firstOfKey.set(own, { key: own, title })
  return [...firstOfKey.values()].slice(0, count)
}

/**
 * Moves an item: status, its instant, the owner, and an event for each. The item's row is the lock.
 *
 * @throws SprintkeeperError `item-gone` when it is not there, or the plan has cut it
 */
export async function moveItem(tx: Tx, services: Services, move: Move): Promise<Moved> {
  await tx.$queryRaw`select id from "Item" where id = ${move.itemId}::uuid for update`
  const item = await tx.item.findFirst({ where: { id: move.itemId, removedAt: null } })
  if (!item)
    throw new SprintkeeperError(
      'item_gone',
      'That item is no longer in the plan.',
      '/sprint plan shows what is.',
    )
  const openBlockers = await tx.blocker.findMany({
    where: { itemId: item.id, state: { not: 'resolved' } },
    orderBy: { number: 'asc' },
  })
  const unchanged = { item, from: item.status, changed: false, ownerBefore: item.ownerId, openBlockers }
  if (item.status === move.to || (move.expected && item.status !== move.expected)) return unchanged
  const takes = move.to === 'in_progress' && (await hasNoOwner(tx, item))
  const ownerId = move.ownerId !== undefined ? move.ownerId : takes ? move.personId : item.ownerId
  const moved = await tx.item.update({
    where: { id: item.id },
    data: { status: move.to, statusAt: services.clock.now(), ownerId },
  })
  const { personId } = move
  await writeEvent(tx, services, item, { field: 'status', from: item.status, to: move.to, personId })
  if (ownerId !== item.ownerId) {
    const [from, to] = [await nameOf(tx, item.ownerId), await nameOf(tx, ownerId)]
    await writeEvent(tx, services, item, { field: 'owner', from, to, personId })
  }
  return { ...unchanged, item: moved, changed: true }
}

async function writeEvent(
  tx: Tx,
  { workspaceId, clock }: Services,
  { id: itemId, teamId, sprintId }: Item,
  change: { field: 'status' | 'owner'; from: string | null; to: string | null; personId: string | null },
): Promise<void> {
  const at = clock.now()
  await tx.itemEvent.create({ data: { workspaceId, teamId, itemId, sprintId, at, ...change } })
}

async function hasNoOwner(tx: Tx, item: Item): Promise<boolean> {
  return ownersOf(await ownerBook(tx, item.teamId, [item]), item).people.length === 0
}

async function nameOf(tx: Tx, personId: string | null): Promise<string | null> {
  if (personId === null) return null
  return (await tx.person.findFirst({ where: { id: personId } }))?.name ?? null
}

type KeySprint = Pick<Sprint, 'id' | 'start'>

/** The team's items by key; with `like` those of these keys, in any case, and perhaps a few that look like them. */
function keysOf(db: Tx, teamId: string, like?: string[]) {
  const key = like?.map((equals) => ({ key: { equals, mode: 'insensitive' as const } }))
  return db.item.findMany({
    where: { teamId, removedAt: null, ...(key ? { OR: key } : {}) },
    select: {
      ...{ id: true, key: true, title: true, status: true },
      sprint: { select: { id: true, start: true } },
    },
    orderBy: { position: 'asc' },
  })
}

/** A key as it is compared: without "#", quotes and case. */
const bare = (key: string): string => key.replace(/[\s`'"#]/g, '').toLowerCase()
