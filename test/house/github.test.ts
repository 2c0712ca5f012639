// What GitHub reads of this repository cannot be tried here: it is held against GitHub's own schema, and against what the
// repository has.
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import project from '../../package.json' with { type: 'json' }
import { workflowFaults } from './workflow-parser.ts'

const root = join(import.meta.dirname, '../..')
const files = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .sort()
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(root, path), 'utf8') }))

const workflows = files('.github/workflows/*.yml')
const forms = files('.github/ISSUE_TEMPLATE/*.yml').filter(({ path }) => basename(path) !== 'config.yml')

describe.each(workflows)('$path', ({ path, text }) => {
  it('is one that GitHub takes', async () => {
    expect(await workflowFaults(path, text)).toEqual([])
  })

  it('may do no more than it says', () => {
    expect(parse(text)).toHaveProperty('permissions')
  })

  it('uses of a matrix only what the matrix has', () => {
    for (const job of Object.values<{ strategy?: { matrix?: object } }>(parse(text).jobs)) {
      const matrix: Record<string, unknown> = { ...job.strategy?.matrix }
      const keys = new Set(Object.keys(matrix))
      for (const row of z.array(z.record(z.string(), z.unknown())).parse(matrix.include ?? []))
        for (const key of Object.keys(row)) keys.add(key)
      const used = [...JSON.stringify(job).matchAll(/\bmatrix\.([\w-]+)/g)].map((match) => match[1] ?? '')
      expect(used.filter((key) => !keys.has(key))).toEqual([])
    }
  })

  it('names only files that there are', () => {
    const named = [...text.matchAll(/\b(?:src|test|tools)\/[\w./-]+\.ts\b/g)].map(([path]) => path)
    expect(named.filter((path) => files(path).length === 0)).toEqual([])
  })
})

it('runs only scripts of package.json, in workflows, forms and docs alike', () => {
  const missing = [...workflows, ...forms, ...files('{*.md,docs/*.md,.github/*.md}')].flatMap(
    ({ path, text }) =>
      [...text.matchAll(/\bnpm run (?:-s )?([a-z:]+)/g)]
        .filter(([, script = '']) => !Object.hasOwn(project.scripts, script))
        .map(([command]) => `${path}: ${command}`),
  )
  expect(missing).toEqual([])
})

/** A workflow that is right; each fault below is planted in it. */
const right = `on:
  push:
jobs:
  first:
    runs-on: ubuntu-latest
    steps:
      - run: echo \${{ github.ref }}
  second:
    needs: first
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
`

describe('a fault planted in a workflow', () => {
  it('is not there at first', async () => {
    expect(await workflowFaults('right.yml', right)).toEqual([])
  })

  it.each([
    ['an event that there is not', 'push:', 'pushed:', 'right.yml (Line: 2, Col: 3)'],
    ['a key that there is not', 'steps:', 'stepz:', "Unexpected value 'stepz'"],
    [
      'no runner',
      '    runs-on: ubuntu-latest\n    steps:\n      - run',
      '    steps:\n      - run',
      'runs-on',
    ],
    ['a context that there is not', 'github.ref', 'gitbub.ref', "Unrecognized named-value: 'gitbub'"],
    ['an expression that is not closed', 'github.ref }}', 'github.ref', 'expression is not closed'],
    ['a job that needs a missing one', 'needs: first', 'needs: fist', "depends on unknown job 'fist'"],
    ['a step that runs and uses', '- uses:', '- run: ls\n        uses:', "Unexpected value 'uses'"],
    ['a time that is none', 'push:', "schedule:\n    - cron: '99 3 * * 1'", 'cron'],
    ['wrong YAML', 'push:', 'push: [', 'right.yml'],
  ])('is found: %s', async (_what, from, to, says) => {
    const wrong = right.replace(from, to)
    expect(wrong).not.toBe(right)
    expect((await workflowFaults('right.yml', wrong)).join('\n')).toContain(says)
  })
})

// docs.github.com, "Syntax for issue forms" and "Syntax for GitHub's form schema".
const field = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: z.string().min(1) }) }),
  z.strictObject({
    type: z.literal('textarea'),
    id: z.string().regex(/^[\w-]+$/),
    attributes: z.strictObject({
      label: z.string().min(1),
      description: z.string().optional(),
      placeholder: z.string().optional(),
      render: z.string().optional(),
    }),
    validations: z.strictObject({ required: z.boolean() }).optional(),
  }),
])
const form = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),
  labels: z.array(z.string()).optional(),
  body: z
    .array(field)
    .refine((fields) => fields.some(({ type }) => type !== 'markdown'), 'nothing to fill in')
    .refine((fields) => {
      const ids = fields.flatMap((one) => (one.type === 'markdown' ? [] : [one.id]))
      return new Set(ids).size === ids.length
    }, 'an id stands twice'),
})

describe('issue forms', () => {
  it.each(forms)('$path is one that GitHub takes', ({ text }) => {
    expect(form.safeParse(parse(text)).error?.issues ?? []).toEqual([])
  })

  it('a planted fault is found', () => {
    const [first] = forms
    for (const [from, to] of [
      ['description:', 'descripton:'],
      ['type: textarea', 'type: textaria'],
      ['      label:', '      labl:'],
      ['id: steps', 'id: seen'],
    ] as const) {
      const wrong = first?.text.replace(from, to) ?? ''
      expect(wrong).not.toBe(first?.text)
      expect(form.safeParse(parse(wrong)).success, to).toBe(false)
    }
  })
})

// docs.github.com, "Dependabot options reference": what of it is used here.
const dependabot = z.strictObject({
  version: z.literal(2),
  updates: z.array(
    z.strictObject({
      'package-ecosystem': z.enum(['npm', 'github-actions', 'docker']),
      directory: z.literal('/'),
      schedule: z.strictObject({ interval: z.enum(['daily', 'weekly', 'monthly']) }),
      'versioning-strategy': z.enum(['increase']).optional(),
      'open-pull-requests-limit': z.int().positive().optional(),
      groups: z.record(z.string(), z.strictObject({ patterns: z.array(z.string()).min(1) })).optional(),
    }),
  ),
})

describe('.github/dependabot.yml', () => {
  const text = readFileSync(join(root, '.github/dependabot.yml'), 'utf8')

  it('is one that GitHub takes', () => {
    expect(dependabot.safeParse(parse(text)).error?.issues ?? []).toEqual([])
  })

  it('a planted fault is found', () => {
    expect(dependabot.safeParse(parse(text.replace('interval: weekly', 'interval: week'))).success).toBe(
      false,
    )
    expect(dependabot.safeParse(parse(text.replace('directory: /', 'dir: /'))).success).toBe(false)
  })
})
