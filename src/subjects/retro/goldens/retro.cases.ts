// The retro: announced, closed, asked for; its notes, votes and actions.

import { carriedActions, tallyRetro } from '#domain/sprint/retro.ts'
import type { RetroAction, RetroNote } from '#domain/sprint/types.ts'
import { golden, helper } from '#test/goldens/golden.ts'
import { at, harbor, hostile, longWord, many, phoenix, sprint32 } from '#test/goldens/people.ts'
import { actionAdded, actionBlocks, actionEnded, actionForOwner } from '../actions.messages.ts'
import { actionsInHome } from '../home-part.messages.ts'
import { actionModal, notDoneModal, notesModal, voteModal } from '../modals.messages.ts'
import { noteText, retroNotes } from '../notes.messages.ts'
import {
  noRetro,
  type RetroScreen,
  retroAnnouncement,
  retroClosed,
  retroOverview,
} from '../retro.messages.ts'

const note = (id: string, column: RetroNote['column'], text: string, author: string | null = null) => ({
  id,
  column,
  text,
  author,
})
const notes = [
  note('note-1', 'well', 'Pairing on the refund API'),
  note('note-2', 'well', 'The demo on Wednesday'),
  note('note-3', 'didnt', 'Staging was down for two days'),
  note('note-4', 'try', 'Ask for access before the sprint begins'),
]
const vote = (noteId: string, voter: string) => ({ noteId, voter })
const votes = [vote('note-2', 'person-1'), vote('note-3', 'person-1'), vote('note-3', 'person-2')]
const action = (id: string, text: string, owner: string | null, due: string | null): RetroAction => ({
  id,
  text,
  owner,
  due,
  state: 'open',
  createdAt: at('22:00', '2026-11-13'),
})
const today = '2026-11-27'
const earlier = carriedActions(
  [
    action('action-1', 'Write down how to get access', 'U0MAYA', '2026-11-20'),
    action('action-2', 'Alert on the queue length', 'U0TOM', '2026-12-04'),
    action('action-3', 'Talk to Finance', null, null),
  ],
  today,
)
const decided = carriedActions(
  [action('action-9', 'Ask for staging access a week ahead', 'U0JONAS', '2026-12-04')],
  today,
)

const empty: RetroScreen = {
  retroId: 'retro-32',
  sprint: 'Sprint 32',
  zone: phoenix,
  closesAt: at('23:00', '2026-11-27'),
  now: at('21:00', '2026-11-27'),
  anonymous: true,
  tally: tallyRetro([], []),
  earlier: [],
  decided: [],
  carried: [],
}
const screen: RetroScreen = { ...empty, tally: tallyRetro(notes, votes), earlier, decided }
const signed: RetroScreen = {
  ...screen,
  anonymous: false,
  tally: tallyRetro(
    notes.map((each) => ({ ...each, author: 'U0PRIYA' })),
    votes,
  ),
}
const nth = (n: number) => `note-${String(n).padStart(3, '0')}`
const columns = ['well', 'didnt', 'try'] as const
const full: RetroScreen = {
  ...screen,
  tally: tallyRetro(
    many(120, (n) => note(nth(n), columns[n % 3] ?? 'well', `Observation ${n} of the sprint`)),
    many(7, (n) => vote(nth(n * 9), `person-${n}`)),
  ),
  earlier: carriedActions(
    many(15, (n) => action(`action-${n}`, `Earlier action ${n}`, 'U0ANA', '2026-11-20')),
    today,
  ),
}
const harmful: RetroScreen = {
  ...empty,
  sprint: `${hostile} ${longWord}`,
  anonymous: false,
  tally: tallyRetro([note('note-1', 'well', hostile, 'U0VP'), note('note-2', 'try', longWord)], []),
  earlier: carriedActions([action('action-1', hostile, 'U0VP', '2026-11-20')], today),
}

export const goldens = [
  golden(
    'home-part',
    'App Home of a person with an action that is overdue, and one without a date',
    actionsInHome,
    [
      { id: 'action-1', text: 'Write down how to get access', due: '2026-11-13', overdue: true },
      { id: 'action-3', text: 'Talk to Finance', due: null, overdue: false },
    ],
  ),
  golden('home-part-none', 'App Home of a person without actions', actionsInHome, []),
  golden(
    'home-part-exactly-full',
    'App Home with as many actions as are shown',
    actionsInHome,
    many(5, (n) => ({ id: `action-${n}`, text: `Action ${n}`, due: null, overdue: false })),
  ),

  golden(
    'announced-empty',
    'the first retro of a team, until the same evening',
    retroAnnouncement,
    empty,
    false,
  ),
  golden(
    'announced-with-actions',
    'three actions of earlier retros, one overdue; four notes; one decided',
    retroAnnouncement,
    screen,
    false,
  ),
  golden(
    'announced-late-two-days',
    'opened late, and it closes on Monday; notes are signed',
    retroAnnouncement,
    {
      ...empty,
      anonymous: false,
      closesAt: at('17:00', '2026-11-30'),
      tally: tallyRetro(notes.slice(0, 1), votes.slice(0, 1)),
    },
    true,
  ),
  golden(
    'announced-with-carried-notes',
    'two of the four notes were written for a retro that was not held',
    retroAnnouncement,
    { ...screen, carried: [{ date: '2026-11-13', notes: 2 }] },
    false,
  ),
  golden(
    'asked-planned-carried',
    'notes of two retros that were not held wait in the next one',
    retroOverview,
    {
      ...screen,
      carried: [
        { date: '2026-10-30', notes: 1 },
        { date: '2026-11-13', notes: 2 },
      ],
    },
    'planned',
    'Fri 27 Nov, 14:00 MST',
  ),
  golden(
    'asked-not-held',
    'the retro was missed, and no other is planned',
    retroOverview,
    { ...screen, earlier: [], decided: [] },
    'notHeld',
    'Fri 13 Nov, 14:00 MST',
  ),
  golden('announced-120-notes', '120 notes and 15 open actions', retroAnnouncement, full, false),
  golden(
    'announced-hostile-text',
    'a sprint and an action that are out to do harm',
    retroAnnouncement,
    harmful,
    false,
  ),
  golden('closed-with-notes', 'four notes, two voters, one action decided', retroClosed, screen),
  golden('closed-without-notes', 'nobody came', retroClosed, empty),
  golden('closed-one-note', 'one note, no vote, nothing decided', retroClosed, {
    ...empty,
    tally: tallyRetro(notes.slice(0, 1), []),
  }),
  golden('closed-120-notes', '120 notes and 15 actions that are still open', retroClosed, full),
  golden('closed-hostile-text', 'notes that are out to do harm', retroClosed, harmful),
  golden('asked-open', 'asked while it is open', retroOverview, screen, 'open', 'Fri 27 Nov, 14:00 MST'),
  golden('asked-planned', 'asked before it opens', retroOverview, empty, 'planned', 'Fri 27 Nov'),
  golden('asked-closed', 'asked after the last one', retroOverview, signed, 'closed', 'Fri 27 Nov'),
  golden('notes-published', 'a message a column, the most voted first', retroNotes, screen.tally),
  golden('notes-published-signed', 'the same with authors', retroNotes, signed.tally),
  golden('notes-published-none', 'there are none', retroNotes, empty.tally),
  golden(
    'notes-published-long',
    'six notes of 2,400 characters in a column',
    retroNotes,
    tallyRetro(
      many(6, (n) => note(`note-${n}`, 'well', `Note ${n}. ${'We kept going. '.repeat(160)}`.trim())),
      [],
    ),
  ),
  golden('notes-modal-anonymous', 'adding notes without a name', notesModal, empty),
  golden('notes-modal-signed', 'adding notes with a name', notesModal, signed),
  golden('vote-modal', 'the reader has voted for one of four', voteModal, screen, new Set(['note-3'])),
  golden('vote-modal-none', 'no notes yet', voteModal, empty, new Set<string>()),
  golden('vote-modal-120', '120 notes', voteModal, full, new Set(['note-9'])),
  golden('action-modal', 'adding an action', actionModal, 'retro-32', sprint32, '2026-12-11'),
  golden('action-added', 'told in the thread', actionAdded, {
    text: 'Ask for staging access',
    owner: 'U0JONAS',
    due: '2026-12-04',
  }),
  golden('action-added-nobody', 'without owner and date', actionAdded, {
    text: hostile,
    owner: null,
    due: null,
  }),
  golden(
    'action-for-owner',
    'told to its owner',
    actionForOwner,
    { text: 'Ask for staging access', owner: 'U0JONAS', due: '2026-12-04' },
    'action-9',
    'U0MAYA',
    harbor,
  ),
  golden(
    'action-for-owner-no-date',
    'told to its owner, without a date',
    actionForOwner,
    { text: 'Ask for staging access', owner: 'U0JONAS', due: null },
    'action-9',
    'U0MAYA',
    hostile,
  ),
  golden('actions-none', 'no actions, no heading', actionBlocks, 'Decided', [], true),
  golden(
    'actions-nine',
    'one more than is listed, without buttons',
    actionBlocks,
    'Decided so far',
    carriedActions(
      many(9, (n) => action(`action-${n}`, `Action ${n}`, 'U0ANA', null)),
      today,
    ),
    false,
  ),
  golden('none', 'no retro is on the calendar', noRetro),
  golden('action-done', 'answered to the one who ended it', actionEnded, 'done', {
    changed: true,
    state: 'done',
  }),
  golden('action-dropped', 'answered to the one who dropped it', actionEnded, 'dropped', {
    changed: true,
    state: 'dropped',
  }),
  golden('action-ended-before', 'somebody was faster', actionEnded, 'done', {
    changed: false,
    state: 'dropped',
  }),
  golden(
    'vote-not-counted',
    'above the votes, when the retro was closed meanwhile',
    notDoneModal,
    'The retro is closed.',
  ),
]

export const helpers = [helper(noteText, { ...note('note-1', 'well', 'Pairing'), votes: 2 }, 100)]
