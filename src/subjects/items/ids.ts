// The buttons and the select that move an item.
import { z } from 'zod'
import { ITEM_STATUSES } from '#domain/sprint/progress.ts'
import { carriedJson, carriedText, carriedWords, clickable, rowId } from '#platform/blocks/carried.ts'

export const itemStatus = z.enum(ITEM_STATUSES)

/** Moves the item to the status that is its part; carries the item's id. */
export const moveItemButton = clickable('item.move', carriedText(rowId), '/sprint item KEY')

/** Each option carries its status and the item. */
export const statusChoice = clickable(
  'item.status',
  carriedWords(z.object({ to: itemStatus, itemId: rowId }), ':'),
  '/sprint item KEY',
)

/** Carries the item's id. */
export const showItem = clickable('item.show', carriedText(rowId), '/sprint item KEY')

/** The item, what it was before, what it became, and whose it was when the owner changed. */
const undo = z.object({
  item: rowId,
  from: itemStatus,
  to: itemStatus,
  owner: rowId.nullable().optional(),
})
export type Undo = z.infer<typeof undo>

export const undoMoveButton = clickable('item.undo', carriedJson(undo), '/sprint item KEY')

/** The block of an item's card: one that only the asker sees is drawn anew after a click. */
const cardBlock = 'item.card.'
export const cardBlockOf = (itemId: string): string => `${cardBlock}${itemId}`
export const isCardBlock = (blockId: string): boolean => blockId.startsWith(cardBlock)
