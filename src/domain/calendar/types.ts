/** What the calendar speaks of: team calendars, rules, sprint windows, occurrences, people. All of it plain data. */

import type { RuleKind } from '#domain/kinds.ts'
import type { Weekday } from '#domain/plan-file.ts'
import type { LocalDate, LocalTime, Recurrence } from './wall-clock.ts'

export type { LocalDate, LocalTime, Recurrence } from './wall-clock.ts'
export type { RuleKind, Weekday }

export interface Rule {
  kind: RuleKind
  title: string
  recurrence: Recurrence
  start: LocalTime
  /** How long it stays open, in minutes that pass (not on the wall clock). */
  windowMinutes: number
  /** IANA; null: the team's. */
  zone: string | null
}

/** A rule as a plan states it, or as the defaults fill it in. */
export interface RuleDraft extends Rule {
  /** Stable name within a sprint, unique among its drafts: "standup", "sync:platform-clinic". */
  key: string
  source: 'plan' | 'default'
  /** As the plan writes it; null: the team's channel, or the stakeholders' for a stakeholder digest. */
  channel: string | null
  /** Line in the plan; null for a default. */
  line: number | null
}

export interface DayOff {
  date: LocalDate
  name: string
}

export interface TeamCalendar {
  /** IANA. */
  zone: string
  workingDays: Weekday[]
  /** ISO 3166 code such as "DE"; null: no public holidays. */
  country: string | null
  /** State or region within the country as date-holidays names it ("BY", "CA"); null: nation-wide holidays only. */
  region: string | null
  daysOff: DayOff[]
  /** What becomes of a ceremony that falls on a day off. */
  onHoliday: 'skip' | 'move'
}

/** Both dates inclusive. */
export interface DateRange {
  from: LocalDate
  to: LocalDate
}

/** Both dates inclusive. */
export interface SprintWindow {
  start: LocalDate
  end: LocalDate
}

export interface PlanningRange extends DateRange {
  /** The sprints that bound the rule. null: nothing bounds it, and rules that count sprint days have no occurrence. */
  sprints: SprintWindow[] | null
}

export interface Occurrence {
  /**
   * The date that the rule names. With `slot` it identifies the occurrence, and stays the same when a holiday is added
   * later: an occurrence that has opened is never planned a second time under another date.
   */
  localDate: LocalDate
  /** 0, but for the day itself of a "due" rule (1), whose reminder of the working day before is 0. */
  slot: number
  /** The date on which it takes place: another than localDate when it was moved. */
  heldOn: LocalDate
  opensAt: Date
  closesAt: Date
  state: 'planned' | 'skipped'
  /** null, or "moved: …" (state planned), or "skipped: …" (state skipped). */
  reason: string | null
}

/** A working day of a team, with the instants of its local midnights. */
export interface Workday {
  date: LocalDate
  startsAt: Date
  /** Exclusive: the next local midnight. */
  endsAt: Date
}

export interface Absence extends DateRange {
  reason: string | null
}

export interface PersonCalendar {
  id: string
  /** IANA; null: the team's. */
  zone: string | null
  /** null: the team's. */
  workingDays: Weekday[] | null
  /** Local to the person; an end at or before the start means past midnight. null: the whole day. */
  workingHours: { start: LocalTime; end: LocalTime } | null
  /** null: the team's country and region. */
  country: string | null
  region: string | null
  absences: Absence[]
  deactivated: boolean
}
