// The buttons and modals of decisions.
import { carriedNothing, carriedText, clickable, modalOf, rowId } from '#platform/blocks/carried.ts'

/** Opens the form that asks for one. */
export const openAsking = clickable('decision.open', carriedNothing('new'), '/sprint decide')

/** Opens the form that records what was decided; carries the decision's id. */
export const openAnswer = clickable('decision.answer', carriedText(rowId), '/sprint decide')

/** Its metadata is the team's id. */
export const askForm = modalOf('decision.ask', carriedText(rowId), '/sprint decide', ['question'])

/** Its metadata is the decision's id. */
export const answerForm = modalOf('decision.answered', carriedText(rowId), '/sprint decide', ['answer'])
