/** Where a sprint stands in a word, for people who read nothing else. */

import { type AgedBlocker, LEVEL_SCORES } from './blockers.ts'
import type { Forecast } from './forecast.ts'
import type { Progress } from './progress.ts'
import type { LocalDate } from './types.ts'

export type Standing = 'waiting' | 'not_started' | 'on_track' | 'at_risk' | 'off_track' | 'done'

/** What decided it, as data: a message says it in words. */
export type HeadlineReason =
  | { type: 'no_dates' }
  | { type: 'starts'; on: LocalDate }
  | { type: 'all_done' }
  | { type: 'ended_with_work_left'; left: number }
  /** The likely end lies after the sprint's; null: beyond what was looked at. */
  | { type: 'ends_late'; likely: LocalDate | null }
  /** The likely end lies in the sprint, and the safe one after it. */
  | { type: 'may_end_late'; safe: LocalDate | null }
  | { type: 'blocked'; number: number; text: string; escalated: boolean }
  /** Work behind the ideal line, as a share of the commitment. */
  | { type: 'behind'; share: number }
  | { type: 'forecast'; likely: LocalDate | null }
  | { type: 'near_ideal' }

export interface Headline {
  standing: Standing
  reason: HeadlineReason
}

export interface HeadlineInput {
  dated: boolean
  window: { start: LocalDate; end: LocalDate }
  progress: Progress
  forecast: Forecast
  /** Work left, and what the ideal line has left tonight, in the sprint's unit; null: outside the sprint. */
  left: number
  idealLeft: number | null
  blockers: readonly AgedBlocker[]
}

/** A fifth of the commitment behind the ideal line is two days of a two-week sprint. */
const BEHIND = 0.2
/** Half of it is a week of that sprint: nobody makes that up. */
const LOST = 0.5

export function headlineOf(input: HeadlineInput): Headline {
  const { dated, window, progress, forecast, left, idealLeft, blockers } = input
  const say = (standing: Standing, reason: HeadlineReason): Headline => ({ standing, reason })
  if (progress.committed.items > 0 && progress.committed.items === progress.done.items)
    return say('done', { type: 'all_done' })
  if (!dated) return say('waiting', { type: 'no_dates' })
  if (progress.phase === 'before') return say('not_started', { type: 'starts', on: window.start })
  if (progress.phase === 'over') {
    const open = progress.committed.items - progress.done.items
    return say(open > 0 ? 'off_track' : 'done', { type: 'ended_with_work_left', left: open })
  }
  const known = forecast.method === 'simulation' || forecast.method === 'average'
  if (known && (forecast.likely === null || forecast.likely > window.end))
    return say('off_track', { type: 'ends_late', likely: forecast.likely })
  const worst = blockers.find(({ state, severity }) => state === 'escalated' || LEVEL_SCORES[severity] === 3)
  if (worst) {
    const { number, text, state } = worst
    return say('at_risk', { type: 'blocked', number, text, escalated: state === 'escalated' })
  }
  if (known && (forecast.safe === null || forecast.safe > window.end))
    return say('at_risk', { type: 'may_end_late', safe: forecast.safe })
  if (known) return say('on_track', { type: 'forecast', likely: forecast.likely })
  const committed = progress.unit === null ? progress.committed.items : progress.committed.value
  const share = idealLeft === null || committed === 0 ? 0 : (left - idealLeft) / committed
  if (share <= BEHIND) return say('on_track', { type: 'near_ideal' })
  return say(share < LOST ? 'at_risk' : 'off_track', { type: 'behind', share })
}
