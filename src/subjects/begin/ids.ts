// The button that opens the form of /sprint begin, and the form.
import { carriedNothing, carriedText, clickable, modalOf, rowId } from '#platform/blocks/carried.ts'

/** Carries the sprint's id. */
export const openBegin = clickable('begin.open', carriedText(rowId), '/sprint begin')

export const beginForm = modalOf('begin.sprint', carriedNothing(''), '/sprint begin', [
  'sprint',
  'start',
  'weeks',
  'end',
  'following',
])

/** The callback id of what stands in the form's place afterwards. */
export const begunNotice = 'begin.done'
