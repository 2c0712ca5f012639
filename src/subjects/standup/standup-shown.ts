// What a stand-up's message shows.
import type { KnownBlock } from '@slack/types'
import type { LocalDate } from '#domain/calendar/types.ts'
import type { ItemStatus } from '#domain/sprint/types.ts'

/** When an answer was given: before the opening, in the window, after its end. */
export type Timing = 'ahead' | 'in time' | 'late'

export interface Who {
  name: string
  slackUserId: string
}

/** The blocker that was raised from a check-in. */
export interface RaisedBlocker {
  number: number
  resolved: boolean
}

export interface StandUpView {
  occurrenceId: string
  date: LocalDate
  /** Day n of m working days; null: the sprint says no dates. */
  sprintDay: { n: number; of: number } | null
  goals: string[]
  /** IANA, the team's. */
  zone: string
  /** Some member lives by another clock than the team's. */
  manyZones: boolean
  opensAt: Date
  closesAt: Date
  /** Over: a newer one has opened, and this one takes no answers. */
  phase: 'planned' | 'open' | 'closed' | 'over'
  /** It opened late. */
  late: boolean
  /** The line on what was missed before, as `missedBlock` made it when the stand-up opened. */
  missed: KnownBlock | null
  answered: (Who & { timing: Timing; blockers: string; raised?: RaisedBlocker | null })[]
  skipped: (Who & { reason: string })[]
  /** `until` null: not working that day, for `reason`. */
  away: (Who & { until: LocalDate | null; reason: string })[]
  /** `atWork`: the opening falls into their working hours, and may mention them. */
  missing: (Who & { atWork: boolean })[]
  moved: { name: string; key: string; title: string; from: ItemStatus; to: ItemStatus }[]
}
