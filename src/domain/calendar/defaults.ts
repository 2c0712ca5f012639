/** Default ceremonies: what a sprint is given where its plan says nothing. Shown to people as defaults. */

import { type KINDS, kindOf, RULE_KINDS, type RuleKind } from '#domain/kinds.ts'
import type { Recurrence, RuleDraft, Weekday } from './types.ts'
import { type WorkingDays, workingDaysIn } from './workdays.ts'

/** What a kind of ceremony is when nobody says otherwise. */
export interface KindDefault {
  title: string
  start: string
  windowMinutes: number
  recurrence: Recurrence
}

/** Kinds that every sprint has; the others come from a plan's own lines alone. */
export type DefaultKind = {
  [K in RuleKind]: (typeof KINDS)[K]['byDefault'] extends null ? never : K
}[RuleKind]

export type TeamDefaults = Record<DefaultKind, KindDefault>

/** When a reminder of something that falls due comes. */
export const DUE_START = '09:00'

/** Every kind's default, for a sprint whose length and team are not known. */
export const TEAM_DEFAULTS = Object.fromEntries(
  RULE_KINDS.flatMap((kind) => {
    const { byDefault, windowMinutes } = kindOf(kind)
    return byDefault ? [[kind, { ...byDefault, windowMinutes }]] : []
  }),
) as TeamDefaults

/** The defaults for a team and a sprint: weekly ones on days that the team works, refinement in the sprint's middle. */
export function defaultsFor(
  calendar: WorkingDays,
  sprint: { start: string; end: string } | null,
): TeamDefaults {
  const days = sprint === null ? 0 : workingDaysIn(calendar, { from: sprint.start, to: sprint.end }).length
  const middle: Recurrence =
    days === 0 ? TEAM_DEFAULTS.refinement.recurrence : { type: 'sprint_day', n: Math.ceil(days / 2) }
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
