// /sprint help, and the help that App Home opens.
import type { Button } from '@slack/types'
import { distance } from 'fastest-levenshtein'
import { openHelp } from '#platform/blocks/ids.ts'
import { onButton } from '#platform/slack/buttons.ts'
import type { Command, Feature } from '#platform/slack/feature.ts'
import { listenToWords } from './greeting.slack.ts'
import { helpDetail, helpMessages } from './help.messages.ts'

/**
 * @param commands every word of /sprint, help's own among them; asked when somebody asks
 * @param buttons those that subjects bring to the list; asked when somebody asks
 */
export function helpFeature(commands: () => readonly Command[], buttons: () => readonly Button[]): Feature {
  return {
    commands: [
      {
        word: 'help',
        aliases: ['?', 'commands'],
        usage: '[WORD]',
        summary: 'This list, or more about one command',
        when: 'setting up',
        needsTeam: false,
        async run({ rest, reply }) {
          const word = rest.replace(/^\/?sprint\s+/, '').toLowerCase()
          if (word === '') return reply(helpMessages(buttons()).helpMessage(commands()))
          const known = commands().find((each) => each.word === word || each.aliases?.includes(word))
          const near = known ?? nearest(commands(), word)
          await reply(near ? helpDetail(near) : helpMessages(buttons()).unknownHelp(word, commands()))
        },
      },
    ],
    listen(app, services) {
      const help = () => helpMessages(buttons()).helpMessage(commands())
      onButton(app, services, openHelp, ({ reply }) => reply(help()))
      listenToWords(app, services, { commands, help })
    },
  }
}

/** A command that was surely meant: at most a third of its letters are wrong. */
function nearest(commands: readonly Command[], word: string): Command | undefined {
  const scored = commands.map((command) => ({ command, wrong: distance(word, command.word) }))
  const [best] = scored.sort((a, b) => a.wrong - b.wrong)
  return best && best.wrong * 3 <= best.command.word.length ? best.command : undefined
}
