// /sprint help. It knows no other subject: it is given the commands.
import { button } from '#platform/blocks/blocks.ts'
import type { Command } from '#platform/slack/feature.ts'
import type { Subject } from '#subjects/subject.ts'
import { helpFeature } from './help.slack.ts'

/** @param commands every word of /sprint, help's own among them; asked when somebody asks */
export const help = (commands: () => readonly Command[]): Subject => ({
  name: 'help',
  needs: [],
  slack: [helpFeature(commands)],
  home: { read: async () => ({ buttons: [button('help.open', 'Help', 'all')] }) },
})
