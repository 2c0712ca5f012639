// /sprint admin.
import { golden } from '#test/goldens/golden.ts'
import { harbor, hostile } from '#test/goldens/people.ts'
import { limitsModal, savedLimits } from '../limits.messages.ts'

export const goldens = [
  golden('limits-modal', 'nothing was set yet', limitsModal, {
    creators: 'everyone',
    people: [],
    closed: [],
  }),
  golden('limits-modal-set', 'two people may start teams, one channel is closed', limitsModal, {
    creators: 'named',
    people: ['U0MAYA', 'U0TOM'],
    closed: ['C0GENERAL'],
  }),
  golden('limits-saved', 'saved', savedLimits, []),
  golden('limits-saved-unlinked', 'two teams lost a channel', savedLimits, [harbor, hostile]),
]
