// The one question whether a person's zone and working hours are right, and what becomes of it.

import type { HoursDifference } from '#domain/calendar/hours-difference.ts'
import { actions, context, message, section } from '#platform/blocks/blocks.ts'
import { oneLine, safe } from '#platform/blocks/text.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { type HoursView, hoursText } from '#wording/hours.ts'
import { keepHours, openHoursForm, useSlackZone } from './ids.ts'

export interface HoursQuestionView {
  questionId: string
  kind: HoursDifference['kind']
  /** IANA. */
  slackZone: string
  /** What counts until they answer. */
  now: HoursView
  /** The team's zone where nothing was said, else the zone that counts. */
  keptZone: string
  teamName: string
  /** `outside`: when they checked in lately, in `now.zone`. */
  times: string[]
  /** Whether Slack's zone is another than the one that counts. */
  offersSlackZone: boolean
}

const zoneText = (zone: string): string => safe(oneLine(zone), 60)

function says(view: HoursQuestionView): string {
  const slack = zoneText(view.slackZone)
  const counted = hoursText(view.now)
  switch (view.kind) {
    case 'moved':
      return `Slack says that you are in *${slack}* now. Your working hours here are *${counted}*.`
    case 'assumed':
      return `*${safe(oneLine(view.teamName), 100)}* keeps the time of *${zoneText(view.keptZone)}*, and Slack says that you are in *${slack}*. You never said your working hours, so I assume *${counted}*.`
    case 'outside':
      return `Your last check-ins came at *${view.times.map((time) => safe(time, 20)).join(', ')}*, and your working hours here are *${counted}*.`
  }
}

/** Asks, in a direct message; every button says what it sets. */
export function hoursQuestion(view: HoursQuestionView): Content {
  const { questionId, kind, slackZone, keptZone, now } = view
  const use = useSlackZone.button(
    `Use ${slackZone}`,
    questionId,
    kind === 'outside' ? {} : { style: 'primary' },
  )
  const keep =
    kind === 'assumed'
      ? `Use ${keptZone}`
      : kind === 'moved'
        ? `Keep ${keptZone}`
        : `Keep ${now.start} to ${now.end}`
  const text = says(view)
  return message(`Are your working hours right? ${text.replaceAll('*', '')}`, [
    section(`:clock9: ${text} Which is right?`),
    context(
      'You are reminded and asked within these hours. Until you answer, nothing changes; I ask this once.',
    ),
    actions('hours.question', [
      ...(view.offersSlackZone ? [use] : []),
      keepHours.button(keep, questionId),
      openHoursForm.button('Set my hours'),
    ]),
  ])
}

/** Takes the question's place once it is answered; `null`: the reason to ask is gone. */
export function hoursQuestionSettled(hours: HoursView | null): Content {
  const text = hours
    ? `:white_check_mark: Your working hours: *${hoursText(hours)}*.`
    : ':white_check_mark: Your working hours needed no change after all.'
  return message(text.replaceAll('*', ''), [
    section(text),
    actions('hours.actions', [openHoursForm.button(hours ? 'Change' : 'Show my hours')]),
  ])
}
