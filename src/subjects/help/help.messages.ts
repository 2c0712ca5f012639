// /sprint help: every command in a line, by what one does when; and one command in detail.
import type { KnownBlock } from '@slack/types'
import { actions, button, context, header, message, section } from '#platform/blocks/blocks.ts'
import { cut, safe } from '#platform/blocks/text.ts'
import type { Content } from '#platform/delivery/outbox.ts'

export interface HelpCommand {
  word: string
  aliases: string[]
  usage: string
  summary: string
}

/** Which words stand under which heading; a word that is in none stands under the last. */
const groups: { title: string; words: string[] }[] = [
  {
    title: '☀️ Every day',
    words: ['status', 'standup', 'away', 'item', 'start', 'review', 'done', 'block', 'blockers'],
  },
  {
    title: '🗓️ Through the sprint',
    words: ['plan', 'delta', 'risks', 'objectives', 'decide', 'digest', 'refine', 'retro'],
  },
  { title: '🔧 Setting up', words: ['begin', 'import', 'team', 'help'] },
]

/** `/sprint help`. */
export function helpMessage(commands: HelpCommand[]): Content {
  const grouped = groups.map(({ title, words }) => ({
    title,
    commands: words.flatMap((word) => commands.filter((command) => command.word === word)),
  }))
  const others = commands.filter(({ word }) => !groups.some(({ words }) => words.includes(word)))
  const all = [...grouped, { title: '➕ More', commands: others }].filter(
    ({ commands: some }) => some.length > 0,
  )
  const blocks: KnownBlock[] = [
    header('Sprintkeeper: your sprint, from your plan'),
    ...all.map(({ title, commands: some }) => section([`*${title}*`, ...some.map(line)].join('\n'))),
    context(
      '💡 All of this works in a direct message too, where nobody sees you typing. `/sprint help WORD` tells more about a command, and a word mistyped gets the nearest one.',
    ),
    actions('help.end', [
      button('command.run.status', 'Status', 'status', 'primary'),
      button('command.run.plan', 'The plan', 'plan'),
      button('blocker.open', 'Raise a blocker', '{}'),
    ]),
  ]
  return message('What /sprint can do', blocks)
}

/** `/sprint help WORD`. */
export function helpDetail(command: HelpCommand): Content {
  const lines = [
    `*\`${usageOf(command)}\`*`,
    safe(command.summary, 500),
    ...(details[command.word] ?? []),
    ...(command.aliases.length
      ? [`Also: ${command.aliases.map((each) => `\`/sprint ${safe(each, 40)}\``).join(', ')}`]
      : []),
  ]
  return message(`${usageOf(command)}: ${safe(command.summary, 300)}`, [
    section(lines.join('\n')),
    actions('help.end', [button('command.run.help', 'All commands', 'help')]),
  ])
}

/** `/sprint help` of a word that is none: what was typed, then all commands. */
export function unknownHelp(word: string, commands: HelpCommand[]): Content {
  const { text, blocks = [] } = helpMessage(commands)
  const said = `There is no \`/sprint ${safe(cut(word, 40), 60)}\`. These are all commands:`
  return message(text, [section(said), ...blocks.slice(1)])
}

const usageOf = ({ word, usage }: HelpCommand): string => safe(`/sprint ${word} ${usage}`.trim(), 200)

const line = (command: HelpCommand): string => `\`${usageOf(command)}\`  ${safe(command.summary, 200)}`

/** What a line cannot say. */
const details: Record<string, string[]> = {
  item: [
    'The key may be written in any case, with or without #: `/sprint item hp-412`. A key that is not there gets the nearest ones as buttons.',
  ],
  start: [
    'Without a key it offers your own items. An item that nobody owns becomes yours. The answer has an *Undo*.',
  ],
  review: ['Without a key it offers your own items. The answer has an *Undo*.'],
  done: [
    'Without a key it offers your own items. It tells you when a blocker of the item is still open. The answer has an *Undo*.',
  ],
  block: [
    'Everything after the key is the text: `/sprint block HP-412 no access to staging`. A form opens with it filled in; there you say who can help and how bad it is.',
    'The item is blocked from then on, and goes back to where it was when the blocker is resolved.',
  ],
  blockers: ['Age is counted in working days of the team. Anyone may take, resolve or escalate a blocker.'],
  plan: [
    'The goals, every item with its owner and estimate, the capacity, and which file and revision all of it comes from.',
  ],
}
