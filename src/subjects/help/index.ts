// /sprint help. It knows no other subject: it is given what they bring.
import { openHelp } from '#platform/blocks/ids.ts'
import { commandsOf } from '#subjects/compose.ts'
import type { Subject } from '#subjects/subject.ts'
import { helpFeature } from './help.slack.ts'

/** @param subjects all of them, help among them; asked when somebody asks */
export const help = (subjects: () => readonly Subject[]): Subject => ({
  name: 'help',
  needs: [],
  slack: [
    helpFeature(
      () => commandsOf(subjects()),
      () => subjects().flatMap((subject) => subject.help ?? []),
    ),
  ],
  home: { read: async () => ({ buttons: [openHelp.button('Help')] }) },
})
