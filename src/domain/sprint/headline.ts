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
  /** On its last day a sprint is not judged by what would come after it, only by what is left. */
  | { type: 'last_day'; left: number }
  /** What was found, which is not yet enough to call it so. */
  | { type: 'held'; found: Standing; by: HeadlineReason }

/** A verdict that was given before. */
export interface Verdict {
  standing: Standing
  reason: HeadlineReason
  on: LocalDate
}

export interface Headline {
  standing: Standing
  reason: HeadlineReason
  /** What was said before, where it was another. */
  was?: Verdict
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
  /** The verdict that was given last before today, and how many working days ago; null: none was. */
  before: { verdict: Verdict; workingDays: number } | null
}

/** A fifth of the commitment behind the ideal line is two days of a two-week sprint. */
const BEHIND = 0.2
/** Half of it is a week of that sprint: nobody makes that up. */
const LOST = 0.5

/** So near to a border, a verdict stays on the side where it was: shares of the runs, and of the commitment. */
const BORDER = 0.05
/** A verdict that falls or rises by two steps within two days was not sure of either. */
const HASTE_DAYS = 2
const ladder: readonly Standing[] = ['on_track', 'at_risk', 'off_track']
/** Of the runs that end in time, and of the commitment behind an even pace: between on track and at risk, at risk and off track. */
const borders = { chance: [0.85, 0.5], share: [BEHIND, LOST] } as const

/**
 * Where the sprint stands, and why. A verdict that rests on a pace moves only past a border, and by one step within two
 * working days; one that moved says what it was.
 */
export function headlineOf(input: HeadlineInput): Headline {
  const found = verdictOf(input)
  const before = input.before?.verdict
  const held = before ? steadied(input, found, before) : found
  return before && before.standing !== held.standing ? { ...held, was: before } : held
}

function steadied(input: HeadlineInput, found: Headline, before: Verdict): Headline {
  const paced = ['ends_late', 'may_end_late', 'behind', 'forecast', 'near_ideal'].includes(found.reason.type)
  const [from, to] = [ladder.indexOf(before.standing), ladder.indexOf(found.standing)]
  if (!paced || from < 0 || from === to) return found
  const hold = (step: number): Headline => ({
    standing: ladder[step] ?? found.standing,
    reason: { type: 'held', found: found.standing, by: found.reason },
  })
  if (Math.abs(to - from) === 2) return (input.before?.workingDays ?? 0) <= HASTE_DAYS ? hold(1) : found
  return isNearBorder(input, Math.min(from, to)) ? hold(from) : found
}

function isNearBorder(input: HeadlineInput, border: number): boolean {
  const { forecast } = input
  if (forecast.method === 'average') return false
  if (forecast.method === 'simulation')
    return Math.abs((forecast.chance ?? 0) - (borders.chance[border] ?? 0)) < BORDER
  return Math.abs(shareBehind(input) - (borders.share[border] ?? 0)) < BORDER
}

/** Work behind the ideal line as a share of the commitment; 0 where there is none. */
function shareBehind({ progress, left, idealLeft }: HeadlineInput): number {
  const committed = progress.unit === null ? progress.committed.items : progress.committed.value
  return idealLeft === null || committed === 0 ? 0 : (left - idealLeft) / committed
}

function verdictOf(input: HeadlineInput): Headline {
  const { dated, window, progress, forecast, blockers } = input
  const say = (standing: Standing, reason: HeadlineReason): Headline => ({ standing, reason })
  const open = progress.committed.items - progress.done.items
  if (progress.committed.items > 0 && open === 0) return say('done', { type: 'all_done' })
  if (!dated) return say('waiting', { type: 'no_dates' })
  if (progress.phase === 'before') return say('not_started', { type: 'starts', on: window.start })
  if (progress.phase === 'over')
    return say(open > 0 ? 'off_track' : 'done', { type: 'ended_with_work_left', left: open })
  if (progress.left === 1 && open > 0)
    return say(shareLeft(input) < BEHIND ? 'at_risk' : 'off_track', { type: 'last_day', left: open })
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
  const share = shareBehind(input)
  if (share <= BEHIND) return say('on_track', { type: 'near_ideal' })
  return say(share < LOST ? 'at_risk' : 'off_track', { type: 'behind', share })
}

function shareLeft({ progress, left }: HeadlineInput): number {
  const committed = progress.unit === null ? progress.committed.items : progress.committed.value
  return committed === 0 ? 0 : left / committed
}
