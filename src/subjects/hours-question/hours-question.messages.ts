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
  switch (view.kind) {
    case 'moved':
      return `Do you work in *${slack}* now, as Slack says?`
    case 'assumed':
      return `Do you work in *${slack}*, as Slack says, or in *${zoneText(view.keptZone)}*, as *${safe(oneLine(view.teamName), 100)}* does?`
    case 'outside':
      return `Your last check-ins came at *${view.times.map((time) => safe(time, 20)).join(', ')}*. Do you still work ${view.now.start} to ${view.now.end}?`
  }
}

/** Asks, in a direct message, once; each of the two buttons says what it sets. */
export function hoursQuestion(view: HoursQuestionView): Content {
  const { questionId, kind, slackZone, keptZone, now } = view
  const keep =
    kind === 'assumed'
      ? `Use ${keptZone}`
      : kind === 'moved'
        ? `Keep ${keptZone}`
        : `Keep ${now.start} to ${now.end}`
  const keeps = keepHours.button(keep, questionId)
  const buttons = view.offersSlackZone
    ? [
        useSlackZone.button(`Use ${slackZone}`, questionId, kind === 'outside' ? {} : { style: 'primary' }),
        keeps,
      ]
    : [keeps, openHoursForm.button('Set my hours')]
  const text = says(view)
  return message(text.replaceAll('*', ''), [
    section(`:clock9: ${text}`),
    context(`Until you answer, ${hoursText(now)} counts; \`/sprint hours\` changes it at any time.`),
    actions('hours.question', buttons),
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
