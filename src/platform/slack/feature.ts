// What a part of the product brings to Slack: words of /sprint, and listeners for buttons, modals and events.
import type { App } from '@slack/bolt'
import type { Content } from '#platform/delivery/outbox.ts'
import type { Services } from '#platform/services.ts'
import type { Person, Team } from '#platform/store/generated/client.ts'

export interface Feature {
  commands: Command[]
  listen?(app: App, services: Services): void
}

/** One word of /sprint. */
export interface Command {
  /** "block" for `/sprint block`; also the first of `words`. */
  word: string
  aliases?: string[]
  /** What follows the word: "[KEY] [text]". */
  usage: string
  /** One line for /sprint help. */
  summary: string
  /** Under which heading /sprint help lists it. Left out: under the last. */
  when?: 'every day' | 'through the sprint' | 'setting up'
  /** What the line cannot say: mrkdwn lines for `/sprint help WORD`. */
  details?: readonly string[]
  /** Whether it needs a team: without one the person is told how to link the channel. */
  needsTeam: boolean
  /** In a direct message it needs a team too: there is no channel to link. */
  needsTeamInDirectMessage?: true
  run(call: CommandCall): Promise<void>
}

export interface CommandCall {
  services: Services
  person: Person
  /** The channel's team, or the one team of the person in a channel without one; null only where `needsTeam` is false. */
  team: Team | null
  channelId: string
  /** What follows the word, trimmed. */
  rest: string
  /** Use within 3 s, once. */
  triggerId: string
  /** The teams that could be meant here, where the place does not tell. */
  choices: readonly { slug: string; name: string }[]
  /** Runs another command of the same asker, as typed after "/sprint". */
  runInstead(text: string): Promise<void>
  /** Answers the asker alone. */
  reply(content: Content): Promise<void>
}

/** The team of a call whose command says `needsTeam`. */
export function teamOf(call: CommandCall): Team {
  if (!call.team) throw new Error('a command without needsTeam asked for its team')
  return call.team
}
