/** Blockers by weight: age in working days, the gravest and oldest first. */

import { workingDaysSince } from './days.ts'
import type { BlockerState, Level, Timeline } from './types.ts'

export interface AgedBlocker extends BlockerState {
  /** Working days that began since it was raised, up to its resolution or now: 0 on the day itself. */
  ageDays: number
}

export const LEVEL_SCORES: Record<Level, 1 | 2 | 3> = { low: 1, medium: 2, high: 3 }

/** All that are not resolved: by severity, then age, then number. */
export function openBlockers(blockers: readonly BlockerState[], timeline: Timeline): AgedBlocker[] {
  return blockers
    .filter(({ state }) => state !== 'resolved')
    .map((blocker) => agedBlocker(blocker, timeline))
    .sort(
      (a, b) =>
        LEVEL_SCORES[b.severity] - LEVEL_SCORES[a.severity] || b.ageDays - a.ageDays || a.number - b.number,
    )
}

export function agedBlocker(blocker: BlockerState, timeline: Timeline): AgedBlocker {
  const until = blocker.resolvedAt ?? timeline.now
  return { ...blocker, ageDays: workingDaysSince(timeline.workdays, blocker.raisedAt, until) }
}
