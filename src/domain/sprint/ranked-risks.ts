/** The register and what the data show, in one list by score. */

import type { ScoredRisk } from './register.ts'
import type { SeenRisk } from './risk.ts'

export type RankedRisk =
  | { source: 'register'; score: number; risk: ScoredRisk }
  | { source: 'data'; score: number; risk: SeenRisk }

/** Highest score first; of equal ones, what the data show stands before what was feared. Without a score: last. */
export function rankRisks(register: readonly ScoredRisk[], seen: readonly SeenRisk[]): RankedRisk[] {
  return [
    ...seen.map((risk): RankedRisk => ({ source: 'data', score: risk.score, risk })),
    ...register.map((risk): RankedRisk => ({ source: 'register', score: risk.score ?? 0, risk })),
  ].sort((a, b) => b.score - a.score)
}
