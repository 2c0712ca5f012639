// Where a sprint stands, in the lines that status and digests share.
import type { Burndown } from '#domain/sprint/burndown.ts'
import type { Progress } from '#domain/sprint/progress.ts'
import { plural } from '#platform/blocks/text.ts'
import { amount, bar, number, percent, sparkline, statusWords } from './amounts.ts'
import { statusOrder } from './marks.ts'

/** "5 of 16 points", or "1 of 4 items" where nothing is estimated in numbers. */
export function doneOfCommitted({ unit, done, committed }: Progress): string {
  return unit === null
    ? `${done.items} of ${plural(committed.items, 'item')}`
    : `${number(done.value)} of ${amount(committed.value, unit)}`
}

/** The bar with its figures: against the commitment, with items, stretch and the plan's own figure where they add something. */
export function progressLines(progress: Progress): string {
  const { unit, done, committed, share, stretch, stretchDone, statedCommitment, unestimated } = progress
  if (share === null) return 'The sprint has no items yet.'
  const more = [
    unit === null ? null : `${done.items} of ${plural(committed.items, 'item')}`,
    stretch.items ? `stretch: ${stretchDone.items} of ${stretch.items} done` : null,
    unit !== null && unestimated.length ? `${unestimated.length} without an estimate` : null,
    unit !== null && statedCommitment !== null && statedCommitment !== committed.value
      ? `the plan states ${amount(statedCommitment, unit)}`
      : null,
  ].filter((part) => part !== null)
  const head = `${bar(share)}  *${doneOfCommitted(progress)}* done · ${percent(share)}`
  return more.length ? `${head}\n${more.join(' · ')}` : head
}

/** "✅ 1 Done  🟡 1 In progress …": the statuses that any item has. */
export function statusCounts({ byStatus }: Progress): string {
  return statusOrder
    .filter((status) => byStatus[status] > 0)
    .map((status) => `${statusWords[status].mark} ${byStatus[status]} ${statusWords[status].words}`)
    .join('   ')
}

/** "▇▇▆▅  16 → 11 points left, ideal 12.8": what was left at the end of each day that began; null before the first. */
export function burndownLine({ unit, points }: Burndown): string | null {
  const known = points.filter((point) => point.actual !== null)
  const first = known[0]
  const last = known.at(-1)
  if (!first || !last || known.length < 2) return null
  const actual = known.map((point) => point.actual ?? 0)
  const most = Math.max(...actual, ...known.map(({ scope }) => scope ?? 0))
  if (most === 0) return null
  const left = amount(last.actual ?? 0, unit ?? 'items')
  return `${sparkline(actual, most)}  ${number(first.actual ?? 0)} → ${left} left; ideal ${number(last.ideal)}`
}
