// How statuses, severities and estimates look and are called, the same on every screen.
import type { Item } from '../store/generated/client.ts'
import type { ItemStatus, Level } from '../store/generated/enums.ts'
import { escaped, plural } from './text.ts'

export const statusNames: Record<ItemStatus, string> = {
  backlog: 'Backlog',
  ready: 'Ready',
  in_progress: 'In progress',
  in_review: 'In review',
  blocked: 'Blocked',
  done: 'Done',
  dropped: 'Dropped',
}

export const statusMarks: Record<ItemStatus, string> = {
  backlog: '⚪',
  ready: '🔵',
  in_progress: '🟡',
  in_review: '🟣',
  blocked: '⛔',
  done: '✅',
  dropped: '✖️',
}

/** Work that is under way first, then what waits, then what is finished. */
export const statusOrder: readonly ItemStatus[] = [
  'blocked',
  'in_progress',
  'in_review',
  'ready',
  'backlog',
  'done',
  'dropped',
]

export const severityMarks: Record<Level, string> = { high: '🔴', medium: '🟠', low: '🟡' }
export const severityNames: Record<Level, string> = { high: 'High', medium: 'Medium', low: 'Low' }

type Estimated = Pick<Item, 'estimateValue' | 'estimateUnit' | 'estimateSize'>

/** "5 pts", "3 h", "2 days" or "M"; null without an estimate. Escaped. */
export function estimateText({ estimateValue: value, estimateUnit, estimateSize }: Estimated): string | null {
  if (value === null) return estimateSize === null ? null : escaped(estimateSize)
  if (estimateUnit === 'hours') return `${value} h`
  if (estimateUnit === 'days') return plural(value, 'day')
  return plural(value, 'pt')
}

/** An age in working days: "today", "1 working day". */
export function ageText(days: number): string {
  return days === 0 ? 'today' : plural(days, 'working day')
}

/** A bar of ten squares for a share of 0 to 1: "▰▰▰▱▱▱▱▱▱▱". */
export function bar(share: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * 10)
  return '▰'.repeat(full) + '▱'.repeat(10 - full)
}
