/** Plan JSON, version 1: the public form of a parsed plan. docs/plan-format.md explains each field. */

export interface PlanFile {
  version: 1
  source: PlanSource
  plans: Plan[]
  diagnostics: Diagnostic[]
  coverage: Coverage
}

export interface PlanSource {
  path: string
  sha256: string
  lines: number
  /** The encoding that the text was wrongly read in, e.g. "windows-1252", when mojibake was repaired. */
  repairedFrom: string | null
}

export interface Coverage {
  contentLines: number
  understood: number
  /** Ranges of lines, 1-based and inclusive, that no rule claimed. */
  unmapped: [first: number, last: number][]
}

export interface Plan {
  title: string
  side: 'ours' | 'theirs' | null
  team: PlanTeam
  sprints: Sprint[]
  backlog: Item[]
  risks: Risk[]
  dependencies: Dependency[]
  ceremonies: Ceremony[]
}

export interface PlanTeam {
  name: string | null
  /** IANA name. */
  timeZone: string | null
  channels: string[]
  roles: Role[]
}

export interface Role {
  role: string
  names: string[]
  headcount: number | null
  effectiveDays: number | null
}

export interface Sprint {
  name: string
  number: number | null
  theme: string | null
  status: 'planned' | 'active' | 'closed' | null
  /** ISO dates (yyyy-mm-dd), both inclusive. */
  start: string | null
  end: string | null
  datesFrom: 'stated' | 'year inferred' | 'length stated' | null
  /** Stated length in calendar days ("Timebox: 2 weeks" is 14), also where no date is known. */
  lengthDays: number | null
  goals: string[]
  objectives: Objective[]
  capacity: Capacity
  items: Item[]
  risks: Risk[]
  dependencies: Dependency[]
  ceremonies: Ceremony[]
  experiments: Experiment[]
  definitionOfReady: string[]
  definitionOfDone: string[]
  line: number
}

export interface Capacity {
  points: [low: number, high: number] | null
  committed: number | null
  unit: EstimateUnit | null
}

export type EstimateUnit = 'points' | 'hours' | 'days'
export type Estimate = { value: number; unit: EstimateUnit } | { size: string }
export type ItemKind = 'story' | 'task' | 'bug' | 'chore' | 'spike'
export type ItemStatus = 'backlog' | 'ready' | 'in_progress' | 'in_review' | 'blocked' | 'done' | 'dropped'
export type Level = 'low' | 'medium' | 'high'

export interface Item {
  key: string
  keyStated: boolean
  title: string
  epic: string | null
  kind: ItemKind | null
  estimate: Estimate | null
  stretch: boolean
  status: ItemStatus | null
  priority: string | null
  assignees: string[]
  labels: string[]
  acceptance: string[]
  tasks: { text: string; done: boolean }[]
  description: string | null
  links: string[]
  dependsOn: string[]
  line: number
  endLine: number
}

export interface Objective {
  text: string
  metric: string | null
  baseline: string | null
  target: string | null
  direction: 'up' | 'down' | null
  line: number
}

export interface Risk {
  id: string | null
  title: string
  likelihood: Level | null
  impact: Level | null
  mitigation: string | null
  owner: string | null
  line: number
}

export interface Dependency {
  id: string | null
  text: string
  on: string | null
  /** ISO date. */
  due: string | null
  line: number
}

export interface Experiment {
  id: string | null
  hypothesis: string
  metric: string | null
  effect: string | null
  duration: string | null
  line: number
}

export type CeremonyKind =
  | 'planning'
  | 'standup'
  | 'refinement'
  | 'review'
  | 'retro'
  | 'digest'
  | 'sync'
  | 'release'
  | 'milestone'
  | 'other'

export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU'

export type CeremonyWhen =
  | { type: 'daily' }
  | { type: 'weekly'; weekdays: Weekday[] }
  | { type: 'dates'; dates: string[] }

export interface Ceremony {
  kind: CeremonyKind
  title: string
  when: CeremonyWhen | null
  /** "14:00", local to timeZone. */
  start: string | null
  end: string | null
  /** IANA; null: the team's. */
  timeZone: string | null
  channel: string | null
  line: number
}

export type Severity = 'error' | 'warning' | 'info'

export interface Diagnostic {
  severity: Severity
  code: string
  message: string
  line: number
  /** 1-based, in UTF-16 code units. */
  column: number
  endLine: number
  hint: string | null
}
