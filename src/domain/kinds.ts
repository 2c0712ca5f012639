// The kinds of ceremony.
import type { RuleKind } from './calendar/types.ts'

/** What people call the kinds. */
export const ceremonyNames = {
  planning: 'Sprint planning',
  standup: 'Stand-up',
  refinement: 'Refinement',
  review: 'Review',
  retro: 'Retro',
  delta: 'Daily delta',
  risk_digest: 'Risk digest',
  stakeholder_digest: 'Stakeholder digest',
  sync: 'Syncs',
  key_date: 'Key dates',
  dependency_due: 'Dependencies that fall due',
} satisfies Record<RuleKind, string>
