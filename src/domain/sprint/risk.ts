/** Risks that the data show, each with its reason: what the risk digest says beside the register. */

import { amount, number, plural } from '#domain/words.ts'
import { amountOf, mainUnit, sum } from './amount.ts'
import { LEVEL_SCORES, openBlockers } from './blockers.ts'
import { baselineOf, workdaysFrom, workingDaysSince } from './days.ts'
import { historyOf } from './history.ts'
import type {
  BlockerState,
  DependencyState,
  EstimateUnit,
  ItemEvent,
  ItemState,
  Level,
  LocalDate,
  Timeline,
} from './types.ts'

export type SeenKind =
  | 'blocked_long'
  | 'no_movement'
  | 'scope_grown'
  | 'over_capacity'
  | 'dependency_due'
  | 'dependency_overdue'

/** A piece of a reason: what comes from outside stands alone, so that a message can escape and mark it. */
export type ReasonPart =
  | { type: 'text'; text: string }
  | { type: 'item'; key: string; title: string }
  | { type: 'blocker'; number: number; text: string }
  /** `due`: told beside it. */
  | { type: 'dependency'; text: string; due?: LocalDate }
  | { type: 'date'; date: LocalDate }

export interface SeenRisk {
  kind: SeenKind
  severity: Level
  /** Same scale as the register, 1 to 9, so that both can stand in one list. */
  score: number
  reason: ReasonPart[]
}

export interface RiskThresholds {
  /** Working days that a blocker may be open. */
  blockedDays: number
  /** Working days without a change of status of an item in progress or in review. */
  stillDays: number
  /** Growth of scope since the baseline, as a share. */
  scopeGrowth: number
  /** Working days before its due date from which a dependency is a risk. */
  dueDays: number
}

/** Two days blocked is a fifth of a two-week sprint; 10 % of growth is a day of it. */
export const RISK_THRESHOLDS: RiskThresholds = { blockedDays: 2, stillDays: 3, scopeGrowth: 0.1, dueDays: 2 }

export interface RiskInput {
  items: readonly ItemState[]
  events: readonly ItemEvent[]
  blockers: readonly BlockerState[]
  dependencies: readonly DependencyState[]
  capacity: { points: readonly [low: number, high: number] | null; unit: EstimateUnit | null }
  timeline: Timeline
}

/** What the data show, gravest first. */
export function seenRisks(input: RiskInput, thresholds: RiskThresholds = RISK_THRESHOLDS): SeenRisk[] {
  return [
    ...blockedLong(input, thresholds),
    ...noMovement(input, thresholds),
    ...scopeGrown(input, thresholds),
    ...overCapacity(input),
    ...dependenciesDue(input, thresholds),
  ].sort((a, b) => b.score - a.score)
}

/** A reason as plain text, for logs and tests; messages lay it out themselves. */
export function plainReason(reason: readonly ReasonPart[]): string {
  return reason
    .map((part) => {
      if (part.type === 'item') return part.key
      if (part.type === 'blocker') return `B-${part.number}`
      return part.type === 'date' ? part.date : part.text
    })
    .join('')
}

function blockedLong({ items, blockers, timeline }: RiskInput, { blockedDays }: RiskThresholds): SeenRisk[] {
  const byKey = new Map(items.map((item) => [item.key, item]))
  return openBlockers(blockers, timeline)
    .filter(({ ageDays }) => ageDays >= blockedDays)
    .map((blocker) => {
      const item = blocker.itemKey === null ? undefined : byKey.get(blocker.itemKey)
      const subject: ReasonPart[] = item ? [...itemPart(item), text(' is blocked by ')] : []
      const grave = blocker.ageDays >= 2 * blockedDays
      return seen('blocked_long', LEVEL_SCORES[blocker.severity] * (grave ? 3 : 2), [
        ...subject,
        { type: 'blocker', number: blocker.number, text: blocker.text },
        text(`${item ? '' : ' is open'} for ${plural(blocker.ageDays, 'working day')}`),
      ])
    })
}

function noMovement({ items, timeline }: RiskInput, { stillDays }: RiskThresholds): SeenRisk[] {
  return items
    .filter(({ inSprint, status }) => inSprint && (status === 'in_progress' || status === 'in_review'))
    .map((item) => ({ item, days: workingDaysSince(timeline.workdays, item.statusAt, timeline.now) }))
    .filter(({ days }) => days >= stillDays)
    .map(({ item, days }) => {
      const where = item.status === 'in_review' ? 'in review' : 'in progress'
      const reason = [
        ...itemPart(item),
        text(` has been ${where} for ${plural(days, 'working day')} without a change`),
      ]
      return seen('no_movement', days >= 2 * stillDays ? 6 : item.stretch ? 2 : 4, reason)
    })
}

function scopeGrown({ items, events, timeline }: RiskInput, { scopeGrowth }: RiskThresholds): SeenRisk[] {
  const committed = items.filter(({ stretch }) => !stretch)
  const unit = mainUnit(committed)
  const at = historyOf(committed, events)
  const scopeAt = (instant: Date): number => {
    const amount = amountOf(
      at(instant).filter(({ inSprint, status }) => inSprint && status !== 'dropped'),
      unit,
    )
    return unit === null ? amount.items : amount.value
  }
  const before = scopeAt(baselineOf(items, timeline))
  const after = scopeAt(timeline.now)
  if (before === 0 || after <= before * (1 + scopeGrowth)) return []
  const percent = Math.round((after / before - 1) * 100)
  const reason = [
    text(
      `the sprint's scope grew by ${percent} %, from ${number(before)} to ${amount(after, unit ?? 'items')}`,
    ),
  ]
  return [seen('scope_grown', percent >= 200 * scopeGrowth ? 6 : 4, reason)]
}

function overCapacity({ items, capacity }: RiskInput): SeenRisk[] {
  const high = capacity.points?.[1] ?? null
  const live = items.filter(({ inSprint, stretch, status }) => inSprint && !stretch && status !== 'dropped')
  const unit = capacity.unit ?? mainUnit(live)
  if (high === null || unit === null) return []
  const committed = amountOf(live, unit).value
  if (committed <= high) return []
  const over = sum([committed, -high])
  const reason = [
    text(
      `${amount(committed, unit)} ${number(committed) === '1' ? 'is' : 'are'} committed and the capacity is ${number(high)}: ${number(over)} too many`,
    ),
  ]
  return [seen('over_capacity', over > high * 0.2 ? 9 : 6, reason)]
}

function dependenciesDue({ dependencies, timeline }: RiskInput, { dueDays }: RiskThresholds): SeenRisk[] {
  const ahead = workdaysFrom(timeline.workdays, timeline.now)
  const today = ahead[0]?.date
  const horizon = ahead[dueDays]?.date
  if (today === undefined || horizon === undefined) return []
  return dependencies.flatMap(({ text: words, due, doneAt }) => {
    if (due === null || doneAt !== null || due > horizon) return []
    const overdue = due < today
    const subject: ReasonPart = { type: 'dependency', text: words, due }
    const reason = [
      subject,
      text(overdue ? ' was due on ' : ' is due on '),
      { type: 'date', date: due } as const,
    ]
    return [
      seen(overdue ? 'dependency_overdue' : 'dependency_due', overdue ? 9 : due === today ? 6 : 4, reason),
    ]
  })
}

function seen(kind: SeenKind, score: number, reason: ReasonPart[]): SeenRisk {
  return { kind, score, severity: score >= 6 ? 'high' : score >= 3 ? 'medium' : 'low', reason }
}

function itemPart(item: ItemState): ReasonPart[] {
  return [{ type: 'item', key: item.key, title: item.title }]
}

function text(words: string): ReasonPart {
  return { type: 'text', text: words }
}
