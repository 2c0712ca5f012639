// The stand-up's message in the team's channel: edited in place from the first call to the summary.

import type { KnownBlock } from '@slack/types'
import { actions, context, header, message, section } from '#platform/blocks/blocks.ts'
import { mention, oneLine, plural, safe, slackDate } from '#platform/blocks/text.ts'
import { dayText, timeText } from '#platform/blocks/when.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { statusWords } from '#wording/amounts.ts'
import { type MissedNote, missedTexts } from '#wording/late.ts'
import { answerStandUp, missedBlockId, skipStandUp } from './ids.ts'
import { countText, nameOf, rollLines } from './standup-roll.messages.ts'
import type { StandUpView } from './standup-shown.ts'

const mostLines = 12

/** "Stand-up · Wed 18 Nov · day 3 of 10". */
export function standUpTitle({ date, sprintDay }: Pick<StandUpView, 'date' | 'sprintDay'>): string {
  return ['Stand-up', dayText(date), ...(sprintDay ? [`day ${sprintDay.n} of ${sprintDay.of}`] : [])].join(
    ' · ',
  )
}

/** The message as it should stand now: the call while it is open, the summary afterwards. */
export function standUpMessage(view: StandUpView): Content {
  return view.phase === 'closed' || view.phase === 'over' ? summary(view) : call(view)
}

function call(view: StandUpView): Content {
  const title = standUpTitle(view)
  const until = timeText(view.closesAt, view.zone)
  return message(`${title}: ${countText(view)}. Open until ${until}.`, [
    header(title),
    ...goalBlocks(view),
    section(
      [
        `*${countText(view)}*`,
        ...rollLines(view, (who) => (who.atWork ? mention(who.slackUserId) : nameOf(who))),
      ].join('\n'),
    ),
    ...(view.missed ? [view.missed] : []),
    context(
      [
        ...(view.late ? [`:warning: Late: this was due at ${timeText(view.opensAt, view.zone)}.`] : []),
        `Open until *${until}*${ownTime(view)}. Use the button, or just reply in the thread: what you did, what comes today, what is in your way.`,
      ].join('\n'),
    ),
    actions('standup.actions', [
      answerStandUp.button('Check in', view.occurrenceId, { style: 'primary' }),
      skipStandUp.button('Skip today', view.occurrenceId),
    ]),
  ])
}

function summary(view: StandUpView): Content {
  const title = standUpTitle(view)
  const nobody = view.answered.length === 0
  const count = nobody && view.missing.length ? 'Nobody checked in this time' : countText(view)
  const kind = nobody && view.missing.length ? 'It happens. A late line or two still helps the others.' : null
  return message(`${title}: ${count}.`, [
    header(title),
    ...goalBlocks(view),
    section([`*${count}*`, ...(kind ? [kind] : []), ...rollLines(view)].join('\n')),
    ...listBlock('Blockers', blockerLines(view)),
    ...listBlock('Moved', moveLines(view)),
    ...(view.missed ? [view.missed] : []),
    ...ending(view),
  ])
}

function ending({ phase, closesAt, zone, occurrenceId }: StandUpView): KnownBlock[] {
  const closed = `Closed at ${timeText(closesAt, zone)}. The answers are in the thread`
  if (phase === 'over') return [context(`${closed}.`)]
  return [
    context(`${closed}; late ones are welcome there.`),
    actions('standup.actions', [answerStandUp.button('Check in late', occurrenceId)]),
  ]
}

function goalBlocks({ goals }: StandUpView): KnownBlock[] {
  const [first] = goals
  if (!first) return []
  const more = goals.length > 1 ? ` _and ${plural(goals.length - 1, 'more goal')}_` : ''
  return [section(`:dart: *Sprint goal:* ${safe(oneLine(first), 300)}${more}`)]
}

/** The line on what was missed since the team's last message; null: nothing was. */
export function missedBlock(notes: MissedNote[]): KnownBlock | null {
  if (notes.length === 0) return null
  return { ...context(`:zzz: ${missedTexts(notes).join('\n')}`), block_id: missedBlockId }
}

/** Readers in other zones see the time on their own clock. */
function ownTime({ manyZones, closesAt, zone }: StandUpView): string {
  return manyZones ? ` (${slackDate(closesAt, '{time}', timeText(closesAt, zone))} on your clock)` : ''
}

function listBlock(label: string, lines: string[]): KnownBlock[] {
  if (lines.length === 0) return []
  const more = lines.length > mostLines ? [`… and ${lines.length - mostLines} more`] : []
  return [section([`*${label}*`, ...lines.slice(0, mostLines), ...more].join('\n'))]
}

function blockerLines({ answered }: StandUpView): string[] {
  return answered
    .filter(({ blockers, raised }) => blockers !== '' && !raised?.resolved)
    .map(
      (who) =>
        `• ${nameOf(who)}: ${safe(oneLine(who.blockers), 200)}${who.raised ? ` · *B-${who.raised.number}*` : ''}`,
    )
}

function moveLines({ moved }: StandUpView): string[] {
  return moved.map(({ name, ...move }) => `• ${moveText(move)} (${safe(name, 60)})`)
}

/** "`HP-2` Refund API: in progress → *done*". */
export function moveText({ key, title, from, to }: Omit<StandUpView['moved'][number], 'name'>): string {
  const shownKey = safe(oneLine(key), 40).replaceAll('`', "'")
  return `\`${shownKey}\` ${safe(oneLine(title), 100)}: ${statusWords[from].words} → *${statusWords[to].words}*`
}
