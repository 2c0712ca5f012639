// The buttons and modals of a check-in; all carry the id of the stand-up's occurrence.
import { z } from 'zod'
import { ITEM_STATUSES } from '#domain/sprint/progress.ts'
import type { ItemStatus } from '#domain/sprint/types.ts'
import {
  carriedJson,
  carriedText,
  carriedWords,
  clickable,
  modalOf,
  readable,
  rowId,
} from '#platform/blocks/carried.ts'

const occurrenceId = carriedText(rowId)
const again = '/sprint standup'

export const answerStandUp = clickable('standup.answer', occurrenceId, again)
/** As `answerStandUp`, for who answered already. */
export const editCheckIn = clickable('standup.edit', occurrenceId, again)
export const skipStandUp = clickable('standup.skip', occurrenceId, again)

/** Counts in the person whom the answer to their reply names. */
export const countMeIn = clickable(
  'standup.join',
  carriedJson(z.object({ teamId: rowId, personId: rowId })),
  again,
)

export const checkInForm = modalOf('standup.answer', occurrenceId, again, ['done', 'today', 'blockers'])
export const skipForm = modalOf('standup.skip', occurrenceId, again, ['reason'])
/** The callback id of what stands in the form's place after an answer ahead. */
export const savedNotice = 'standup.saved'

/** The block of the line on what was missed: an edit finds it there in the message as it was posted. */
export const missedBlockId = 'standup.missed'

/** An item's select in the check-in, with the status that it showed at first. */
interface ItemSelect {
  itemId: string
  from: ItemStatus
}

const itemSelect = readable(
  carriedWords(z.object({ kind: z.literal('item'), itemId: rowId, from: z.enum(ITEM_STATUSES) }), '.'),
  'form',
  again,
)

export const itemBlockOf = ({ itemId, from }: ItemSelect): string =>
  itemSelect.encode({ kind: 'item', itemId, from })

/** What a block of the check-in is for; null: not for an item. @throws SprintkeeperError `stale_form` */
export function itemOfBlock(blockId: string): ItemSelect | null {
  if (!blockId.startsWith('item.')) return null
  const { itemId, from } = itemSelect.parse(blockId)
  return { itemId, from }
}
