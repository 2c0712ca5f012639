// Amounts of work as text: numbers with their units, shares, bars, sparklines; what statuses are called.
import type { ItemStatus } from '#domain/plan-file.ts'

export { amount, number } from '#domain/words.ts'

/** "31 %"; 100 only when all is done. */
export function percent(share: number): string {
  const bounded = Math.max(0, share)
  return `${bounded < 1 ? Math.min(99, Math.round(bounded * 100)) : Math.round(bounded * 100)} %`
}

const levels = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']

/** One character a value, as high as its share of `most`: ▇▆▆▄▂▁. */
export function sparkline(values: readonly number[], most: number): string {
  const top = levels.length - 1
  return values
    .map((value) => levels[most > 0 ? Math.min(top, Math.max(0, Math.round((value / most) * top))) : 0])
    .join('')
}

/** A bar of `width` cells: ▰▰▰▱▱▱. Full only when all is done, empty only when nothing is. */
export function bar(share: number, width = 20): string {
  const bounded = Math.min(1, Math.max(0, share))
  const cells = Math.round(bounded * width)
  const filled = bounded > 0 && bounded < 1 ? Math.min(width - 1, Math.max(1, cells)) : cells
  return '▰'.repeat(filled) + '▱'.repeat(width - filled)
}

/** What a status is called, and its mark. */
export const statusWords: Record<ItemStatus, { mark: string; words: string }> = {
  backlog: { mark: '⚪', words: 'to do' },
  ready: { mark: '🔵', words: 'ready' },
  in_progress: { mark: '🟡', words: 'in progress' },
  in_review: { mark: '🟣', words: 'in review' },
  blocked: { mark: '⛔', words: 'blocked' },
  done: { mark: '✅', words: 'done' },
  dropped: { mark: '✖️', words: 'dropped' },
}
