// What a blocker does to its item: blocked while it stands, and back to what it was when it is resolved.

import { safe } from '#platform/blocks/text.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Blocker, Item } from '#platform/store/generated/client.ts'
import type { ItemStatus } from '#platform/store/generated/enums.ts'
import { moveItem } from '#records/items.ts'
import { ownerBook, ownersOf } from '#records/owners.ts'
import { statusLabel } from '#wording/marks.ts'
import { blockerName } from './blockers.messages.ts'

/** Makes the item blocked; the status is what it should get back: the one before the first of its open blockers. */
export async function blockItem(
  tx: Tx,
  services: Services,
  itemId: string,
  personId: string,
): Promise<{ item: Item; status: ItemStatus }> {
  const { item, from, openBlockers } = await moveItem(tx, services, { itemId, to: 'blocked', personId })
  const remembered = openBlockers.find(({ itemStatus }) => itemStatus !== null)?.itemStatus
  return { item, status: from === 'blocked' ? (remembered ?? from) : from }
}

/** Gives a blocked item its status back, unless another blocker holds it or somebody has moved it since. */
export async function unblockItem(tx: Tx, services: Services, blocker: Blocker): Promise<string | null> {
  const item = blocker.itemId
    ? await tx.item.findFirst({ where: { id: blocker.itemId, removedAt: null, status: 'blocked' } })
    : null
  if (!item) return null
  const key = `*${safe(item.key, 60)}*`
  const others = await tx.blocker.findMany({
    where: { itemId: item.id, state: { not: 'resolved' }, id: { not: blocker.id } },
    orderBy: { number: 'asc' },
  })
  if (others.length) return `${key} stays blocked by ${others.map(blockerName).join(', ')}.`
  const to = await statusAfter(tx, blocker, item)
  // It follows from the resolution: whoever resolved the blocker has not worked on the item.
  await moveItem(tx, services, {
    itemId: item.id,
    to,
    personId: null,
    expected: 'blocked',
    ownerId: item.ownerId,
  })
  return `${key} is back: ${statusLabel(to)}.`
}

/** An item that was blocked before anybody raised a blocker was in work if it has an owner, else ready. */
async function statusAfter(tx: Tx, blocker: Blocker, item: Item): Promise<ItemStatus> {
  if (blocker.itemStatus && blocker.itemStatus !== 'blocked') return blocker.itemStatus
  const { people } = ownersOf(await ownerBook(tx, item.teamId, [item]), item)
  return people.length ? 'in_progress' : 'ready'
}
