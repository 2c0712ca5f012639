// /sprint: finds the word, the person and the team, runs the command, and answers every failure in words.
import { setImmediate } from 'node:timers/promises'
import type { AnyMiddlewareArgs, App, Middleware, RespondFn } from '@slack/bolt'
import { distance } from 'fastest-levenshtein'
import { runCommand } from '#platform/blocks/ids.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { callerOf } from './caller.ts'
import { fault, noTeam, ofTeam, refusal, unknownWord, whichTeam } from './command.messages.ts'
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
  const turns = takingTurns(commandsAtOnce)
  services.metrics?.watch('commands_waiting', turns.waiting)
  app.command('/sprint', async ({ command, respond }) => {
    const { user_id: slackUserId, channel_id: channelId, trigger_id: triggerId } = command
    const text = typedText(command.text)
    const asked = { text, slackUserId, channelId, triggerId, reply: privately(respond) }
    const began = performance.now()
    const word = await turns.take(() => answer(services, commands, asked))
    services.metrics?.commandDone(word, performance.now() - began)
  })
  app.action(runCommand.heard, async ({ action, body, ack, respond }) => {
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

/** Gives the word of the command that it was; "unknown" for none. */
async function answer(services: Services, commands: readonly Command[], asked: Asked): Promise<string> {
  const { reply } = asked
  const [word = '', ...others] = asked.text.trim().split(/\s+/)
  const named = findCommand(commands, word.toLowerCase() || 'status')
  // A key alone asks for its item.
  const command = named ?? (looksLikeKey(word) ? findCommand(commands, 'item') : undefined)
  try {
    const typed = asked.text.trim()
    const rest = named ? (others.length ? typed.slice(word.length).trim() : '') : typed
    if (!command) {
      const after = typed.slice(word.length).trim()
      await reply(unknownWord(word, nearestWord(commands, word), after))
      return 'unknown'
    }
    const { slackUserId, channelId, triggerId } = asked
    const { person, team, choices } = await callerOf(services, slackUserId, channelId)
    if (!team && asksForTeam(command, channelId)) {
      await reply(choices.length > 1 ? whichTeam(choices, asked.text.trim()) : noTeam())
      return command.word
    }
    const listener = `/sprint ${command.word}`
    await services.hooks.allow(services, {
      ...{ person, listener, ids: [], channelId },
      teamOfChannel: async () => team,
    })
    const isChosen = team !== null && choices.length > 1
    await command.run({
      ...{ services, person, team, choices, channelId, rest, triggerId },
      runInstead: async (text) => {
        await answer(services, commands, { ...asked, text })
      },
      reply: isChosen && command.needsTeam ? (content) => reply(ofTeam(content, team.name)) : reply,
    })
  } catch (error) {
    await reply(failure(services, error))
  }
  return command?.word ?? 'unknown'
}

/** "IG-241", "#17", "ig241": letters or a hash, then a number. */
const looksLikeKey = (word: string): boolean => /^(#|[\p{L}][\p{L}\d]*-?)\d+$/u.test(word)

const asksForTeam = ({ needsTeam, needsTeamInDirectMessage }: Command, channelId: string): boolean =>
  needsTeam || (needsTeamInDirectMessage === true && channelId.startsWith('D'))

/** What a person sees of a failure; what nobody can act on is logged and said plainly. */
export function failure(services: Pick<Services, 'log' | 'workspaceId'>, error: unknown): Content {
  if (error instanceof SprintkeeperError) return refusal(error)
  services.log.error({ workspace: services.workspaceId, err: error }, 'a request failed')
  return fault()
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

/** The command whose word or alias is nearest to what was typed. */
function nearestWord(commands: readonly Command[], word: string): string {
  const near = (command: Command) =>
    Math.min(...[command.word, ...(command.aliases ?? [])].map((each) => distance(word.toLowerCase(), each)))
  return commands.toSorted((a, b) => near(a) - near(b))[0]?.word ?? 'help'
}
