// Every kind of ceremony and what it does when its time has come. One line a ceremony file.
import type { CeremonyKind } from '#platform/store/generated/enums.ts'
import { deltaCeremony } from '#subjects/changes/delta.steps.ts'
import { stakeholderDigestCeremony } from '#subjects/digests/digest.steps.ts'
import { meetings } from '#subjects/meetings/meetings.steps.ts'
import { reminders } from '#subjects/reminders/reminders.steps.ts'
import { retro } from '#subjects/retro/retro.steps.ts'
import { riskDigestCeremony } from '#subjects/risks/risks.steps.ts'
import { standUp } from '#subjects/standup/standup.steps.ts'
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
