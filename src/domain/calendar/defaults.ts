/** Default ceremonies: what a sprint is given where its plan says nothing. Shown to people as defaults. */

import type { Recurrence, RuleDraft, RuleKind, Weekday } from './types.ts'
import { type WorkingDays, workingDaysIn } from './workdays.ts'

/** What a kind of ceremony is when nobody says otherwise. */
export interface KindDefault {
  title: string
  start: string
  windowMinutes: number
  recurrence: Recurrence
}

/** Kinds that every sprint has; the others come from a plan's own lines alone. */
export type DefaultKind = Exclude<RuleKind, 'key_date' | 'dependency_due' | 'sync'>

export type TeamDefaults = Record<DefaultKind, KindDefault>

/** A reminder of something that falls due stands for the working day. */
export const DUE_DEFAULT = { start: '09:00', windowMinutes: 8 * 60 }

/** A sync whose plan states no end: an hour. */
export const SYNC_WINDOW_MINUTES = 60

const DAY_MINUTES = 24 * 60
const MEETING_MINUTES = 60

/** Mid-sprint for the two-week sprint of ten working days; `defaultsFor` knows the sprint's own length. */
const MID_SPRINT: Recurrence = { type: 'sprint_day', n: 5 }

export const TEAM_DEFAULTS: TeamDefaults = {
  planning: {
    title: 'Sprint planning',
    start: '10:00',
    windowMinutes: 2 * MEETING_MINUTES,
    recurrence: { type: 'sprint_day', n: 1 },
  },
  standup: { title: 'Stand-up', start: '09:30', windowMinutes: 3 * 60, recurrence: { type: 'daily' } },
  refinement: { title: 'Refinement', start: '14:00', windowMinutes: MEETING_MINUTES, recurrence: MID_SPRINT },
  review: {
    title: 'Sprint review',
    start: '14:00',
    windowMinutes: MEETING_MINUTES,
    recurrence: { type: 'before_end', k: 0 },
  },
  retro: {
    title: 'Retrospective',
    start: '15:30',
    windowMinutes: DAY_MINUTES,
    recurrence: { type: 'before_end', k: 0 },
  },
  delta: { title: 'Daily delta', start: '16:30', windowMinutes: 4 * 60, recurrence: { type: 'daily' } },
  risk_digest: {
    title: 'Risk digest',
    start: '11:00',
    windowMinutes: 8 * 60,
    recurrence: { type: 'weekly', weekdays: ['TU', 'TH'] },
  },
  stakeholder_digest: {
    title: 'Stakeholder digest',
    start: '15:00',
    windowMinutes: 8 * 60,
    recurrence: { type: 'weekly', weekdays: ['FR'] },
  },
}

/** The defaults for a team and a sprint: weekly ones on days that the team works, refinement in the sprint's middle. */
export function defaultsFor(
  calendar: WorkingDays,
  sprint: { start: string; end: string } | null,
): TeamDefaults {
  const days = sprint === null ? 0 : workingDaysIn(calendar, { from: sprint.start, to: sprint.end }).length
  const middle: Recurrence = days === 0 ? MID_SPRINT : { type: 'sprint_day', n: Math.ceil(days / 2) }
  const worked = calendar.workingDays
  return {
    ...TEAM_DEFAULTS,
    refinement: { ...TEAM_DEFAULTS.refinement, recurrence: middle },
    risk_digest: onWorked(TEAM_DEFAULTS.risk_digest, worked, [worked[1], worked[3]]),
    stakeholder_digest: onWorked(TEAM_DEFAULTS.stakeholder_digest, worked, [worked.at(-1)]),
  }
}

/** The rule that a default makes for a sprint whose plan leaves the kind out. */
export function defaultRule(kind: DefaultKind, kindDefault: KindDefault): RuleDraft {
  const { title, start, windowMinutes, recurrence } = kindDefault
  return {
    key: kind,
    kind,
    title,
    recurrence,
    start,
    windowMinutes,
    zone: null,
    source: 'default',
    channel: null,
    line: null,
  }
}

/** Another weekday is taken only when the team does not work on the default's. */
function onWorked(
  kindDefault: KindDefault,
  worked: readonly Weekday[],
  instead: (Weekday | undefined)[],
): KindDefault {
  const { recurrence } = kindDefault
  if (recurrence.type !== 'weekly' || recurrence.weekdays.every((weekday) => worked.includes(weekday)))
    return kindDefault
  const weekdays = instead.filter((weekday) => weekday !== undefined)
  return {
    ...kindDefault,
    recurrence: { type: 'weekly', weekdays: weekdays.length > 0 ? weekdays : [...worked] },
  }
}
