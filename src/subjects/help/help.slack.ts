// /sprint help, and the help that App Home opens.
import { distance } from 'fastest-levenshtein'
import { onButton } from '#platform/slack/buttons.ts'
import type { Feature } from '#platform/slack/feature.ts'
import { features } from '#platform/slack/features.ts'
import { type HelpCommand, helpDetail, helpMessage, unknownHelp } from './help.messages.ts'

export const helpFeature: Feature = {
  commands: [
    {
      word: 'help',
      aliases: ['?', 'commands'],
      usage: '[WORD]',
      summary: 'This list, or more about one command',
      needsTeam: false,
      async run({ rest, reply }) {
        const word = rest.replace(/^\/?sprint\s+/, '').toLowerCase()
        if (word === '') return reply(helpMessage(commands()))
        const known = commands().find((each) => each.word === word || each.aliases.includes(word))
        const near = known ?? nearest(word)
        await reply(near ? helpDetail(near) : unknownHelp(word, commands()))
      },
    },
  ],
  listen(app, services) {
    onButton(app, services, 'help.open', ({ reply }) => reply(helpMessage(commands())))
  },
}

function commands(): HelpCommand[] {
  return features.flatMap((feature) =>
    feature.commands.map(({ word, aliases = [], usage, summary }) => ({ word, aliases, usage, summary })),
  )
}

/** A command that was surely meant: at most a third of its letters are wrong. */
function nearest(word: string): HelpCommand | undefined {
  const scored = commands().map((command) => ({ command, wrong: distance(word, command.word) }))
  const [best] = scored.sort((a, b) => a.wrong - b.wrong)
  return best && best.wrong * 3 <= best.command.word.length ? best.command : undefined
}
