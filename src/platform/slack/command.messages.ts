// What a command is answered with before it is run, or when it fails.
import type { Button } from '@slack/types'
import { actions, message, section } from '#platform/blocks/blocks.ts'
import { runCommand } from '#platform/blocks/ids.ts'
import { escaped, oneLine, safe } from '#platform/blocks/text.ts'
import type { Content } from '#platform/delivery/outbox.ts'

/** A button that runs `/sprint TEXT` for whoever clicks it. Several in one message need different `part`s. */
export const commandButton = (
  label: string,
  text: string,
  part = 'one',
  style?: 'primary' | 'danger',
): Button => runCommand.button(label, text, { part, ...(style ? { style } : {}) })

/** A failure that the person can act on, with what to do. */
export function refusal(error: { message: string; hint: string | null }): Content {
  const lines = [`:warning: ${escaped(error.message)}`, ...(error.hint ? [escaped(error.hint)] : [])]
  return message(escaped(`${error.message} ${error.hint ?? ''}`), [section(lines.join('\n'))])
}

/** A failure of ours. */
export function fault(): Content {
  const text =
    'Something went wrong on our side, and nothing was changed. Please try again in a minute; if it stays, tell whoever runs Sprintkeeper.'
  return message(text, [section(`:warning: ${text}`)])
}

/** A reply in a thread of ours that should have counted, or the edit or deletion of one. `why` is plain text. */
export function notCounted(why: string): Content {
  const text = `Your reply was not counted. ${oneLine(escaped(why))} Please send it again in a minute; if this stays, use the message's buttons.`
  return message(text, [section(`:warning: ${text}`)])
}

/** A word of /sprint that is none. `rest` is what followed it. */
export function unknownWord(word: string, nearest: string, rest: string): Content {
  const shown = safe(word, 60)
  // A button carries 2,000 characters at most; half of what was typed would be another command.
  const whole = `${nearest} ${rest}`.trim()
  const again = whole.length <= 2000 ? [commandButton(`/sprint ${nearest}`, whole, 'nearest')] : []
  return message(`There is no /sprint ${shown}. Did you mean /sprint ${nearest}?`, [
    section(`There is no \`/sprint ${shown}\`. Did you mean *\`/sprint ${nearest}\`*?`),
    actions('command.unknown', [...again, commandButton('All commands', 'help', 'help')]),
  ])
}

/** A command that is about a team, in a channel without one. */
export function noTeam(): Content {
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
