// /sprint: finds the word, the person and the team, runs the command, and answers every failure in words.
import { setImmediate } from 'node:timers/promises'
import type { AnyMiddlewareArgs, App, Middleware, RespondFn } from '@slack/bolt'
import { distance } from 'fastest-levenshtein'
import { actions, button, message, section } from '#platform/blocks/blocks.ts'
import { escaped, safe } from '#platform/blocks/text.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { callerOf } from './caller.ts'
import type { Command } from './feature.ts'
import { typedText } from './incoming-text.ts'
import { showNotice } from './show-notice.ts'
import { takingTurns } from './turns.ts'

/**
 * Commands under way at once: fewer than the pool has connections, so that the tick and the delivery find one, and few enough
 * that a new request is acknowledged between two pieces of their work. `npm run bench -- load` measures it.
 */
const commandsAtOnce = 2

interface Asked {
  text: string
  slackUserId: string
  channelId: string
  triggerId: string
  reply(content: Content): Promise<void>
}

/**
 * Bolt's first middleware: acknowledges a command before anything asks the database, so that Slack's 3 s are never spent
 * in a queue of ours, and answers in words when the command then gets nowhere.
 */
export function receiveCommands(
  services: Pick<Services, 'log' | 'workspaceId'>,
): Middleware<AnyMiddlewareArgs> {
  return async (args) => {
    if (!('command' in args)) return args.next()
    await args.ack()
    // The requests that came meanwhile are acknowledged before this one's work begins.
    await setImmediate()
    try {
      await args.next()
    } catch (error) {
      await privately(args.respond)(failure(services, error))
    }
  }
}

/** Listens to /sprint, which `receiveCommands` acknowledged, and to the buttons that run one of its commands. */
export function listenToCommands(app: App, services: Services, commands: readonly Command[]): void {
  const turn = takingTurns(commandsAtOnce)
  app.command('/sprint', async ({ command, respond }) => {
    const { user_id: slackUserId, channel_id: channelId, trigger_id: triggerId } = command
    const text = typedText(command.text)
    const asked = { text, slackUserId, channelId, triggerId, reply: privately(respond) }
    await turn(() => answer(services, commands, asked))
  })
  app.action(/^command\.run/, async ({ action, body, ack, respond }) => {
    await ack()
    if (body.type !== 'block_actions' || action.type !== 'button') return
    const channelId = body.channel?.id ?? ''
    const text = action.value ?? ''
    await answer(services, commands, {
      text,
      slackUserId: body.user.id,
      channelId,
      triggerId: body.trigger_id,
      reply: body.response_url ? privately(respond) : (content) => showNotice(services, body, content),
    })
  })
}

/** Answers the asker alone, under what they typed or clicked. */
const privately = (respond: RespondFn) => async (content: Content) => {
  await respond({ ...content, response_type: 'ephemeral', replace_original: false })
}

/** A button that runs `/sprint TEXT` for whoever clicks it. Several in one message need different `part`s. */
export function commandButton(label: string, text: string, part = 'one') {
  return button(`command.run.${part}`, label, text)
}

async function answer(services: Services, commands: readonly Command[], asked: Asked): Promise<void> {
  const { reply } = asked
  try {
    const [word = '', ...others] = asked.text.trim().split(/\s+/)
    const rest = others.length ? asked.text.trim().slice(word.length).trim() : ''
    const command = findCommand(commands, word.toLowerCase() || 'status')
    if (!command) return await reply(unknownWord(commands, word, rest))
    const { slackUserId, channelId, triggerId } = asked
    const { person, team } = await callerOf(services, slackUserId, channelId)
    if (command.needsTeam && !team) return await reply(noTeam())
    const listener = `/sprint ${command.word}`
    await services.hooks.allow(services, { person, listener, ids: [], teamOfChannel: async () => team })
    await command.run({ services, person, team, channelId, rest, triggerId, reply })
  } catch (error) {
    await reply(failure(services, error))
  }
}

/** What a person sees of a failure; what nobody can act on is logged and said plainly. */
export function failure(services: Pick<Services, 'log' | 'workspaceId'>, error: unknown): Content {
  if (error instanceof SprintkeeperError) {
    const lines = [`:warning: ${escaped(error.message)}`, ...(error.hint ? [escaped(error.hint)] : [])]
    return message(escaped(`${error.message} ${error.hint ?? ''}`), [section(lines.join('\n'))])
  }
  services.log.error({ workspace: services.workspaceId, err: error }, 'a request failed')
  const text =
    'Something went wrong on our side, and nothing was changed. Please try again in a minute; if it stays, tell whoever runs Sprintkeeper.'
  return message(text, [section(`:warning: ${text}`)])
}

/** Every word of /sprint with what follows it, for whoever offers completion. */
export function commandHints(commands: readonly Command[]): { usage: string; hint: string }[] {
  return commands.map(({ word, usage, summary }) => ({
    usage: `/sprint ${word} ${usage}`.trim(),
    hint: summary,
  }))
}

function findCommand(commands: readonly Command[], word: string): Command | undefined {
  return commands.find((command) => command.word === word || command.aliases?.includes(word))
}

function unknownWord(commands: readonly Command[], word: string, rest: string): Content {
  const near = (command: Command) =>
    Math.min(...[command.word, ...(command.aliases ?? [])].map((each) => distance(word.toLowerCase(), each)))
  const nearest = commands.toSorted((a, b) => near(a) - near(b))[0]?.word ?? 'help'
  const shown = safe(word, 60)
  return message(`There is no /sprint ${shown}. Did you mean /sprint ${nearest}?`, [
    section(`There is no \`/sprint ${shown}\`. Did you mean *\`/sprint ${nearest}\`*?`),
    actions('command.unknown', [
      commandButton(`/sprint ${nearest}`, `${nearest} ${rest}`.trim(), 'nearest'),
      commandButton('All commands', 'help', 'help'),
    ]),
  ])
}

function noTeam(): Content {
  const text = 'No team is linked to this channel yet.'
  return message(text, [
    section(
      `${text}\nLink one with \`/sprint team\`, or load its plan with \`/sprint import\`. In a team's own channel every command just works.`,
    ),
    actions('command.no-team', [
      commandButton('Link a team', 'team', 'team'),
      commandButton('Import a plan', 'import', 'import'),
    ]),
  ])
}
