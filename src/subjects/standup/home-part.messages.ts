// The stand-up in App Home: the button that answers it, and until when.
import { context } from '#platform/blocks/blocks.ts'
import { dayTimeText, timeText } from '#platform/blocks/when.ts'
import type { HomeShown } from '#subjects/subject.ts'
import { answerStandUp, editCheckIn } from './ids.ts'

/** The stand-up that the person can answer. */
export interface OwnStandUp {
  occurrenceId: string
  open: boolean
  opensAt: Date
  closesAt: Date
  answered: boolean
}

/** @param zone IANA, the person's */
export function standUpInHome(standUp: OwnStandUp, zone: string): HomeShown {
  const { occurrenceId, open, answered } = standUp
  const answer = answered
    ? editCheckIn.button('Edit my check-in', occurrenceId)
    : answerStandUp.button(
        open ? 'Check in' : 'Check in ahead',
        occurrenceId,
        open ? { style: 'primary' } : {},
      )
  return { buttons: [answer], blocks: [context(lineOf(standUp, zone))] }
}

function lineOf({ open, answered, opensAt, closesAt }: OwnStandUp, zone: string): string {
  const until = `until ${timeText(closesAt, zone)}`
  if (answered) return `✅ You have checked in. You can edit it ${until}.`
  return open ? `🟢 The stand-up is open ${until}.` : `The next stand-up opens ${dayTimeText(opensAt, zone)}.`
}
