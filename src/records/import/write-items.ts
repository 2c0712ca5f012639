// A plan's items → rows and their history. What people did (status, owner, blockers) stays with the item.
import { isDeepStrictEqual } from 'node:util'
import type { Plan } from '#domain/plan-file.ts'
import { type ItemPairs, type Placed, placedItems } from '#plan/match-items.ts'
import { likeness, titleOf } from '#plan/similarity.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Item, Prisma, Sprint } from '#platform/store/generated/client.ts'
import { estimateWord, moveEvents, type NewEvent } from './events.ts'
import { itemColumns } from './item-row.ts'
import type { SprintRows } from './write-sprints.ts'

export interface ItemTarget {
  workspaceId: string
  teamId: string
  sourceId: string
  revisionId: string
  /** The first revision: its items are the baseline, and have no `added` events. */
  first: boolean
}

/** Rows written at a time: PostgreSQL takes 65,535 parameters a statement, and an item has some thirty columns. */
const rowsAtATime = 1000

export interface ItemsToWrite {
  plan: Plan
  sprints: SprintRows
  /** Old → new, of the revision before; empty for the first. */
  pairs: ItemPairs
}

/** Writes the items of a plan. */
export async function writeItems(
  tx: Tx,
  services: Services,
  target: ItemTarget,
  { plan, sprints, pairs }: ItemsToWrite,
): Promise<void> {
  const now = services.clock.now()
  const known = await tx.item.findMany({ where: { sourceId: target.sourceId }, include: { sprint: true } })
  const byKey = new Map(known.map((row) => [row.key, row]))
  // By item: `pairs` has its own Placed objects.
  const oldKeys = new Map([...pairs].map(([old, { item }]) => [item, old.item.key]))
  const events: NewEvent[] = []
  const created: Prisma.ItemCreateManyInput[] = []
  const fresh: { key: string; placed: Placed }[] = []
  const kept = new Set<string>()
  const isHistory = (row: Item) => row.sprintId !== null && sprints.history.has(row.sprintId)
  const placed = placedItems(plan).map((place) => {
    const oldKey = oldKeys.get(place.item)
    const row = byKey.get(oldKey ?? place.item.key)
    if (oldKey !== undefined || !row) return { place, row: row ?? null }
    // A new item takes up the row of one that was removed, or that stands in a sprint that is over, if it is the same.
    const isBack = (row.removedAt !== null || isHistory(row)) && isSame(row, place)
    return { place, row: isBack ? row : null }
  })
  await freeKeys(tx, known, placed)
  for (const { place, row } of placed) {
    const sprint = place.sprint ? (sprints.rows.get(place.sprint) ?? null) : null
    if (!row) {
      created.push({
        ...itemColumns(place.item),
        workspaceId: target.workspaceId,
        teamId: target.teamId,
        sourceId: target.sourceId,
        sprintId: sprint?.id ?? null,
        position: place.position,
        status: place.item.status ?? 'backlog',
        createdAt: now,
        statusAt: now,
      })
      fresh.push({ key: place.item.key, placed: place })
      continue
    }
    kept.add(row.id)
    events.push(...(await updateItem(tx, row, place, sprint, now)))
  }
  for (let from = 0; from < created.length; from += rowsAtATime)
    await tx.item.createMany({ data: created.slice(from, from + rowsAtATime) })
  events.push(...(await addedEvents(tx, target, sprints, fresh)))
  const gone = known.filter((row) => !row.removedAt && !kept.has(row.id) && !isHistory(row))
  events.push(...(await removeItems(tx, gone, now)))
  const { workspaceId, teamId, revisionId } = target
  const rows = events.map((event) => ({ ...event, workspaceId, teamId, revisionId, at: now }))
  for (let from = 0; from < rows.length; from += rowsAtATime)
    await tx.itemEvent.createMany({ data: rows.slice(from, from + rowsAtATime) })
}

/** A stated key names its item for good; a made one is given out again, and then the titles decide. */
function isSame(row: Item, { item }: Placed): boolean {
  if (row.keyStated && item.keyStated) return true
  return likeness(titleOf(row.title), titleOf(item.title)) >= sameTitleFrom
}

const sameTitleFrom = 0.6

/** A row whose key another item has from now on gives it up, whether it is removed or gets another key itself. */
async function freeKeys(tx: Tx, known: Item[], placed: { place: Placed; row: Item | null }[]): Promise<void> {
  const holders = new Map(placed.map(({ place, row }) => [place.item.key, row?.id]))
  for (const row of known) {
    if (!holders.has(row.key) || holders.get(row.key) === row.id) continue
    await tx.item.update({ where: { id: row.id }, data: { key: `${row.key} · ${row.id}` } })
  }
}

async function updateItem(
  tx: Tx,
  row: Item & { sprint: Sprint | null },
  { item, position }: Placed,
  sprint: Sprint | null,
  now: Date,
): Promise<NewEvent[]> {
  const columns = itemColumns(item)
  const events: NewEvent[] = []
  const sprintId = sprint?.id ?? null
  const change = (field: NewEvent['field'], from: string | null, to: string | null) => {
    if (from !== to) events.push({ itemId: row.id, sprintId, field, from, to })
  }
  const estimate = estimateWord(item.estimate)
  if (row.removedAt) events.push({ itemId: row.id, sprintId, field: 'added', from: null, to: estimate })
  else if (row.sprintId !== sprintId) events.push(...moveEvents(row.id, row.sprint, sprint))
  change(
    'estimate',
    row.estimateSize ?? (row.estimateValue === null ? null : String(row.estimateValue)),
    estimate,
  )
  change('title', row.title, item.title)
  change('owner', row.assignees.join(', ') || null, item.assignees.join(', ') || null)
  // The plan's word counts when it is a new word: what people did since an old one stays.
  const status = item.status !== row.planStatus && item.status !== null ? item.status : row.status
  change('status', row.status, status)
  const data = { ...columns, sprintId, position, removedAt: null, status }
  const statusAt = status === row.status ? {} : { statusAt: now }
  // Most edits of a plan leave most of its items as they are.
  if (!says(row, data)) await tx.item.update({ where: { id: row.id }, data: { ...data, ...statusAt } })
  return events
}

const says = (row: Item, data: object): boolean =>
  Object.entries(data).every(([name, value]) => isDeepStrictEqual(row[name as keyof Item], value))

/** Items that came later than their sprint: scope that grew. */
async function addedEvents(
  tx: Tx,
  target: ItemTarget,
  sprints: SprintRows,
  fresh: { key: string; placed: Placed }[],
): Promise<NewEvent[]> {
  const grown = fresh.filter(
    ({ placed }) => !target.first && !(placed.sprint && sprints.added.has(placed.sprint)),
  )
  if (grown.length === 0) return []
  const rows = await tx.item.findMany({
    where: { sourceId: target.sourceId, key: { in: grown.map(({ key }) => key) } },
    select: { id: true, key: true, sprintId: true },
  })
  const byKey = new Map(rows.map((row) => [row.key, row]))
  return grown.flatMap(({ key, placed }) => {
    const row = byKey.get(key)
    if (!row) return []
    const to = estimateWord(placed.item.estimate)
    return [{ itemId: row.id, sprintId: row.sprintId, field: 'added' as const, from: null, to }]
  })
}

async function removeItems(tx: Tx, gone: Item[], now: Date): Promise<NewEvent[]> {
  if (gone.length === 0) return []
  await tx.item.updateMany({ where: { id: { in: gone.map(({ id }) => id) } }, data: { removedAt: now } })
  return gone.map((row) => ({
    itemId: row.id,
    sprintId: row.sprintId,
    field: 'removed' as const,
    from: row.estimateSize ?? (row.estimateValue === null ? null : String(row.estimateValue)),
    to: null,
  }))
}
