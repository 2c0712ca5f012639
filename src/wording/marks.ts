// How severities, estimates and ages look, and the order of statuses, the same on every screen.

import type { ItemFacts, ItemStatus, Level } from '#domain/sprint/types.ts'
import { escaped, plural } from '#platform/blocks/text.ts'
import { amount, statusWords } from './amounts.ts'

/** Work that needs somebody first, then what is under way, what waits, and what is finished. */
export const statusOrder: readonly ItemStatus[] = [
  'blocked',
  'in_progress',
  'in_review',
  'ready',
  'backlog',
  'done',
  'dropped',
]

/** "🔵 in progress". */
export const statusLabel = (status: ItemStatus): string =>
  `${statusWords[status].mark} ${statusWords[status].words}`

export const severityMarks: Record<Level, string> = { high: '🔴', medium: '🟠', low: '🟡' }
/** Of a blocker for which others were asked for help. */
export const escalatedMark = '⏫'
export const severityNames: Record<Level, string> = { high: 'High', medium: 'Medium', low: 'Low' }

type Estimated = Pick<ItemFacts, 'estimateValue' | 'estimateUnit' | 'estimateSize'>

/** "5 points", "3 hours" or "M", escaped; null without an estimate. */
export function estimateText({ estimateValue: value, estimateUnit, estimateSize }: Estimated): string | null {
  if (value === null) return estimateSize === null ? null : escaped(estimateSize)
  const unit = estimateUnit === 'hours' || estimateUnit === 'days' ? estimateUnit : 'points'
  return amount(value, unit)
}

/** An age in working days: "today", "1 working day". */
export function ageText(days: number): string {
  return days === 0 ? 'today' : plural(days, 'working day')
}
