// The modals of a retro: adding notes, voting, adding an action.

import type { KnownBlock, ModalView } from '@slack/types'
import type { TalliedNote } from '#domain/sprint/retro.ts'
import { context, header, section, sectionWith } from '#platform/blocks/blocks.ts'
import { plural, safe } from '#platform/blocks/text.ts'
import { actionForm, notDoneNotice, notesForm, toggleVoteButton, votesModal } from './ids.ts'
import { type Column, columns, noteText } from './notes.messages.ts'
import type { RetroScreen } from './retro.messages.ts'

/** The modal for notes: one a line. */
export function notesModal(screen: Pick<RetroScreen, 'retroId' | 'sprint' | 'anonymous'>): ModalView {
  return {
    type: 'modal',
    callback_id: notesForm.id,
    private_metadata: notesForm.encode(screen.retroId),
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
          block_id: notesForm.fields[column],
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
  // By their random ids: shuffled, and the same at each look, since a list that jumps at each vote is hard to click.
  const byId = (a: TalliedNote, b: TalliedNote) => (a.id < b.id ? -1 : 1)
  const shown = new Set(all.toSorted(byId).slice(0, votableNotes))
  const blocks = screen.tally.columns.flatMap(({ column, notes }): KnownBlock[] => {
    const listed = notes.filter((note) => shown.has(note)).toSorted(byId)
    if (listed.length === 0) return []
    return [
      header(`${columns[column].mark} ${columns[column].title}`),
      ...listed.map((note) => {
        const label = `${voted.has(note.id) ? '👍 voted' : '👍'} ${note.votes || ''}`.trim()
        const text = noteText({ ...note, votes: 0 }, 700)
        return sectionWith(
          text,
          toggleVoteButton.button(label, note.id, voted.has(note.id) ? { style: 'primary' } : {}),
        )
      }),
    ]
  })
  const left = all.length - shown.size
  return {
    type: 'modal',
    callback_id: votesModal.id,
    private_metadata: votesModal.encode(screen.retroId),
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
    callback_id: actionForm.id,
    private_metadata: actionForm.encode(retroId),
    title: { type: 'plain_text', text: 'Add an action' },
    submit: { type: 'plain_text', text: 'Add' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [
      context(`Retro of ${safe(sprint, 100)}`),
      {
        type: 'input',
        block_id: actionForm.fields.text,
        label: { type: 'plain_text', text: 'What will be done?' },
        element: { type: 'plain_text_input', action_id: 'text', max_length: 1000 },
      },
      {
        type: 'input',
        block_id: actionForm.fields.owner,
        label: { type: 'plain_text', text: 'Who owns it?' },
        element: { type: 'users_select', action_id: 'user' },
      },
      {
        type: 'input',
        block_id: actionForm.fields.due,
        optional: true,
        label: { type: 'plain_text', text: 'By when?' },
        element: { type: 'datepicker', action_id: 'date', initial_date: due },
      },
    ],
  }
}

/** Above the votes: why a vote was not counted. `text` is mrkdwn, escaped. */
export function notDoneModal(text: string): ModalView {
  return {
    type: 'modal',
    callback_id: notDoneNotice,
    title: { type: 'plain_text', text: 'Not done' },
    close: { type: 'plain_text', text: 'Back' },
    blocks: [section(text)],
  }
}
