// The retro's messages and modals.
import type { Button, KnownBlock, ModalView } from '@slack/types'
import { localOf } from '../../calendar/instant.ts'
import type { Content } from '../../delivery/outbox.ts'
import type { CarriedAction, RetroTally, TalliedNote } from '../../sprint/retro.ts'
import { actions, button, context, divider, header, message, section, sectionWith } from '../kit/blocks.ts'
import { escaped, mention, oneLine, plural, safe } from '../kit/text.ts'
import { dayText, dayTimeText, timeText } from '../kit/when.ts'

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
}

type Column = TalliedNote['column']

const columns: Record<Column, { title: string; mark: string; hint: string }> = {
  well: { title: 'Went well', mark: '🌟', hint: 'What should we keep doing?' },
  didnt: { title: 'Didn’t go well', mark: '🪨', hint: 'What got in the way?' },
  try: { title: 'Try next', mark: '💡', hint: 'What will we do differently?' },
}

const shownActions = 8
/** A thread's reply stays readable, and far under Slack's limit for a message. */
const replyLength = 8_000

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
    actions('retro.open', retroButtons(screen.retroId)),
  ])
}

/** The closing's time, with its day when that is another than today. */
function untilText({ closesAt, now, zone }: RetroScreen): string {
  const day = (at: Date) => localOf(zone, at).date
  return day(closesAt) === day(now) ? timeText(closesAt, zone) : dayTimeText(closesAt, zone)
}

function retroButtons(retroId: string): Button[] {
  return [
    button('retro.add', 'Add notes', retroId, 'primary'),
    button('retro.vote', 'Read & vote', retroId),
    button('retro.action', 'Add an action', retroId),
    button('retro.publish', 'Publish now', retroId),
  ]
}

/** The announcement after its end: the most voted notes and what was decided. */
export function retroClosed(screen: RetroScreen): Content {
  const { notes, voters } = screen.tally
  const top = screen.tally.columns.flatMap(({ notes: [first] }) => (first ? [first] : []))
  const text = notes
    ? `${plural(notes, 'note')}, ${plural(voters, 'voter')}: all in the thread.`
    : 'Nobody left a note this time.'
  return message(`Retro of ${safe(screen.sprint, 100)}: ${text}`, [
    header(`Retro · ${screen.sprint} · closed`),
    section([text, ...top.map((note) => `${columns[note.column].mark} ${noteText(note, 300)}`)].join('\n')),
    ...actionBlocks('Decided', screen.decided, true),
    ...(screen.decided.length
      ? []
      : [context('No action was decided. One that somebody owns changes more than ten notes.')]),
    ...actionBlocks('Still open from earlier retros', screen.earlier, true),
    actions('retro.closed', [button('retro.action', 'Add an action', screen.retroId)]),
  ])
}

/** The notes for the thread, a column a message, the most voted first; a long column takes several. */
export function retroNotes(tally: RetroTally): Content[] {
  return tally.columns.flatMap(({ column, notes }) => {
    const { title, mark } = columns[column]
    return pages(notes.map((note) => `• ${noteText(note, 2_500)}`)).map((lines, index) =>
      message(`${title}: ${plural(notes.length, 'note')}`, [
        header(`${mark} ${title}${index ? ' (continued)' : ''}`),
        ...lines.map((line) => section(line)),
      ]),
    )
  })
}

/** Lines joined to sections of at most 2,800 characters, and sections to messages of at most `replyLength`. */
function pages(lines: string[]): string[][] {
  const made: string[][] = []
  let used = Number.POSITIVE_INFINITY
  for (const line of lines) {
    const sections = made.at(-1)
    const last = sections?.at(-1)
    if (!sections || last === undefined || used + line.length > replyLength) {
      made.push([line])
      used = line.length
      continue
    }
    if (last.length + line.length < 2_800) sections[sections.length - 1] = `${last}\n${line}`
    else sections.push(line)
    used += line.length
  }
  return made
}

function noteText(note: TalliedNote, length: number): string {
  const votes = note.votes ? ` · ${note.votes} 👍` : ''
  const author = note.author ? ` — ${mention(note.author)}` : ''
  return `${safe(oneLine(note.text), length)}${author}${votes}`
}

function actionBlocks(title: string, open: CarriedAction[], withButton: boolean): KnownBlock[] {
  if (open.length === 0) return []
  const shown = open.slice(0, shownActions).map((action) => {
    const line = `• ${actionText(action)}`
    return withButton ? sectionWith(line, button('action.done', 'Done', action.id)) : section(line)
  })
  const left = open.length - shown.length
  return [
    section(`*${title}*`),
    ...shown,
    ...(left > 0 ? [context(`and ${plural(left, 'more action')}: /sprint retro`)] : []),
    divider(),
  ]
}

interface ShownAction {
  text: string
  owner: string | null
  due: string | null
  overdue?: boolean
}

function actionText({ text, owner, due, overdue = false }: ShownAction): string {
  const who = owner ? mention(owner) : 'nobody'
  const when = due ? ` · ${overdue ? '*overdue since* ' : 'by '}${dayText(due)}` : ''
  return `${safe(oneLine(text), 1_500)} (${who}${when})`
}

/** An action, told in the retro's thread. */
export function actionAdded(action: ShownAction): Content {
  return message(`New action: ${safe(oneLine(action.text), 500)}`, [
    section(`✅ *Action:* ${actionText(action)}`),
  ])
}

/** An action, told to its owner. */
export function actionForOwner(action: ShownAction, actionId: string, by: string, team: string): Content {
  const due = action.due ? `, due *${dayText(action.due)}*` : ''
  return message(`You own an action of ${safe(team, 100)}'s retro: ${safe(oneLine(action.text), 500)}`, [
    section(
      `${mention(by)} gave you an action in the retro of *${safe(team, 100)}*${due}:\n> ${safe(oneLine(action.text), 2_000)}`,
    ),
    actions('action.owner', [
      button('action.done', 'Done', actionId, 'primary'),
      button('action.drop', 'Drop it', actionId),
    ]),
  ])
}

/** The answer to whoever asks with /sprint retro. */
export function retroOverview(
  screen: RetroScreen,
  state: 'open' | 'planned' | 'closed',
  when: string,
): Content {
  const lines = {
    open: `The retro of *${escaped(screen.sprint)}* is open until *${untilText(screen)}*.`,
    planned: `The next retro (*${escaped(screen.sprint)}*) is on *${escaped(when)}*. Notes can be gathered ahead.`,
    closed: `The last retro (*${escaped(screen.sprint)}*) was on *${escaped(when)}*. No other is planned yet.`,
  }
  const buttons = retroButtons(screen.retroId)
  const offered = { open: buttons, planned: buttons.slice(0, 3), closed: buttons.slice(2, 3) }
  const { notes } = screen.tally
  return message(`Retro of ${safe(screen.sprint, 100)}`, [
    section(lines[state]),
    ...actionBlocks('Decided', screen.decided, true),
    ...actionBlocks('Still open from earlier retros', screen.earlier, true),
    context(
      `${plural(notes, 'note')}. ${screen.anonymous ? 'Notes are anonymous.' : 'Notes show their authors.'}`,
    ),
    actions('retro.overview', offered[state]),
  ])
}

/** The modal for notes: one a line. */
export function notesModal(screen: Pick<RetroScreen, 'retroId' | 'sprint' | 'anonymous'>): ModalView {
  return {
    type: 'modal',
    callback_id: 'retro.notes',
    private_metadata: screen.retroId,
    title: { type: 'plain_text', text: 'Retro notes' },
    submit: { type: 'plain_text', text: 'Add' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      context(
        `${safe(screen.sprint, 100)} · ${screen.anonymous ? 'anonymous: no author is stored' : 'your name is shown'} · a line is a note`,
      ),
      ...(Object.keys(columns) as Column[]).map(
        (column): KnownBlock => ({
          type: 'input',
          block_id: column,
          optional: true,
          label: { type: 'plain_text', text: `${columns[column].mark} ${columns[column].title}` },
          hint: { type: 'plain_text', text: columns[column].hint },
          element: { type: 'plain_text_input', action_id: 'text', multiline: true, max_length: 3000 },
        }),
      ),
    ],
  }
}

/** A modal holds 100 blocks; this many notes leave room for headings and the line that says what is not shown. */
const votableNotes = 80

/** The modal that shows the notes, each with a button that gives or takes back a vote. */
export function voteModal(screen: RetroScreen, voted: ReadonlySet<string>): ModalView {
  const all = screen.tally.columns.flatMap(({ notes }) => notes)
  const shown = new Set(
    [...all].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime()).slice(0, votableNotes),
  )
  // In the order of writing: a list that jumps at each vote is hard to click.
  const blocks = screen.tally.columns.flatMap(({ column, notes }): KnownBlock[] => {
    const listed = notes
      .filter((note) => shown.has(note))
      .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    if (listed.length === 0) return []
    return [
      header(`${columns[column].mark} ${columns[column].title}`),
      ...listed.map((note) => {
        const label = `${voted.has(note.id) ? '👍 voted' : '👍'} ${note.votes || ''}`.trim()
        const text = noteText({ ...note, votes: 0 }, 700)
        return sectionWith(
          text,
          button('retro.toggle', label, note.id, voted.has(note.id) ? 'primary' : undefined),
        )
      }),
    ]
  })
  const left = all.length - shown.size
  return {
    type: 'modal',
    callback_id: 'retro.votes',
    private_metadata: screen.retroId,
    title: { type: 'plain_text', text: 'Notes and votes' },
    close: { type: 'plain_text', text: 'Done' },
    blocks: [
      ...(blocks.length
        ? blocks
        : [section('No notes yet. Be the first: close this and press *Add notes*.')]),
      ...(left > 0 ? [context(`and ${plural(left, 'more note')}, published with the others.`)] : []),
    ],
  }
}

/** The modal for an action. `due` is the date that it begins with. */
export function actionModal(retroId: string, sprint: string, due: string): ModalView {
  return {
    type: 'modal',
    callback_id: 'retro.new-action',
    private_metadata: retroId,
    title: { type: 'plain_text', text: 'Add an action' },
    submit: { type: 'plain_text', text: 'Add' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      context(`Retro of ${safe(sprint, 100)}`),
      {
        type: 'input',
        block_id: 'text',
        label: { type: 'plain_text', text: 'What will be done?' },
        element: { type: 'plain_text_input', action_id: 'text', max_length: 1000 },
      },
      {
        type: 'input',
        block_id: 'owner',
        label: { type: 'plain_text', text: 'Who owns it?' },
        element: { type: 'users_select', action_id: 'user' },
      },
      {
        type: 'input',
        block_id: 'due',
        optional: true,
        label: { type: 'plain_text', text: 'By when?' },
        element: { type: 'datepicker', action_id: 'date', initial_date: due },
      },
    ],
  }
}
