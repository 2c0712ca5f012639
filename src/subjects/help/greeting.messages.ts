// What is said where nobody typed /sprint: when the app is invited to a channel, and when somebody writes to it.
import { actions, message, section } from '#platform/blocks/blocks.ts'
import { cut, oneLine, safe } from '#platform/blocks/text.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { commandButton } from '#platform/slack/command.messages.ts'

/** The post in a channel that the app was just invited to. @param team whose channel it is; null: nobody's yet */
export function greeting(team: string | null): Content {
  if (team !== null) {
    const name = safe(oneLine(team), 100)
    return message(`Sprintkeeper is here, for ${name}.`, [
      section(
        `👋 This is the channel of *${name}*: what concerns its sprint is posted here. \`/sprint status\` says where it stands.`,
      ),
      actions('greeting', [
        commandButton('Status', 'status', 'status', 'primary'),
        commandButton('All commands', 'help', 'help'),
      ]),
    ])
  }
  return message('Sprintkeeper runs your sprint from the plan that you already wrote.', [
    section(
      [
        '👋 I run your sprint from the plan that you already wrote in Markdown: stand-ups, what changed, risks, blockers and the retro, here in the channel.',
        'Nothing happens before a plan is imported: `/sprint import` takes a file or pasted text, and shows what it understood before it stores anything.',
      ].join('\n'),
    ),
    actions('greeting', [
      commandButton('Import a plan', 'import', 'import', 'primary'),
      commandButton('All commands', 'help', 'help'),
    ]),
  ])
}

/**
 * The answer to somebody who wrote to the app. Only /sprint acts, so that nothing happens by a word in passing; a button
 * runs what was surely meant.
 *
 * @param command the command that the text begins with, as typed after "/sprint"; null: it begins with none
 */
export function spokenTo(command: string | null): Content {
  // A button carries 2,000 characters at most; half of what was typed would be another command.
  const meant = command !== null && command.length <= 2000 ? command : null
  const says = meant
    ? `I act on \`/sprint\` and on buttons. Did you mean *\`/sprint ${safe(cut(meant, 80), 100)}\`*?`
    : 'I act on `/sprint` and on buttons, and leave other words alone. `/sprint help` lists what I can do.'
  return message(meant ? 'Did you mean a command?' : 'I act on /sprint and on buttons.', [
    section(says),
    actions('spoken-to', [
      meant
        ? commandButton(cut(`/sprint ${oneLine(meant)}`, 70), meant, 'meant', 'primary')
        : commandButton('Status', 'status', 'status', 'primary'),
      commandButton('All commands', 'help', 'help'),
    ]),
  ])
}
