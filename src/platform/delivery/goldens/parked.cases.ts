// What is told of a message that could not be posted.

import { golden } from '#test/goldens/golden.ts'
import { hostile } from '#test/goldens/people.ts'
import { cures } from '../errors.ts'
import { parkedMessage } from '../parked.messages.ts'

export const goldens = [
  golden(
    'not-in-channel',
    'somebody can mend it',
    parkedMessage,
    'C0SQUAD',
    'not_in_channel',
    cures.not_in_channel ?? null,
  ),
  golden('without-cure', 'nobody in Slack can mend it', parkedMessage, 'C0SQUAD', 'msg_too_long', null),
  golden('to-a-person', 'a direct message', parkedMessage, 'U0MAYA', 'user_disabled', null),
  golden('hostile-error', 'an error that Slack never says', parkedMessage, 'C0SQUAD', hostile, null),
]
