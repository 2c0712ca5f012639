// A person's check-in: the reply in the stand-up's thread, and the reminder to those who are missing.
import type { Button, KnownBlock } from '@slack/types'
import type { LocalDate } from '../calendar/types.ts'
import type { Content } from '../delivery/outbox.ts'
import type { ItemStatus } from '../store/generated/enums.ts'
import { statusWords } from './amounts.ts'
import { actions, button, context, header, message, section } from './blocks.ts'
import { countText, rollLines, type StandUpView, standUpTitle, type Timing } from './standup.ts'
import { cut, mention, oneLine, safe } from './text.ts'
import { dayText, dayTimeText, timeText } from './when.ts'

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
    actions('standup.reply', [...blockerButton(view), editButton(view.occurrenceId)]),
  ])
}

/** What becomes of a person's reply whose answer they took back. */
export function withdrawnReply(slackUserId: string): Content {
  const text = `${mention(slackUserId)} took their check-in back.`
  return message(text, [context(text)])
}

/** Opens the person's own answer, filled in, in the modal. */
export function editButton(occurrenceId: string): Button {
  return button('standup.edit', 'Edit my check-in', occurrenceId)
}

/** Hands what is in the way to the blockers' modal, action `blocker.open`. */
export function blockerButton({ teamId, blockers, blockedItemKey }: CheckInView): Button[] {
  if (blockers === '') return []
  return [button('blocker.open', 'Raise as a blocker', blockerValue(teamId, blockers, blockedItemKey))]
}

function blockerValue(teamId: string, text: string, itemKey: string | null): string {
  const value = (length: number) =>
    JSON.stringify({ teamId, text: cut(text, length), ...(itemKey ? { itemKey } : {}) })
  // JSON writes some characters with six; half the text always fits in the end.
  let length = 1500
  while (value(length).length > mostValue) length = Math.floor(length / 2)
  return value(length)
}

function movedBlock({ moved }: CheckInView): KnownBlock[] {
  if (moved.length === 0) return []
  const lines = moved
    .slice(0, mostMoves)
    .map(
      ({ key, title, from, to }) =>
        `${itemName(key, title)}: ${statusWords[from].words} → *${statusWords[to].words}*`,
    )
  const more = moved.length > mostMoves ? [`… and ${moved.length - mostMoves} more`] : []
  return [section(['*Moved*', ...lines, ...more].join('\n'))]
}

/** "`HP-2` Refund API". */
export function itemName(key: string, title: string): string {
  return `\`${safe(oneLine(key), 40).replaceAll('`', "'")}\` ${safe(oneLine(title), 100)}`
}

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
      button('standup.answer', 'Check in', view.occurrenceId, 'primary'),
      button('standup.skip', 'Skip today', view.occurrenceId),
    ]),
  ])
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
      : button('standup.answer', 'Check in after all', occurrenceId)
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
      button('standup.answer', 'Answer ahead', view.occurrenceId, 'primary'),
      button('standup.skip', 'Skip it', view.occurrenceId),
      button('hours.open', 'Not my hours?', 'open'),
    ]),
  ])
}

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
    'not a member': `You are not a member of ${safe(teamName, 100)}; \`/sprint team\` adds you, if you should be.`,
  }[own]
  const when = {
    planned: `Opens ${dayTimeText(view.opensAt, view.zone)}`,
    open: `Open until ${timeText(view.closesAt, view.zone)}`,
    closed: `Closed at ${timeText(view.closesAt, view.zone)}`,
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
  const skip = phase === 'closed' ? [] : [button('standup.skip', 'Skip it', occurrenceId)]
  if (own === 'answered') return [editButton(occurrenceId)]
  if (own === 'skipped') return [button('standup.answer', 'Check in after all', occurrenceId)]
  if (own !== 'missing') return []
  const label = { planned: 'Answer ahead', open: 'Check in', closed: 'Check in late' }[phase]
  return [button('standup.answer', label, occurrenceId, 'primary'), ...skip]
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
