// /sprint help, with the commands that the product has.

import { commandsOf } from '#subjects/compose.ts'
import { golden, helper } from '#test/goldens/golden.ts'
import { hostile } from '#test/goldens/people.ts'
import { allSubjects } from '../../../all-subjects.ts'
import { type HelpCommand, helpDetail, helpMessages } from '../help.messages.ts'

const commands = commandsOf(allSubjects).map(({ word, aliases, usage, summary, when, details }) => ({
  ...{ word, aliases, usage, summary },
  ...{ when, details },
}))
const buttons = allSubjects.flatMap((subject) => subject.help ?? [])
const { helpMessage, unknownHelp } = helpMessages(buttons)
const status: HelpCommand = {
  word: 'status',
  usage: '',
  summary: 'Where the sprint stands',
  when: 'every day',
}
const block: HelpCommand = {
  word: 'block',
  aliases: ['blocker'],
  usage: 'KEY TEXT',
  summary: 'Raises a blocker',
  when: 'every day',
  details: [
    'Everything after the key is the text: `/sprint block HP-412 no access to staging`. A form opens with it filled in; there you say who can help and how bad it is.',
    'The item is blocked from then on, and goes back to where it was when the blocker is resolved.',
  ],
}

export const goldens = [
  golden('all-commands', 'all that the product has', helpMessage, commands),
  golden('two-commands', 'one command of a heading, and one that is under none', helpMessage, [
    status,
    { ...block, word: 'erase', when: undefined },
  ]),
  golden('command-in-detail', 'a command that says more than a line', helpDetail, block),
  golden('command-in-a-line', 'a command without arguments, other words or details', helpDetail, status),
  golden('unknown-word', 'a word that is none', unknownHelp, 'velocity', [status]),
  golden('unknown-hostile-word', 'a word that is out to do harm', unknownHelp, hostile, [status]),
]

/** It gives the builders that the cases above run. */
export const helpers = [helper(helpMessages, buttons)]
