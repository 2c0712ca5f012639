/** Plan JSON, version 1, as a zod schema: the judge of every parse. */
import { z } from 'zod'
import type { PlanFile } from '#domain/plan-file.ts'

const iso = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const clock = z.string().regex(/^\d{2}:\d{2}$/)
const line = z.number().int().min(1)
const text = z.string()
const level = z.enum(['low', 'medium', 'high']).nullable()
const unit = z.enum(['points', 'hours', 'days'])

const item = z.strictObject({
  key: z.string().min(1),
  keyStated: z.boolean(),
  title: z.string().min(1),
  epic: text.nullable(),
  kind: z.enum(['story', 'task', 'bug', 'chore', 'spike']).nullable(),
  estimate: z
    .union([z.strictObject({ value: z.number().min(0), unit }), z.strictObject({ size: z.string().min(1) })])
    .nullable(),
  stretch: z.boolean(),
  status: z.enum(['backlog', 'ready', 'in_progress', 'in_review', 'blocked', 'done', 'dropped']).nullable(),
  priority: text.nullable(),
  assignees: z.array(z.string().min(1)),
  labels: z.array(text),
  acceptance: z.array(text),
  tasks: z.array(z.strictObject({ text, done: z.boolean() })),
  description: text.nullable(),
  links: z.array(text),
  dependsOn: z.array(text),
  line,
  endLine: line,
})
const objective = z.strictObject({
  text: z.string().min(1),
  metric: text.nullable(),
  baseline: text.nullable(),
  target: text.nullable(),
  direction: z.enum(['up', 'down']).nullable(),
  line,
})
const risk = z.strictObject({
  id: text.nullable(),
  title: z.string().min(1),
  likelihood: level,
  impact: level,
  mitigation: text.nullable(),
  owner: text.nullable(),
  line,
})
const dependency = z.strictObject({
  id: text.nullable(),
  text: z.string().min(1),
  on: text.nullable(),
  due: iso.nullable(),
  line,
})
const experiment = z.strictObject({
  id: text.nullable(),
  hypothesis: text,
  metric: text.nullable(),
  effect: text.nullable(),
  duration: text.nullable(),
  line,
})
const when = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('daily') }),
  z.strictObject({
    type: z.literal('weekly'),
    weekdays: z.array(z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])),
  }),
  z.strictObject({ type: z.literal('dates'), dates: z.array(iso).min(1) }),
])
const ceremony = z.strictObject({
  kind: z.enum([
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
  ]),
  title: z.string().min(1),
  when: when.nullable(),
  start: clock.nullable(),
  end: clock.nullable(),
  timeZone: text.nullable(),
  channel: text.nullable(),
  line,
})
const sprint = z.strictObject({
  name: z.string().min(1),
  number: z.number().nullable(),
  theme: text.nullable(),
  status: z.enum(['planned', 'active', 'closed']).nullable(),
  start: iso.nullable(),
  end: iso.nullable(),
  datesFrom: z.enum(['stated', 'year inferred', 'length stated']).nullable(),
  lengthDays: z.number().nullable(),
  goals: z.array(text),
  objectives: z.array(objective),
  capacity: z.strictObject({
    points: z.tuple([z.number(), z.number()]).nullable(),
    committed: z.number().nullable(),
    unit: unit.nullable(),
  }),
  items: z.array(item),
  risks: z.array(risk),
  dependencies: z.array(dependency),
  ceremonies: z.array(ceremony),
  experiments: z.array(experiment),
  definitionOfReady: z.array(text),
  definitionOfDone: z.array(text),
  line,
})
const plan = z.strictObject({
  title: text,
  side: z.enum(['ours', 'theirs']).nullable(),
  team: z.strictObject({
    name: text.nullable(),
    timeZone: text.nullable(),
    channels: z.array(text),
    roles: z.array(
      z.strictObject({
        role: text,
        names: z.array(text),
        headcount: z.number().nullable(),
        effectiveDays: z.number().nullable(),
      }),
    ),
  }),
  sprints: z.array(sprint),
  backlog: z.array(item),
  risks: z.array(risk),
  dependencies: z.array(dependency),
  ceremonies: z.array(ceremony),
})
const diagnostic = z.strictObject({
  severity: z.enum(['error', 'warning', 'info']),
  code: z.string().min(1),
  message: z.string().min(1),
  line,
  column: line,
  endLine: line,
  hint: text.nullable(),
})

export const planFileSchema: z.ZodType<PlanFile> = z.strictObject({
  version: z.literal(1),
  source: z.strictObject({
    path: text,
    sha256: z.string().length(64),
    lines: z.number().int().min(0),
    repairedFrom: text.nullable(),
  }),
  plans: z.array(plan),
  diagnostics: z.array(diagnostic),
  coverage: z.strictObject({
    contentLines: z.number().int().min(0),
    understood: z.number().int().min(0),
    unmapped: z.array(z.tuple([line, line])),
  }),
})
