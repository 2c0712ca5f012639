/**
 * Plan JSON, version 1: the public form of a parsed plan. docs/plan-format.md explains each field. A plan is stored as it
 * stands; a field that this version does not know is left out when it is read.
 */
import { z } from 'zod'

const text = z.string()
const filled = z.string().min(1)
const line = z.number().int().min(1)
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const clockTime = z.string().regex(/^\d{2}:\d{2}$/)

export const weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])
export type Weekday = z.infer<typeof weekday>

const level = z.enum(['low', 'medium', 'high'])
export type Level = z.infer<typeof level>

const estimateUnit = z.enum(['points', 'hours', 'days'])
export type EstimateUnit = z.infer<typeof estimateUnit>

const estimate = z.union([
  z.object({ value: z.number().min(0), unit: estimateUnit }),
  z.object({ size: filled }),
])
export type Estimate = z.infer<typeof estimate>

const itemKind = z.enum(['story', 'task', 'bug', 'chore', 'spike'])
export type ItemKind = z.infer<typeof itemKind>

const itemStatus = z.enum(['backlog', 'ready', 'in_progress', 'in_review', 'blocked', 'done', 'dropped'])
export type ItemStatus = z.infer<typeof itemStatus>

/** The tasks of an item, with the item's row. */
export const itemTasks = z.array(z.object({ text, done: z.boolean() }))

const item = z.object({
  key: filled,
  keyStated: z.boolean(),
  title: filled,
  epic: text.nullable(),
  kind: itemKind.nullable(),
  estimate: estimate.nullable(),
  stretch: z.boolean(),
  status: itemStatus.nullable(),
  priority: text.nullable(),
  assignees: z.array(filled),
  labels: z.array(text),
  acceptance: z.array(text),
  tasks: itemTasks,
  description: text.nullable(),
  links: z.array(text),
  dependsOn: z.array(text),
  line,
  endLine: line,
})
export type Item = z.infer<typeof item>

const objective = z.object({
  text: filled,
  metric: text.nullable(),
  baseline: text.nullable(),
  target: text.nullable(),
  direction: z.enum(['up', 'down']).nullable(),
  line,
})
export type Objective = z.infer<typeof objective>

const risk = z.object({
  id: text.nullable(),
  title: filled,
  likelihood: level.nullable(),
  impact: level.nullable(),
  mitigation: text.nullable(),
  owner: text.nullable(),
  line,
})
export type Risk = z.infer<typeof risk>

const dependency = z.object({
  id: text.nullable(),
  text: filled,
  on: text.nullable(),
  due: isoDate.nullable(),
  line,
})
export type Dependency = z.infer<typeof dependency>

const experiment = z.object({
  id: text.nullable(),
  hypothesis: text,
  metric: text.nullable(),
  effect: text.nullable(),
  duration: text.nullable(),
  line,
})
export type Experiment = z.infer<typeof experiment>

const ceremonyWhen = z.discriminatedUnion('type', [
  z.object({ type: z.literal('daily') }),
  z.object({ type: z.literal('weekly'), weekdays: z.array(weekday) }),
  z.object({ type: z.literal('dates'), dates: z.array(isoDate).min(1) }),
])
export type CeremonyWhen = z.infer<typeof ceremonyWhen>

const planCeremonyKind = z.enum([
  'planning',
  'standup',
  'refinement',
  'review',
  'retro',
  'digest',
  'sync',
  'release',
  'milestone',
  'other',
])
/** What a plan calls it; src/domain/calendar/rules.ts says which kind of src/domain/kinds.ts it becomes. */
export type CeremonyKind = z.infer<typeof planCeremonyKind>

const ceremony = z.object({
  kind: planCeremonyKind,
  title: filled,
  when: ceremonyWhen.nullable(),
  /** "14:00", local to timeZone. */
  start: clockTime.nullable(),
  end: clockTime.nullable(),
  /** IANA; null: the team's. */
  timeZone: text.nullable(),
  channel: text.nullable(),
  line,
})
export type Ceremony = z.infer<typeof ceremony>

const capacity = z.object({
  /** Low and high. */
  points: z.tuple([z.number(), z.number()]).nullable(),
  committed: z.number().nullable(),
  unit: estimateUnit.nullable(),
})
export type Capacity = z.infer<typeof capacity>

const sprint = z.object({
  name: filled,
  number: z.number().nullable(),
  theme: text.nullable(),
  status: z.enum(['planned', 'active', 'closed']).nullable(),
  /** ISO dates (yyyy-mm-dd), both inclusive. */
  start: isoDate.nullable(),
  end: isoDate.nullable(),
  datesFrom: z.enum(['stated', 'year inferred', 'length stated']).nullable(),
  /** Stated length in calendar days ("Timebox: 2 weeks" is 14), also where no date is known. */
  lengthDays: z.number().nullable(),
  goals: z.array(text),
  objectives: z.array(objective),
  capacity,
  items: z.array(item),
  risks: z.array(risk),
  dependencies: z.array(dependency),
  ceremonies: z.array(ceremony),
  experiments: z.array(experiment),
  definitionOfReady: z.array(text),
  definitionOfDone: z.array(text),
  line,
})
export type Sprint = z.infer<typeof sprint>

const role = z.object({
  role: text,
  names: z.array(text),
  headcount: z.number().nullable(),
  effectiveDays: z.number().nullable(),
})
export type Role = z.infer<typeof role>

const planTeam = z.object({
  name: text.nullable(),
  /** IANA name. */
  timeZone: text.nullable(),
  channels: z.array(text),
  roles: z.array(role),
})

/** A plan, as a revision of it is stored. */
export const plan = z.object({
  title: text,
  side: z.enum(['ours', 'theirs']).nullable(),
  team: planTeam,
  sprints: z.array(sprint),
  backlog: z.array(item),
  risks: z.array(risk),
  dependencies: z.array(dependency),
  ceremonies: z.array(ceremony),
})
export type Plan = z.infer<typeof plan>

const severity = z.enum(['error', 'warning', 'info'])
export type Severity = z.infer<typeof severity>

export const diagnostic = z.object({
  severity,
  code: filled,
  message: filled,
  line,
  /** 1-based, in UTF-16 code units. */
  column: line,
  endLine: line,
  hint: text.nullable(),
})
export type Diagnostic = z.infer<typeof diagnostic>

const planSource = z.object({
  path: text,
  sha256: z.string().length(64),
  lines: z.number().int().min(0),
  /** The encoding that the text was wrongly read in, e.g. "windows-1252", when mojibake was repaired. */
  repairedFrom: text.nullable(),
})
export type PlanSource = z.infer<typeof planSource>

const blockRole = z.enum([
  'sprint',
  'items',
  'backlog',
  'goals',
  'objectives',
  'risks',
  'dependencies',
  'ceremonies',
  'team',
  'capacity',
  'details',
  'experiments',
  'ready',
  'done',
  'context',
])
export type BlockRole = z.infer<typeof blockRole>

const confidence = z.enum(['sure', 'likely', 'unsure'])
export type Confidence = z.infer<typeof confidence>

/** What a block of the document was taken for; one of items holds the details of its cards. */
const block = z.object({
  line,
  endLine: line,
  role: blockRole,
  confidence,
  /** What it would be taken for instead; null: nothing else comes near. */
  instead: blockRole.nullable(),
})
export type Block = z.infer<typeof block>

const coverage = z.object({
  /** Lines that hold more than decoration. */
  contentLines: z.number().int().min(0),
  /** Those that a rule took and whose block is sure or likely; unsure ones are neither understood nor unmapped. */
  understood: z.number().int().min(0),
  /** First and last line of ranges that no rule claimed, 1-based and inclusive. */
  unmapped: z.array(z.tuple([line, line])),
})
export type Coverage = z.infer<typeof coverage>

/** The judge of every parse: what it leaves out is not of this version. */
export const planFile = z.object({
  version: z.literal(1),
  source: planSource,
  plans: z.array(plan),
  diagnostics: z.array(diagnostic),
  blocks: z.array(block),
  coverage,
})
export type PlanFile = z.infer<typeof planFile>
