// The retro's messages: announced, closed, and the answer to whoever asks.
import type { Button, KnownBlock } from '@slack/types'
import { localOf } from '#domain/calendar/instant.ts'
import type { LocalDate } from '#domain/calendar/types.ts'
import type { CarriedAction, RetroTally } from '#domain/sprint/retro.ts'
import { actions, context, header, message, section } from '#platform/blocks/blocks.ts'
import { escaped, plural, safe } from '#platform/blocks/text.ts'
import { dayText, dayTimeText, timeText } from '#platform/blocks/when.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { actionBlocks } from './actions.messages.ts'
import { openAction, openNotes, openVotes, publish } from './ids.ts'
import { columns, noteText } from './notes.messages.ts'

export interface RetroScreen {
  retroId: string
  sprint: string
  /** IANA; the team's. */
  zone: string
  closesAt: Date
  now: Date
  anonymous: boolean
  tally: RetroTally
  /** Open actions of earlier retros, overdue ones first; owners are Slack user ids. */
  earlier: CarriedAction[]
  /** Open actions of this retro. */
  decided: CarriedAction[]
  /** Notes that were written for retros which were not held, by those retros' dates. */
  carried: { date: LocalDate; notes: number }[]
}

/** The announcement: open actions of the last retro first, then how to take part. */
export function retroAnnouncement(screen: RetroScreen, late: boolean): Content {
  const until = untilText(screen)
  const how = screen.anonymous ? 'Notes are anonymous: no author is stored.' : 'Notes show who wrote them.'
  const { notes, voters } = screen.tally
  return message(`Retro of ${safe(screen.sprint, 100)}: add your notes until ${until}.`, [
    header(`Retro · ${screen.sprint}`),
    ...(late ? [context('This retro opened late.')] : []),
    ...actionBlocks('Still open from earlier retros', screen.earlier, true),
    section(
      `What went well, what didn’t, and what shall we try? Notes are gathered until *${until}*, then published here.`,
    ),
    ...actionBlocks('Decided so far', screen.decided, false),
    context(
      `${plural(notes, 'note')} so far${voters ? `, ${plural(voters, 'person', 'people')} voted` : ''}. ${how}`,
    ),
    ...carriedLine(screen),
    actions('retro.open', retroButtons(screen.retroId)),
  ])
}

/** Where notes came from that nobody wrote for this retro. */
function carriedLine({ carried }: RetroScreen): KnownBlock[] {
  const [first] = carried
  if (!first) return []
  const notes = carried.reduce((sum, one) => sum + one.notes, 0)
  const held =
    carried.length === 1
      ? `the retro of ${dayText(first.date)}, which was`
      : `${carried.length} retros that were`
  return [context(`${notes} of them ${notes === 1 ? 'was' : 'were'} written for ${held} not held.`)]
}

/** The closing's time, with its day when that is another than today. */
function untilText({ closesAt, now, zone }: RetroScreen): string {
  const day = (at: Date) => localOf(zone, at).date
  return day(closesAt) === day(now) ? timeText(closesAt, zone) : dayTimeText(closesAt, zone)
}

function retroButtons(retroId: string): Button[] {
  return [
    openNotes.button('Add notes', retroId, { style: 'primary' }),
    openVotes.button('Read & vote', retroId),
    openAction.button('Add an action', retroId),
    publish.button('Publish now', retroId),
  ]
}

/** The announcement after its end: the most voted notes and what was decided. */
export function retroClosed(screen: RetroScreen): Content {
  const { notes, voters } = screen.tally
  const top = screen.tally.columns.flatMap(({ notes: [first] }) => (first ? [first] : []))
  const text = notes
    ? `${plural(notes, 'note')}${voters ? `, ${plural(voters, 'person', 'people')} voted` : ''}: all in the thread.`
    : 'Nobody left a note this time.'
  return message(`Retro of ${safe(screen.sprint, 100)}: ${text}`, [
    header(`Retro · ${screen.sprint} · closed`),
    section([text, ...top.map((note) => `${columns[note.column].mark} ${noteText(note, 300)}`)].join('\n')),
    ...actionBlocks('Decided', screen.decided, true),
    ...(screen.decided.length
      ? []
      : [context('No action was decided. One that somebody owns changes more than ten notes.')]),
    ...actionBlocks('Still open from earlier retros', screen.earlier, true),
    actions('retro.closed', [openAction.button('Add an action', screen.retroId)]),
  ])
}

/** For a team with no retro on its calendar. */
export function noRetro(): Content {
  const text = 'No retro is planned: the team has no sprint with dates yet.'
  return message(text, [section(`${text} \`/sprint begin\` gives one its dates.`)])
}

/** The answer to whoever asks with /sprint retro. */
export function retroOverview(
  screen: RetroScreen,
  state: 'open' | 'planned' | 'closed' | 'notHeld',
  when: string,
): Content {
  const lines = {
    open: `The retro of *${escaped(screen.sprint)}* is open until *${untilText(screen)}*.`,
    planned: `The next retro (*${escaped(screen.sprint)}*) is on *${escaped(when)}*. Notes can be gathered ahead.`,
    notHeld: `The retro of *${escaped(screen.sprint)}* on *${escaped(when)}* was not held. Its notes are kept for the next one; none is planned yet.`,
    closed: `The last retro (*${escaped(screen.sprint)}*) was on *${escaped(when)}*. No other is planned yet.`,
  }
  const buttons = retroButtons(screen.retroId)
  const offered = {
    open: buttons,
    planned: buttons.slice(0, 3),
    notHeld: buttons.slice(0, 3),
    closed: buttons.slice(2, 3),
  }
  const { notes } = screen.tally
  return message(`Retro of ${safe(screen.sprint, 100)}`, [
    section(lines[state]),
    ...actionBlocks('Decided', screen.decided, true),
    ...actionBlocks('Still open from earlier retros', screen.earlier, true),
    context(
      `${plural(notes, 'note')}. ${screen.anonymous ? 'Notes are anonymous.' : 'Notes show their authors.'}`,
    ),
    ...carriedLine(screen),
    actions('retro.overview', offered[state]),
  ])
}
