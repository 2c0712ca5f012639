// The buttons and modals of a retro and its actions.
import { carriedText, clickable, modalOf, rowId } from '#platform/blocks/carried.ts'

const id = carriedText(rowId)
const again = '/sprint retro'

/** These carry the retro's id. */
export const openNotes = clickable('retro.add', id, again)
export const openVotes = clickable('retro.vote', id, again)
export const openAction = clickable('retro.action', id, again)
export const publish = clickable('retro.publish', id, again)

/** Gives a vote or takes it back; carries the note's id. */
export const toggleVoteButton = clickable('retro.toggle', id, again)

/** These carry the action's id. */
export const actionDone = clickable('action.done', id, again)
export const actionDropped = clickable('action.drop', id, again)
export const actionDoneInHome = clickable('home.action-done', id, again)

/** The forms carry the retro's id. */
export const notesForm = modalOf('retro.notes', id, again, ['well', 'didnt', 'try'])
export const actionForm = modalOf('retro.new-action', id, again, ['text', 'owner', 'due'])
/** Votes are buttons: nobody submits it. */
export const votesModal = modalOf('retro.votes', id, again, [])

/** The callback id of what stands above the votes where one was not counted. */
export const notDoneNotice = 'retro.not-done'
