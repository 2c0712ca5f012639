// The buttons and modals of days off and working hours.
import { carriedNothing, carriedText, clickable, modalOf, rowId } from '#platform/blocks/carried.ts'

export const openAwayForm = clickable('away.open', carriedNothing('add'), '/sprint away')

/** Takes days off back; carries the absence's id. */
export const removeAway = clickable('away.remove', carriedText(rowId), '/sprint away')

export const awayForm = modalOf('away.add', carriedNothing(''), '/sprint away', ['from', 'to', 'note'])
export const awayNotice = 'away.saved'

export const hoursForm = modalOf('hours.set', carriedNothing(''), '/sprint hours', [
  'zone',
  'start',
  'end',
  'days',
])
export const hoursNotice = 'hours.saved'
