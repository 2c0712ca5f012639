// Every kind of ceremony and what it does when its time has come. One line a ceremony file.
import type { CeremonyKind } from '../store/generated/enums.ts'
import { deltaCeremony } from './delta.ts'
import { meetings } from './meetings.ts'
import { reminders } from './reminders.ts'
import { retro } from './retro.ts'
import { riskDigestCeremony } from './risks.ts'
import { stakeholderDigestCeremony } from './stakeholder-digest.ts'
import { standUp } from './standup.ts'
import type { Ceremony } from './steps.ts'

const ceremonies: Ceremony[] = [
  standUp,
  deltaCeremony,
  riskDigestCeremony,
  stakeholderDigestCeremony,
  meetings,
  reminders,
  retro,
]

/** What the kind does; undefined for a kind that nothing is done about. */
export function ceremonyOf(kind: CeremonyKind): Ceremony | undefined {
  return ceremonies.find((ceremony) => ceremony.kinds.includes(kind))
}
