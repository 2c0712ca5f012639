// The kinds of ceremony: all that tells one from another outside of its steps. A new kind is a row here, its words in the
// reader's vocabulary, and the steps of one subject.
import { z } from 'zod'
import type { Recurrence } from './calendar/wall-clock.ts'

/** Worth sending while the occurrence's window lasts, until the local day ends, or for some minutes. */
export type LatenessWindow = { until: 'window' } | { until: 'day' } | { minutes: number }

export interface Kind {
  /** What people call it. */
  name: string
  /** What every sprint is given where its plan says nothing, in the team's zone; null: only what a plan states. */
  byDefault: { title: string; start: string; recurrence: Recurrence } | null
  /** How long it stays open where its plan states no end, in minutes that pass. */
  windowMinutes: number
  /** Until when its message is still worth sending. */
  lateness: LatenessWindow
  /** A plan may state several that stand side by side; of the others the sprint has one rule. */
  several: boolean
  /** A team has one a day, also when two of its plans overlap. */
  onceADay: boolean
  /** People come to it: it is named as what comes next. What is only posted is no news. */
  attended: boolean
  /** Its message has a line for what the team missed: the team's own daily ones. */
  tellsMissed: boolean
}

const hour = 60
const day = 24 * hour

export const KINDS = {
  planning: {
    name: 'Sprint planning',
    byDefault: { title: 'Sprint planning', start: '10:00', recurrence: { type: 'sprint_day', n: 1 } },
    windowMinutes: 2 * hour,
    lateness: { until: 'window' },
    several: false,
    onceADay: false,
    attended: true,
    tellsMissed: false,
  },
  standup: {
    name: 'Stand-up',
    byDefault: { title: 'Stand-up', start: '09:30', recurrence: { type: 'daily' } },
    windowMinutes: 3 * hour,
    lateness: { until: 'window' },
    several: false,
    onceADay: true,
    attended: true,
    tellsMissed: true,
  },
  refinement: {
    name: 'Refinement',
    // Mid-sprint for the two-week sprint of ten working days; `defaultsFor` knows the sprint's own length.
    byDefault: { title: 'Refinement', start: '14:00', recurrence: { type: 'sprint_day', n: 5 } },
    windowMinutes: hour,
    lateness: { until: 'window' },
    several: false,
    onceADay: true,
    attended: true,
    tellsMissed: false,
  },
  review: {
    name: 'Review',
    byDefault: { title: 'Sprint review', start: '14:00', recurrence: { type: 'before_end', k: 0 } },
    windowMinutes: hour,
    lateness: { until: 'window' },
    several: false,
    onceADay: false,
    attended: true,
    tellsMissed: false,
  },
  retro: {
    name: 'Retro',
    byDefault: { title: 'Retrospective', start: '15:30', recurrence: { type: 'before_end', k: 0 } },
    windowMinutes: day,
    lateness: { minutes: day },
    several: false,
    onceADay: true,
    attended: true,
    tellsMissed: false,
  },
  delta: {
    name: 'What changed today',
    byDefault: { title: 'What changed today', start: '16:30', recurrence: { type: 'daily' } },
    windowMinutes: 4 * hour,
    lateness: { until: 'day' },
    several: false,
    onceADay: true,
    attended: false,
    tellsMissed: true,
  },
  risk_digest: {
    name: 'Risk digest',
    byDefault: {
      title: 'Risk digest',
      start: '11:00',
      recurrence: { type: 'weekly', weekdays: ['TU', 'TH'] },
    },
    windowMinutes: 8 * hour,
    lateness: { until: 'day' },
    several: false,
    onceADay: true,
    attended: false,
    tellsMissed: false,
  },
  stakeholder_digest: {
    name: 'Stakeholder digest',
    byDefault: {
      title: 'Stakeholder digest',
      start: '15:00',
      recurrence: { type: 'weekly', weekdays: ['FR'] },
    },
    windowMinutes: 8 * hour,
    lateness: { until: 'day' },
    several: false,
    onceADay: true,
    attended: false,
    tellsMissed: false,
  },
  sync: {
    name: 'Syncs',
    byDefault: null,
    windowMinutes: hour,
    lateness: { until: 'window' },
    several: true,
    onceADay: false,
    attended: true,
    tellsMissed: false,
  },
  key_date: {
    name: 'Key dates',
    byDefault: null,
    // A reminder of something that falls due stands for the working day.
    windowMinutes: 8 * hour,
    lateness: { until: 'day' },
    several: true,
    onceADay: false,
    attended: true,
    tellsMissed: false,
  },
  dependency_due: {
    name: 'Dependencies that fall due',
    byDefault: null,
    windowMinutes: 8 * hour,
    lateness: { until: 'day' },
    several: true,
    onceADay: false,
    attended: false,
    tellsMissed: false,
  },
} satisfies Record<string, Kind>

export type RuleKind = keyof typeof KINDS

/** In the order of the table. */
export const RULE_KINDS = Object.keys(KINDS) as RuleKind[]

/** A kind as it is stored, and as it comes back from a form. */
export const ceremonyKind = z.enum(RULE_KINDS)

/** The row of a kind. */
export const kindOf = (kind: RuleKind): Kind => KINDS[kind]

/** The kinds that people come to. */
export const ATTENDED_KINDS: RuleKind[] = RULE_KINDS.filter((kind) => KINDS[kind].attended)
