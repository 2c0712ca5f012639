// One risk in a line, as status and digests show it.
import type { RankedRisk } from '#domain/sprint/ranked-risks.ts'
import { oneLine, safe } from '#platform/blocks/text.ts'
import { reasonText } from './reasons.ts'

/** How grave a score of likelihood × impact (1 to 9) is; null: nobody said. */
export function scoreMark(score: number | null): string {
  if (score === null || score === 0) return '⚪'
  if (score >= 6) return '🔴'
  return score >= 3 ? '🟠' : '🟡'
}

/** "🔴 HP-2 “Refund API” has been in progress for 4 working days …"; `keys`: see reasonText. */
export function riskLine({ source, score, risk }: RankedRisk, { keys = true } = {}): string {
  const text = source === 'data' ? reasonText(risk.reason, { keys }) : safe(oneLine(risk.title), 300)
  return `${scoreMark(score)} ${text}`
}
