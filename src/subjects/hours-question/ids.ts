// The buttons that answer the question of hours, and the one that opens the form of /sprint hours.
import { carriedNothing, carriedText, clickable, rowId } from '#platform/blocks/carried.ts'

/** These two carry the question's id. */
export const useSlackZone = clickable('hours.use', carriedText(rowId), '/sprint hours')
export const keepHours = clickable('hours.keep', carriedText(rowId), '/sprint hours')

export const openHoursForm = clickable('hours.open', carriedNothing('open'), '/sprint hours')
