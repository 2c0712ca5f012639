/** The unfinished plan that the extractors write into, and the context that a line is read in. */

import type {
  Capacity,
  Ceremony,
  Dependency,
  Diagnostic,
  Experiment,
  Item,
  ItemStatus,
  Objective,
  Risk,
  Sprint,
  Role as TeamRole,
} from '#domain/plan-file.ts'
import type { ChosenCeremony } from '../choice/ceremonies.ts'
import type { Cards } from '../choice/choose.ts'
import type { Claims } from '../claims.ts'
import type { Line } from '../conflict.ts'
import type { PartialRange, SlashOrder } from '../dates.ts'
import type { Node, Row } from '../outline.ts'
import type { RuleName } from '../rules.ts'
import type { Section } from '../section.ts'
import type { Role } from '../vocabulary/index.ts'

/** Dates as found, before years are known. */
export interface DatesDraft {
  range: PartialRange | null
  start: PartialRange['start']
  end: PartialRange['start']
  line: number
}

export interface SprintDraft {
  sprint: Sprint
  /** "sprint:3"; null for a sprint that is the whole document. */
  id: string | null
  /** The heading's words; empty where it has none. */
  heading: string
  level: number
  dates: DatesDraft
  candidates: Candidate[]
  totals: StatedTotal[]
  endLine: number
}

export interface StatedTotal {
  value: number
  unit: string | null
  line: number
  column: number
}

/** Something that may be an item; which of them are is decided when the whole document is known. */
export interface Candidate {
  item: Item
  scope: SprintDraft | null
  toBacklog: boolean
  /** Only adds to an item that stands elsewhere, and is none by itself. */
  onlyJoins: boolean
  rule: RuleName
  node: Node | null
  /** Key without its word, folded, for joining repeats. */
  bareKey: string | null
  /** Key of the item that this one says it is a part of. */
  partOf: string | null
  /** The title as it is compared, kept with the wording that it was made of. */
  named: { title: string; key: string } | null
}

export interface Context {
  scope: SprintDraft | null
  role: Role | null
  roles: readonly Role[]
  exact: boolean
  epic: string | null
  /** Heading of the nearest section, for texts that need it. */
  heading: string
  item: Item | null
  candidate: Candidate | null
  stretch: boolean
  /** State of the board's lane that the entry stands in. */
  lane: ItemStatus | null
  risk: Risk | null
  /** The context of the sprint around an item. */
  outer: Context | null
}

export interface Draft {
  claims: Claims
  diagnostics: Diagnostic[]
  lines: readonly Line[]
  /** All lines of the file, the other side's too: line 1 is the first. */
  texts: readonly string[]
  slash: SlashOrder
  /** The document decides the order of day and month. */
  slashSure: boolean
  /** Abbreviations of several zones whose meaning here the document tells. */
  decidedZones: ReadonlyMap<string, string>
  sections: Map<Node, Section>
  /** Kind of box that sprints are here; null: the whole document is one. */
  boxKind: string | null
  /** Sprints come from a table, and headings only continue them. */
  mapped: boolean
  title: string
  titleLine: number
  /** Which lines are cards, decided by the whole document. */
  cards: Cards
  /** Lines that are ceremonies, decided among what is no work. */
  meetings: ReadonlyMap<number, ChosenCeremony>
  /** In which context the walk met each block. */
  places: Map<Node, Context>
  sprints: SprintDraft[]
  /** The first sprint of each id, and under its bare number. */
  byId: Map<string, SprintDraft>
  /** What stands outside all sprints. */
  loose: Candidate[]
  team: { name: string | null; timeZone: string | null; roles: TeamRole[] }
  risks: Risk[]
  dependencies: Dependency[]
  ceremonies: Ceremony[]
  goals: string[]
  objectives: Objective[]
  experiments: Experiment[]
  definitionOfReady: string[]
  definitionOfDone: string[]
  capacity: Capacity
  dates: DatesDraft
  lengthDays: number | null
  /** The length was stated for each sprint ("Sprint length") and not for the whole. */
  lengthIsOfSprint: boolean
  theme: string | null
  status: Sprint['status']
  totals: StatedTotal[]
  /** Dates of ceremonies and dependencies that wait for a year. */
  pending: { apply: (year: (date: NonNullable<PartialRange['start']>) => string | null) => void }[]
  /** Tables that describe sprints, read once all sprints are known. */
  maps: { rows: readonly Row[] }[]
  /** Items of tables and lists by folded title: a heading that repeats one tells more of it. */
  titles: Map<string, Candidate>
  /** Points by bare key that a line about capacity gives. */
  keyed: Map<string, number>
  ambiguousZones: { zone: string; line: number }[]
  /** A field states the team's zone; what other fields mention is no match for it. */
  zoneStated: boolean
  /** What a title seems to call the team, where no field states it. */
  teamGuess: string | null
  /** Channels in the order in which they were named. */
  channels: Set<string>
}

/** The context at the top of a document. */
export const NOWHERE: Context = {
  scope: null,
  role: null,
  roles: [],
  exact: false,
  epic: null,
  heading: '',
  item: null,
  candidate: null,
  stretch: false,
  lane: null,
  risk: null,
  outer: null,
}

export const noDates = (): DatesDraft => ({ range: null, start: null, end: null, line: 0 })

export function emptySprint(name: string, line: number): Sprint {
  return {
    name,
    number: null,
    theme: null,
    status: null,
    start: null,
    end: null,
    datesFrom: null,
    lengthDays: null,
    goals: [],
    objectives: [],
    capacity: { points: null, committed: null, unit: null },
    items: [],
    risks: [],
    dependencies: [],
    ceremonies: [],
    experiments: [],
    definitionOfReady: [],
    definitionOfDone: [],
    line,
  }
}

export function emptyItem(line: number, endLine = line): Item {
  return {
    key: '',
    keyStated: false,
    title: '',
    epic: null,
    kind: null,
    estimate: null,
    stretch: false,
    status: null,
    priority: null,
    assignees: [],
    labels: [],
    acceptance: [],
    tasks: [],
    description: null,
    links: [],
    dependsOn: [],
    line,
    endLine,
  }
}

/** Where the parts of the current scope go: its sprint, or the document. */
export function home(
  draft: Draft,
  context: Context,
): Pick<
  Draft,
  | 'risks'
  | 'dependencies'
  | 'ceremonies'
  | 'goals'
  | 'objectives'
  | 'experiments'
  | 'definitionOfReady'
  | 'definitionOfDone'
  | 'capacity'
> {
  return context.scope ? context.scope.sprint : draft
}

/** Adds a sprint; the first one of an id is the one that mentions mean. */
export function addSprint(draft: Draft, opened: SprintDraft): void {
  draft.sprints.push(opened)
  if (opened.id === null) return
  const number = opened.id.slice(opened.id.indexOf(':'))
  if (!draft.byId.has(opened.id)) draft.byId.set(opened.id, opened)
  if (!draft.byId.has(number)) draft.byId.set(number, opened)
}
