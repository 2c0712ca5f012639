// /sprint help: every command in a line, by what one does when; and one command in detail.
import type { Button, KnownBlock } from '@slack/types'
import { actions, context, header, message, section } from '#platform/blocks/blocks.ts'
import { cut, safe } from '#platform/blocks/text.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { commandButton } from '#platform/slack/command.messages.ts'
import type { Command } from '#platform/slack/feature.ts'

/** What help tells of a command. */
export type HelpCommand = Pick<Command, 'word' | 'aliases' | 'usage' | 'summary' | 'when' | 'details'>

/** The headings; a command that names none stands under the last. */
const groups: { title: string; when: Command['when'] }[] = [
  { title: '☀️ Every day', when: 'every day' },
  { title: '🗓️ Through the sprint', when: 'through the sprint' },
  { title: '🔧 Setting up', when: 'setting up' },
  { title: '➕ More', when: undefined },
]

/**
 * The messages that list all commands.
 *
 * @param others the buttons that subjects bring, beside those that run a command
 */
export function helpMessages(others: readonly Button[]) {
  /** `/sprint help`. */
  function helpMessage(commands: readonly HelpCommand[]): Content {
    const all = groups
      .map(({ title, when }) => ({ title, commands: commands.filter((command) => command.when === when) }))
      .filter(({ commands: some }) => some.length > 0)
    const blocks: KnownBlock[] = [
      header('Sprintkeeper: your sprint, from your plan'),
      ...all.map(({ title, commands: some }) => section([`*${title}*`, ...some.map(line)].join('\n'))),
      context(
        '💡 All of this works in a direct message too, where nobody sees you typing. `/sprint help WORD` tells more about a command, and a word mistyped gets the nearest one.',
      ),
      actions('help.end', [
        commandButton('Status', 'status', 'status', 'primary'),
        commandButton('The plan', 'plan', 'plan'),
        ...others,
      ]),
    ]
    return message('What /sprint can do', blocks)
  }

  /** `/sprint help` of a word that is none: what was typed, then all commands. */
  function unknownHelp(word: string, commands: readonly HelpCommand[]): Content {
    const { text, blocks = [] } = helpMessage(commands)
    const said = `There is no \`/sprint ${safe(cut(word, 40), 60)}\`. These are all commands:`
    return message(text, [section(said), ...blocks.slice(1)])
  }

  return { helpMessage, unknownHelp }
}

/** `/sprint help WORD`. */
export function helpDetail(command: HelpCommand): Content {
  const lines = [
    `*\`${usageOf(command)}\`*`,
    safe(command.summary, 500),
    ...(command.details ?? []),
    ...(command.aliases?.length
      ? [`Also: ${command.aliases.map((each) => `\`/sprint ${safe(each, 40)}\``).join(', ')}`]
      : []),
  ]
  return message(`${usageOf(command)}: ${safe(command.summary, 300)}`, [
    section(lines.join('\n')),
    actions('help.end', [commandButton('All commands', 'help', 'help')]),
  ])
}

const usageOf = ({ word, usage }: HelpCommand): string => safe(`/sprint ${word} ${usage}`.trim(), 200)

const line = (command: HelpCommand): string => `\`${usageOf(command)}\`  ${safe(command.summary, 200)}`
