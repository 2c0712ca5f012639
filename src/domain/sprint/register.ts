/** The risk register by likelihood × impact. */

import { LEVEL_SCORES } from './blockers.ts'
import type { RiskState } from './types.ts'

export interface ScoredRisk extends RiskState {
  /** 1 to 9; null: neither likelihood nor impact is stated. */
  score: number | null
  /** True: one of the two is not stated and was taken as medium. */
  assumed: boolean
}

/** The open risks, highest score first; those without a score last; otherwise in their order. */
export function scoreRegister(risks: readonly RiskState[]): ScoredRisk[] {
  return risks
    .filter(({ closedAt }) => closedAt === null)
    .map((risk) => ({ ...risk, ...scoreOf(risk) }))
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
}

/** Likelihood × impact on 1 to 3 each. */
export function scoreOf({ likelihood, impact }: Pick<RiskState, 'likelihood' | 'impact'>): {
  score: number | null
  assumed: boolean
} {
  if (likelihood === null && impact === null) return { score: null, assumed: false }
  const score = LEVEL_SCORES[likelihood ?? 'medium'] * LEVEL_SCORES[impact ?? 'medium']
  return { score, assumed: likelihood === null || impact === null }
}
