// `sprintkeeper plan import` on a real database: what it prints, what it stores, how it ends.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { useWorld } from '../support/world.ts'
import { sprintkeeper } from './run.ts'

const world = useWorld()
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sprintkeeper-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const plan = (title: string) => `# Kelp — Sprint 1 (Nov 16 – Nov 27, 2026)\n\n- [ ] KE-1 ${title} (3 pts)\n`
const run = (args: string[], input?: string) =>
  sprintkeeper(['plan', 'import', ...args], { DATABASE_URL: world.connectionString }, input)

it('imports a folder, says what came of each file, and goes on after one that is no plan', async () => {
  await writeFile(join(folder, 'kelp.md'), plan('Grow'))
  await writeFile(join(folder, 'letter.md'), 'Dear Maya, thank you for the fish.')
  const { status, out, err } = await run([folder])
  expect([status, err]).toEqual([1, expect.stringContaining('There is no plan in')])
  expect(out).toContain('kelp.md: kelp (a new team): revision 1')
  expect(out).toContain('2026-11-16 to 2026-11-27')
})

it('tells a next revision by its changes, and the same file by that it is unchanged', async () => {
  await writeFile(join(folder, 'kelp.md'), plan('Grow tall'))
  const changed = await run([join(folder, 'kelp.md')])
  expect(changed.out).toContain('kelp: revision 2')
  expect(changed.out).toContain('~ KE-1 renamed: “Grow” → “Grow tall”')
  const again = await run([join(folder, 'kelp.md'), '--json'])
  expect(JSON.parse(again.out)).toMatchObject({ unchanged: true, plans: [{ team: 'kelp', revision: 2 }] })
  expect(again.status).toBe(0)
})

it('reads standard input under the name that it is given, for the team that is named', async () => {
  const nameless = await run(['-'], plan('Drift'))
  expect([nameless.status, nameless.err]).toEqual([2, expect.stringContaining('--as')])
  const { status, out } = await run(
    ['-', '--as', 'docs/drift.md', '--team', 'harbor-payments'],
    plan('Drift'),
  )
  expect([status, out]).toEqual([0, expect.stringContaining('docs/drift.md: harbor-payments: revision 1')])
})

it.each([
  ['a file that is not there', ['nowhere.md'], 2, 'there is no such file'],
  ['a team that is not there', ['nowhere.md', '--team', 'nobody'], 2, 'There is no team nobody.'],
  ['a workspace that is not there', ['nowhere.md', '--workspace', 'T9'], 1, 'There is no workspace T9 here.'],
])('says what is wrong with %s', async (_, args, status, message) => {
  const ran = await run(args)
  expect([ran.status, ran.err]).toEqual([status, expect.stringContaining(message)])
})
