// A person's check-in: the reply in the stand-up's thread.

import type { Button, KnownBlock } from '@slack/types'
import type { ItemStatus } from '#domain/sprint/types.ts'
import { actions, context, message, section } from '#platform/blocks/blocks.ts'
import { cut, mention, oneLine, safe } from '#platform/blocks/text.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { openBlockerForm } from '#subjects/blockers/index.ts'
import { answerStandUp, editCheckIn } from './ids.ts'
import { moveText } from './standup.messages.ts'
import type { RaisedBlocker, Timing } from './standup-shown.ts'

export interface CheckInView {
  teamId: string
  occurrenceId: string
  slackUserId: string
  name: string
  timing: Timing
  done: string
  today: string
  blockers: string
  moved: { key: string; title: string; from: ItemStatus; to: ItemStatus }[]
  /** The item that the blockers' text names; null: none. */
  blockedItemKey: string | null
  checkInId: string
  /** The blocker that was raised from it; null: none, or what is in the way was said anew since. */
  raised?: RaisedBlocker | null
}

/** Slack allows 2,000 in a button's value. */
const mostValue = 2000
const mostMoves = 10
/** Each part at most this long, so that three of them fit a message; the database keeps all of it. */
const mostPart = 2800

/** The reply that stands in the thread for a person's answer. */
export function checkInReply(view: CheckInView): Content {
  const when: Record<Timing, string> = {
    ahead: ' · answered ahead',
    'in time': '',
    late: ' · :clock3: late',
  }
  const parts: [label: string, text: string][] = [
    ['Done', view.done],
    ['Today', view.today],
    ['Blockers', view.blockers],
  ]
  const said = parts
    .filter(([, text]) => text !== '')
    .map(([label, text]) => section(`*${label}*\n${safe(text, mostPart)}`))
  const summary = parts
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}: ${safe(oneLine(text), 200)}`)
    .join(' · ')
  return message(`${safe(view.name, 80)} checked in. ${summary}`, [
    section(`${mention(view.slackUserId)} checked in${when[view.timing]}`),
    ...said,
    ...movedBlock(view),
    ...(view.raised
      ? [
          context(
            `${view.raised.resolved ? '✅' : '⛔'} *B-${view.raised.number}* ${view.raised.resolved ? 'is resolved.' : 'is raised for this.'}`,
          ),
        ]
      : []),
    actions('standup.reply', [...blockerButton(view), editButton(view.occurrenceId)]),
  ])
}

/** Says back to its writer how a reply in the thread was taken. */
export function takenAs(
  answer: { done: string; today: string; blockers: string },
  occurrenceId: string,
): Content {
  const parts = [
    ['Done', answer.done],
    ['Today', answer.today],
    ['Blockers', answer.blockers],
  ] as const
  const said = parts
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `*${label}:* ${safe(oneLine(text), 600)}`)
  return message('Taken as your check-in.', [
    section(['Taken as your check-in:', ...said].join('\n')),
    actions('standup.taken', [editCheckIn.button('Change', occurrenceId)]),
  ])
}

/** Answers a reply that holds a picture or a file and no word. */
export function pictureAlone(occurrenceId: string): Content {
  const text = 'I cannot read a picture or a file. A line of text counts as your check-in.'
  return message(text, [
    section(text),
    actions('standup.picture', [answerStandUp.button('Check in', occurrenceId)]),
  ])
}

/** What becomes of a person's reply whose answer they took back. */
export function withdrawnReply(slackUserId: string): Content {
  const text = `${mention(slackUserId)} took their check-in back.`
  return message(text, [context(text)])
}

/** Opens the person's own answer, filled in, in the modal. */
export function editButton(occurrenceId: string): Button {
  return editCheckIn.button('Edit my check-in', occurrenceId)
}

/** Hands what is in the way to the blockers' modal. */
export function blockerButton({
  teamId,
  blockers,
  blockedItemKey,
  checkInId,
  raised,
}: CheckInView): Button[] {
  if (blockers === '' || raised) return []
  return [
    openBlockerForm.button('Raise as a blocker', prefilled({ teamId, checkInId }, blockers, blockedItemKey)),
  ]
}

function prefilled(from: { teamId: string; checkInId: string }, text: string, itemKey: string | null) {
  const value = (length: number) => ({ ...from, text: cut(text, length), ...(itemKey ? { itemKey } : {}) })
  // JSON writes some characters with six; half the text always fits in the end.
  let length = 1500
  while (openBlockerForm.encode(value(length)).length > mostValue) length = Math.floor(length / 2)
  return value(length)
}

function movedBlock({ moved }: CheckInView): KnownBlock[] {
  if (moved.length === 0) return []
  const more = moved.length > mostMoves ? [`… and ${moved.length - mostMoves} more`] : []
  return [section(['*Moved*', ...moved.slice(0, mostMoves).map(moveText), ...more].join('\n'))]
}
