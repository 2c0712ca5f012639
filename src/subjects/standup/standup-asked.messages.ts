// The answers to /sprint standup, for the person who asked.

import type { Button } from '@slack/types'
import { actions, context, header, message, section } from '#platform/blocks/blocks.ts'
import { safe } from '#platform/blocks/text.ts'
import { dayTimeText, timeText } from '#platform/blocks/when.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { editButton } from './check-in.messages.ts'
import { answerStandUp, skipStandUp } from './ids.ts'
import { standUpTitle } from './standup.messages.ts'
import { countText, rollLines } from './standup-roll.messages.ts'
import type { StandUpView } from './standup-shown.ts'

/** Where a stand-up stands and what the asker can do, for the person who asked with `/sprint standup`. */
export function standUpForAsker(
  view: StandUpView,
  own: 'answered' | 'skipped' | 'missing' | 'not a member',
  teamName: string,
): Content {
  const title = standUpTitle(view)
  const says = {
    answered: ':white_check_mark: You have checked in.',
    skipped: ':fast_forward: You skip this one.',
    missing: view.phase === 'planned' ? 'You can answer ahead.' : 'Your check-in is still missing.',
    'not a member': `You are not a member of ${safe(teamName, 100)}. Its facilitators add people in \`/sprint team\`.`,
  }[own]
  const when = {
    planned: `Opens ${dayTimeText(view.opensAt, view.zone)}`,
    open: `Open until ${timeText(view.closesAt, view.zone)}`,
    closed: `Closed at ${timeText(view.closesAt, view.zone)}`,
    over: `Closed at ${timeText(view.closesAt, view.zone)}`,
  }[view.phase]
  const roll = view.phase === 'planned' ? [] : [`*${countText(view)}*`, ...rollLines(view)]
  const buttons = askerButtons(view, own)
  return message(`${title}. ${when}. ${says}`, [
    header(title),
    section(says),
    ...(roll.length ? [section(roll.join('\n'))] : []),
    context(`${safe(teamName, 100)} · ${when}`),
    ...(buttons.length ? [actions('standup.asker', buttons)] : []),
  ])
}

function askerButtons({ occurrenceId, phase }: StandUpView, own: string): Button[] {
  const skip = phase === 'closed' || phase === 'over' ? [] : [skipStandUp.button('Skip it', occurrenceId)]
  if (own === 'answered') return [editButton(occurrenceId)]
  if (own === 'skipped') return [answerStandUp.button('Check in after all', occurrenceId)]
  if (own !== 'missing' || phase === 'over') return []
  const label = { planned: 'Answer ahead', open: 'Check in', closed: 'Check in late' }[phase]
  return [answerStandUp.button(label, occurrenceId, { style: 'primary' }), ...skip]
}

/** For a team with no stand-up on its calendar. */
export function noStandUp(teamName: string): Content {
  const text = `No stand-up of ${safe(teamName, 100)} is planned.`
  return message(text, [
    section(
      `${text}\nA sprint with dates brings its stand-ups: \`/sprint begin\` sets them, \`/sprint team\` shows the ceremonies.`,
    ),
  ])
}
