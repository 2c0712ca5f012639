/** What the sprint's arithmetic takes and gives: plain data, instants as Date, local dates as "yyyy-mm-dd". */

import type { LocalDate, Workday } from '#domain/calendar/types.ts'
import type { Estimate, EstimateUnit, ItemStatus, Level } from '#domain/plan-file.ts'

export type { Estimate, EstimateUnit, ItemStatus, Level, LocalDate, Workday }

/** The sprint in time. `workdaysOf` in src/domain/calendar/workdays.ts makes the list. */
export interface Timeline {
  /** The sprint's window, both inclusive. */
  start: LocalDate
  end: LocalDate
  /** The team's working days, rising; wider than the sprint, so that ages before it and forecasts after it count. */
  workdays: Workday[]
  now: Date
}

export interface ItemState {
  key: string
  title: string
  status: ItemStatus
  estimate: Estimate | null
  stretch: boolean
  /** Names or mentions, for showing; empty: nobody. */
  owners: string[]
  acceptance: string[]
  /** False: cut from the sprint, and here only for its history. */
  inSprint: boolean
  addedAt: Date
  /** When the status last changed; addedAt if it never did. */
  statusAt: Date
}

export type ItemField = 'status' | 'estimate' | 'title' | 'owner' | 'sprint' | 'added' | 'removed'

/** A change of an item. `from` and `to` are as stored: a status; a number or a size; a title; a name. */
export interface ItemEvent {
  at: Date
  itemKey: string
  field: ItemField
  from: string | null
  to: string | null
  /** A person, or what stands for a plan's revision; null: unknown. */
  by: string | null
}

/** Where a sprint stands. */
export type SprintStanding = 'planned' | 'active' | 'closed'

export interface BlockerState {
  id: string
  /** Shown as B-number. */
  number: number
  itemKey: string | null
  text: string
  severity: Level
  state: 'open' | 'taken' | 'escalated' | 'resolved'
  raisedBy: string
  helper: string | null
  takenBy: string | null
  raisedAt: Date
  resolvedAt: Date | null
  resolution: string | null
}

export interface RiskState {
  id: string
  title: string
  likelihood: Level | null
  impact: Level | null
  mitigation: string | null
  owner: string | null
  closedAt: Date | null
}

export interface DependencyState {
  id: string
  text: string
  on: string | null
  due: LocalDate | null
  doneAt: Date | null
}

export interface RetroNote {
  /** Random: notes in its order are shuffled, and stay so. */
  id: string
  column: 'well' | 'didnt' | 'try'
  text: string
  /** null: anonymous. */
  author: string | null
}

export interface RetroVote {
  noteId: string
  voter: string
}

export interface RetroAction {
  id: string
  text: string
  owner: string | null
  due: LocalDate | null
  state: 'open' | 'done' | 'dropped'
  createdAt: Date
}

/** An amount of work in one unit, with the number of items that it is spread over. */
export interface Amount {
  items: number
  /** The sum of the estimates in the sprint's unit. */
  value: number
}

/** An objective with its newest readings. */
export interface ObjectiveLine {
  id: string
  text: string
  metric: string | null
  baseline: string | null
  target: string | null
  direction: string | null
  /** The newest value that was reported, and the one before it. */
  latest: { value: string; at: Date } | null
  previous: { value: string; at: Date } | null
}

/** An item as it is shown: a row of the store has all of it. */
export interface ItemFacts {
  id: string
  teamId: string
  key: string
  title: string
  epic: string | null
  status: ItemStatus
  stretch: boolean
  estimateValue: number | null
  /** points, hours, days */
  estimateUnit: string | null
  estimateSize: string | null
  priority: string | null
  labels: string[]
  acceptance: string[]
  /** JSON: `{ text, done }[]` */
  tasks: unknown
  description: string | null
  links: string[]
  dependsOn: string[]
  /** In the plan's file. */
  line: number
}
