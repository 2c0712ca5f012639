// The buttons and the modal of the register of risks.
import { z } from 'zod'
import {
  type Carried,
  carriedText,
  carriedWords,
  clickable,
  modalOf,
  rowId,
} from '#platform/blocks/carried.ts'

/** A digest that was posted: its key in the outbox, and the sprint that it is about. */
export interface PostedDigest {
  sprintId: string
  messageKey: string
}

interface RiskIn {
  riskId: string
  /** That it stands in; null: none that was posted. */
  digest: PostedDigest | null
}

const words = carriedWords(
  z.object({ riskId: rowId, sprintId: rowId.optional(), messageKey: z.string().min(1).optional() }),
)

const riskIn: Carried<RiskIn> = {
  encode: ({ riskId, digest }) => words.encode({ riskId, ...digest }),
  parse(text) {
    const { riskId, sprintId, messageKey } = words.parse(text)
    return { riskId, digest: sprintId && messageKey ? { sprintId, messageKey } : null }
  },
}

/** Opens the form; carries the sprint's id. */
export const openRiskForm = clickable('risk.open', carriedText(rowId), '/sprint risks')
export const closeRiskButton = clickable('risk.close', riskIn, '/sprint risks')
export const reopenRiskButton = clickable('risk.reopen', riskIn, '/sprint risks')

/** Its metadata is the sprint's id. */
export const riskForm = modalOf('risk.add', carriedText(rowId), '/sprint risks', [
  'title',
  'likelihood',
  'impact',
  'mitigation',
  'owner',
])
