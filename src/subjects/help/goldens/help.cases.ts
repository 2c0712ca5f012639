// /sprint help, with the commands that the product has.

import { features } from '#platform/slack/features.ts'
import { golden } from '#test/goldens/golden.ts'
import { hostile } from '#test/goldens/people.ts'
import { helpDetail, helpMessage, unknownHelp } from '../help.messages.ts'

const commands = features.flatMap((feature) =>
  feature.commands.map(({ word, aliases = [], usage, summary }) => ({ word, aliases, usage, summary })),
)
const status = { word: 'status', aliases: [], usage: '', summary: 'Where the sprint stands' }
const block = { word: 'block', aliases: ['blocker'], usage: 'KEY TEXT', summary: 'Raises a blocker' }

export const goldens = [
  golden('all-commands', 'all that the product has', helpMessage, commands),
  golden('two-commands', 'one command of a heading, and one that is under none', helpMessage, [
    status,
    { ...block, word: 'erase' },
  ]),
  golden('command-in-detail', 'a command that says more than a line', helpDetail, block),
  golden('command-in-a-line', 'a command without arguments, other words or details', helpDetail, status),
  golden('unknown-word', 'a word that is none', unknownHelp, 'velocity', [status]),
  golden('unknown-hostile-word', 'a word that is out to do harm', unknownHelp, hostile, [status]),
]
