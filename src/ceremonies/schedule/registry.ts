// Every kind of ceremony and what it does when its time has come. One line a ceremony file.
import type { CeremonyKind } from '../../store/generated/enums.ts'
import { deltaCeremony } from '../reports/delta.ts'
import { reminders } from '../reports/reminders.ts'
import { riskDigestCeremony } from '../reports/risks.ts'
import { stakeholderDigestCeremony } from '../reports/stakeholder-digest.ts'
import { meetings } from '../retro/meetings.ts'
import { retro } from '../retro/retro.ts'
import { standUp } from '../standup/standup.ts'
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
