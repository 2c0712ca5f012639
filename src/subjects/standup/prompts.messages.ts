// Direct messages of a stand-up: the one reminder, the question ahead, and what becomes of both once answered.

import type { LocalDate } from '#domain/calendar/types.ts'
import { actions, context, message, section } from '#platform/blocks/blocks.ts'
import { oneLine, safe } from '#platform/blocks/text.ts'
import { dayText, dayTimeText, timeText } from '#platform/blocks/when.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { openHoursForm } from '#subjects/hours-question/index.ts'
import { editButton } from './check-in.messages.ts'
import { answerStandUp, skipStandUp } from './ids.ts'
import { standUpTitle } from './standup.messages.ts'
import type { StandUpView } from './standup-shown.ts'

/** The one reminder, in a direct message. */
export function reminder(view: StandUpView, teamName: string): Content {
  const until = timeText(view.closesAt, view.zone)
  const title = standUpTitle(view)
  return message(`${safe(teamName, 100)} is still missing your check-in. ${title} is open until ${until}.`, [
    section(
      `:wave: *${safe(teamName, 100)}* has not heard from you today. The stand-up is open until *${until}*; two lines are enough.`,
    ),
    context(`${title} · this is the only reminder`),
    actions('standup.reminder', [
      answerStandUp.button('Check in', view.occurrenceId, { style: 'primary' }),
      skipStandUp.button('Skip today', view.occurrenceId),
    ]),
  ])
}

/** What becomes of the reminder of one who did not answer, once the stand-up has closed. */
export function closedReminder(view: StandUpView): Content {
  const says = `${standUpTitle(view)} closed at ${timeText(view.closesAt, view.zone)} without your check-in. A late line still helps the others.`
  return message(says, [
    section(`:hourglass: ${says}`),
    actions('standup.reminder', [answerStandUp.button('Check in late', view.occurrenceId)]),
  ])
}

/** And once the next stand-up has opened: nothing is asked any more. */
export function overReminder(view: StandUpView): Content {
  const says = `${standUpTitle(view)} is over.`
  return message(says, [context(says)])
}

/** What becomes of a reminder or a question once the person has answered or skips. */
export function settledPrompt(
  occurrenceId: string,
  date: LocalDate,
  outcome: 'answered' | 'skipped',
): Content {
  const says =
    outcome === 'answered'
      ? `:white_check_mark: You have checked in for ${dayText(date)}. Thank you.`
      : `:fast_forward: You skip the stand-up of ${dayText(date)}.`
  const change =
    outcome === 'answered'
      ? editButton(occurrenceId)
      : answerStandUp.button('Check in after all', occurrenceId)
  return message(says, [section(says), actions('standup.settled', [change])])
}

/** Asks somebody whose working hours the stand-up does not meet, before it opens. */
export function askAheadMessage(view: StandUpView, teamName: string, ownZone: string): Content {
  const opens = dayTimeText(view.opensAt, ownZone)
  const title = standUpTitle(view)
  return message(`${title} of ${safe(teamName, 100)} opens ${opens} your time. You can answer ahead.`, [
    section(
      `:crescent_moon: The next stand-up of *${safe(teamName, 100)}* opens outside your working hours: *${opens}*, your time. Two lines now, and it is posted for you when it opens.`,
    ),
    context(`${title} · nobody reminds you later on`),
    actions('standup.ahead', [
      answerStandUp.button('Answer ahead', view.occurrenceId, { style: 'primary' }),
      skipStandUp.button('Skip it', view.occurrenceId),
      openHoursForm.button('Not my hours?'),
    ]),
  ])
}

/** Tells who answered ahead that the stand-up is off. `why` is the occurrence's reason: "skipped: Thursday is a holiday (…)". */
export function answerNotPosted(date: LocalDate, teamName: string, why: string | null): Content {
  const name = safe(oneLine(teamName), 100)
  const reason = why ? `: ${safe(oneLine(why.replace(/^skipped: /, '')), 300)}` : ''
  const says = `The stand-up of ${name} on ${dayText(date)} is not held any more${reason}. The answer that you gave ahead is not posted.`
  return message(says, [section(`:calendar: ${says}`)])
}
