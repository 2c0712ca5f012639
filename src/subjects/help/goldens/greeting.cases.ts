// What is said where nobody typed /sprint.
import { golden } from '#test/goldens/golden.ts'
import { hostile } from '#test/goldens/people.ts'
import { greeting, spokenTo } from '../greeting.messages.ts'

export const goldens = [
  golden('greeting-new-channel', 'invited to a channel of no team', greeting, null),
  golden('greeting-of-team', 'invited to a team’s channel', greeting, 'Harbor Payments'),
  golden('greeting-hostile-team', 'a team whose name is out to do harm', greeting, hostile),
  golden('spoken-to', 'words that are no command', spokenTo, null),
  golden('spoken-to-command', 'words that begin with a command', spokenTo, 'block HP-412 no access'),
  golden('spoken-to-hostile', 'a command with what is out to do harm', spokenTo, `block ${hostile}`),
]
