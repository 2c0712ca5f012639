// A sprint's risks: the register by score, and those that its data show.

import type { EstimateUnit } from '#domain/plan-file.ts'
import { type RankedRisk, rankRisks } from '#domain/sprint/ranked-risks.ts'
import { type ScoredRisk, scoreRegister } from '#domain/sprint/register.ts'
import { type SeenRisk, seenRisks } from '#domain/sprint/risk.ts'
import type { SprintState } from './sprint-state.ts'

export interface SprintRisks {
  register: ScoredRisk[]
  seen: SeenRisk[]
  /** Both, the gravest first. */
  ranked: RankedRisk[]
}

export function risksOf(state: SprintState): SprintRisks {
  const { items, events, blockers, dependencies, timeline, sprint } = state
  const { capacityLow, capacityHigh, capacityUnit } = sprint
  const high = capacityHigh ?? capacityLow
  const capacity = {
    points: high === null ? null : ([capacityLow ?? high, high] as const),
    unit: capacityUnit as EstimateUnit | null,
  }
  const register = scoreRegister(state.risks)
  const seen = seenRisks({ items, events, blockers, dependencies, capacity, timeline })
  return { register, seen, ranked: rankRisks(register, seen) }
}
