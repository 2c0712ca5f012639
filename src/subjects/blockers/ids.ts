// The buttons and modals of blockers.
import { z } from 'zod'
import {
  type Carried,
  carriedJson,
  carriedText,
  clickable,
  modalOf,
  rowId,
} from '#platform/blocks/carried.ts'

/** What the form is filled with; without a team it is that of the channel. */
const prefilled = z.object({
  teamId: rowId.optional(),
  text: z.string().optional(),
  itemKey: z.string().optional(),
  itemId: rowId.optional(),
  /** The check-in that told of it. */
  checkInId: rowId.optional(),
})

/** Opens the form that raises a blocker. */
export const openBlockerForm = clickable('blocker.open', carriedJson(prefilled), '/sprint block')

const blockerId: Carried<string> = carriedText(rowId)

export const takeBlocker = clickable('blocker.take', blockerId, '/sprint blockers')
/** A part of its own where a message has one for each of several blockers. */
export const resolveBlocker = clickable('blocker.resolve', blockerId, '/sprint blockers')
export const escalateBlocker = clickable('blocker.escalate', blockerId, '/sprint blockers')

/** Its metadata: the team, and the check-in that told of it. */
export const raiseForm = modalOf(
  'blocker.raise',
  carriedJson(z.object({ teamId: rowId, checkInId: rowId.optional() })),
  '/sprint block',
  ['text', 'item', 'helper', 'severity'],
)
/** These two carry the blocker's id. */
export const resolveForm = modalOf('blocker.resolve', blockerId, '/sprint blockers', ['resolution'])
export const escalateForm = modalOf('blocker.escalate', blockerId, '/sprint blockers', ['reason', 'to'])

/** The blocks of buttons in the list that only the asker sees: drawn anew after a click. */
const listBlock = 'blocker.list.'
export const listBlockOf = (blockerIdOrEnd: string): string => `${listBlock}${blockerIdOrEnd}`
export const isListBlock = (blockId: string): boolean => blockId.startsWith(listBlock)
