// The steps of a ceremony: what a tick does with an occurrence whose time has come.

import type { RuleKind } from '#domain/kinds.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import type { CeremonyRule, Occurrence, Sprint, Team } from '#platform/store/generated/client.ts'
import type { OccurrenceState } from '#platform/store/generated/enums.ts'
import type { Late, MissedNote } from '#wording/late.ts'

export type DueOccurrence = Occurrence & { kind: RuleKind; team: Team; sprint: Sprint; rule: CeremonyRule }

export interface StepContext {
  /** The transaction that holds the occurrence's row: state and messages are written with it. */
  tx: Tx
  services: Services
  /** The tick's instant. */
  now: Date
  occurrence: DueOccurrence
  /** Why the step comes so late that the message should say so; false: it does not. */
  late: Late
  /** What was missed since the team's last message, to be shown once. */
  missedNotes: MissedNote[]
}

/** What the occurrence becomes; `nextAt` null: nothing more happens. */
export interface StepResult {
  state: OccurrenceState
  step: string
  nextAt: Date | null
  reason?: string
}

/** What one kind of ceremony does: one function a step; each occurrence begins with `open`. */
export interface Ceremony {
  kinds: readonly RuleKind[]
  steps: Record<string, (context: StepContext) => Promise<StepResult>>
  /** It is too late to open it: what was gathered for it beforehand is to be kept. */
  missed?: (context: Pick<StepContext, 'tx' | 'services' | 'occurrence'>) => Promise<void>
}

/** The end of a ceremony that only posts something. */
export const done: StepResult = { state: 'closed', step: 'closed', nextAt: null }

/** The key of a ceremony's message: what it is, whose, and on which date. `part` tells its messages apart. */
export function messageKey(
  occurrence: Pick<Occurrence, 'kind' | 'teamId' | 'localDate' | 'slot' | 'ruleId'>,
  part: string,
): string {
  const date = fromDateColumn(occurrence.localDate)
  return `${occurrence.kind}:${occurrence.teamId}:${date}:${occurrence.ruleId}.${occurrence.slot}:${part}`
}
