// Every message, modal and Home in the states worth seeing, against its golden file; and no builder without one.
// `npm run goldens` writes the files anew: read their diff as the person who gets the message.
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { messageViolations, viewViolations } from '../support/block-kit-limits.ts'
import { markupViolations } from '../support/hostile.ts'
import { isForSlack } from '../support/plain-blocks.ts'
import { allCases, load, root } from './cases.ts'
import { goldenFile } from './golden.ts'

/** npm names the script that it runs. */
const isUpdate = process.env.npm_lifecycle_event === 'goldens'
/** Where builders live: every function that a module here exports is a builder or a helper. */
const builders = 'src/{subjects/*/*.messages,wording/*,platform/blocks/*,platform/*/*.messages}.ts'

// Which zones there are depends on the host's Node: the selects of zones get these.
vi.spyOn(Intl, 'supportedValuesOf').mockImplementation(() => [
  'America/Argentina/Buenos_Aires',
  'America/Phoenix',
  'Asia/Kolkata',
  'Europe/Berlin',
])

const subjects = await allCases()
const fileOf = (folder: string, name: string): string => join(folder, `${name}.golden`)

describe.each(subjects)('$name', ({ folder, goldens }) => {
  it.each(goldens)('$builder.name, $name', (golden) => {
    const built = golden.build()
    expect(violations(built)).toEqual([])
    const made = goldenFile(golden, built)
    const path = fileOf(folder, golden.name)
    if (isUpdate) {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, made)
    }
    expect(existsSync(path), `${relative(root, path)} is missing: npm run goldens writes it`).toBe(true)
    expect(made).toBe(readFileSync(path, 'utf8'))
  })
})

it('each case has a file of its own, and each file its case', () => {
  const wanted = subjects.flatMap(({ folder, goldens }) =>
    goldens.map((golden) => fileOf(folder, golden.name)),
  )
  const twice = wanted.filter((path, index) => wanted.indexOf(path) !== index)
  expect(twice.map((path) => relative(root, path))).toEqual([])
  const stray = globSync('src/**/goldens/*.golden', { cwd: root })
    .map((path) => join(root, path))
    .filter((path) => !wanted.includes(path))
  if (isUpdate) for (const path of stray) rmSync(path)
  else expect(stray.map((path) => relative(root, path))).toEqual([])
})

const exported = (
  await Promise.all(
    globSync(builders, { cwd: root, exclude: ['**/*.test.ts'] }).map(async (path) =>
      Object.entries(await load(path)).flatMap(([name, value]) =>
        typeof value === 'function' ? [{ at: `${name} of ${path.split(sep).join('/')}`, value }] : [],
      ),
    ),
  )
).flat()
const run = new Set<unknown>(subjects.flatMap(({ goldens }) => goldens.map(({ builder }) => builder)))
const helpers = subjects.flatMap((subject) => subject.helpers)

it('every exported function is run by a golden, or is a helper that makes nothing for Slack', () => {
  expect(exported.length).toBeGreaterThan(100)
  const known = new Set<unknown>(helpers.map((each) => each.helper))
  const neither = exported.filter(({ value }) => !run.has(value) && !known.has(value))
  expect(neither.map(({ at }) => at)).toEqual([])
})

it('the list of helpers is true: each is exported, has no golden, and makes nothing for Slack', () => {
  const values = new Set<unknown>(exported.map(({ value }) => value))
  const untrue = helpers.filter(
    (each) => !values.has(each.helper) || run.has(each.helper) || isForSlack(each.build()),
  )
  expect(untrue.map((each) => each.helper.name)).toEqual([])
})

/** What Slack would refuse, and markup of others; pieces of a message have no limits of their own here. */
function violations(built: unknown): string[] {
  if (Array.isArray(built)) return built.flatMap(violations)
  if (typeof built !== 'object' || built === null || !('blocks' in built)) return []
  // A part of App Home: what it shows stands in the view.
  if ('buttons' in built)
    return violations({
      type: 'home',
      blocks: [{ type: 'actions', elements: built.buttons }, ...(built.blocks as unknown[])],
    })
  const view = 'type' in built
  // Its limits are read from unknown fields: the shape is what they check.
  const limits = view
    ? viewViolations(built as Parameters<typeof viewViolations>[0])
    : messageViolations(built as Parameters<typeof messageViolations>[0])
  return [...limits, ...markupViolations(built as Parameters<typeof markupViolations>[0])]
}
