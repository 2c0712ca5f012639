// The buttons that stand anywhere and belong to no subject, and the modal around a message.
import { z } from 'zod'
import { carriedNothing, carriedText, clickable } from './carried.ts'

/** Runs a command of /sprint for whoever clicks it; carries what follows "/sprint". */
export const runCommand = clickable('command.run', carriedText(z.string()), '/sprint help')

/** Opens the help. */
export const openHelp = clickable('help.open', carriedNothing('all'), '/sprint help')

/** The callback id of a message as a modal. */
export const notice = 'notice'
