// What a command is answered with before it is run, or when it fails.
import type { Button } from '@slack/types'
import { actions, context, message, section } from '#platform/blocks/blocks.ts'
import { runCommand } from '#platform/blocks/ids.ts'
import { cut, escaped, oneLine, safe } from '#platform/blocks/text.ts'
import type { Content } from '#platform/delivery/outbox.ts'

/** Slack's own limit of a message. */
const mostBlocks = 50

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

/** A command that is about a team, of somebody who could mean several: asked once, then remembered. `text`: what was typed. */
export function whichTeam(choices: readonly { slug: string; name: string }[], text: string): Content {
  const says = 'Which team do you mean? I ask once and remember it; `/sprint use` changes it.'
  const fits = (slug: string) => `use ${slug} ${text}`.trim().length <= 2000
  return message('Which team do you mean?', [
    section(says),
    actions(
      'command.which-team',
      choices.map(({ slug, name }) =>
        commandButton(
          cut(oneLine(name), 70),
          fits(slug) ? `use ${slug} ${text}`.trim() : `use ${slug}`,
          slug,
        ),
      ),
    ),
  ])
}

/** An answer about the team that was chosen, where several could be meant: it says which it took. */
export function ofTeam({ text, blocks = [] }: Content, teamName: string): Content {
  const name = safe(oneLine(teamName), 100)
  const says = context(`Of *${name}*, the team that you chose last: \`/sprint use\` changes it.`)
  return { text, blocks: blocks.length < mostBlocks ? [...blocks, says] : blocks }
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
