/** A retro's outcome: notes by column, the most voted first, and the actions that are carried on. */

import type { LocalDate, RetroAction, RetroNote, RetroVote } from './types.ts'

export interface TalliedNote extends RetroNote {
  votes: number
}

export interface RetroTally {
  columns: { column: RetroNote['column']; notes: TalliedNote[] }[]
  notes: number
  /** People who voted. */
  voters: number
}

export interface CarriedAction extends RetroAction {
  overdue: boolean
}

const COLUMNS: RetroNote['column'][] = ['well', 'didnt', 'try']

/** Every column is there, empty or not. A voter counts once a note; votes for notes that are gone count nowhere. */
export function tallyRetro(notes: readonly RetroNote[], votes: readonly RetroVote[]): RetroTally {
  const voters = new Map<string, Set<string>>(notes.map(({ id }) => [id, new Set()]))
  for (const { noteId, voter } of votes) voters.get(noteId)?.add(voter)
  const tallied = notes
    .map((note) => ({ ...note, votes: voters.get(note.id)?.size ?? 0 }))
    .sort((a, b) => b.votes - a.votes || compare(a.id, b.id))
  return {
    columns: COLUMNS.map((column) => ({ column, notes: tallied.filter((note) => note.column === column) })),
    notes: notes.length,
    voters: new Set([...voters.values()].flatMap((names) => [...names])).size,
  }
}

/** Open actions for the next retro's beginning: overdue first, then by due date, those without a date last. */
export function carriedActions(actions: readonly RetroAction[], today: LocalDate): CarriedAction[] {
  return actions
    .filter(({ state }) => state === 'open')
    .map((action) => ({ ...action, overdue: action.due !== null && action.due < today }))
    .sort(
      (a, b) => compare(a.due ?? '9999', b.due ?? '9999') || a.createdAt.getTime() - b.createdAt.getTime(),
    )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
