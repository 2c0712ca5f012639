// `sprintkeeper plan diff`: what it prints and how it ends.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sprintkeeper } from './run.ts'

let folder: string
const path = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sprintkeeper-'))
  const plan = (items: string) => `# Sprint 1 (Nov 16 – Nov 27, 2026)\n\n${items}\n`
  await writeFile(path('old.md'), plan('- [ ] KE-1 Grow (3 pts)\n- [ ] KE-2 Drift (4 pts)'))
  await writeFile(path('new.md'), plan('- [ ] KE-1 Grow tall (5 pts)\n- [ ] KE-3 Sway (2 pts)'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('prints what was added, removed, renamed and estimated anew', async () => {
  const { status, out } = await sprintkeeper(['plan', 'diff', path('old.md'), path('new.md')])
  expect(status).toBe(0)
  const sprint = 'Sprint 1'
  expect(out.trim().split('\n')).toEqual([
    '~ KE-1 renamed: “Grow” → “Grow tall”',
    '~ KE-1 Grow tall estimated: 3 points → 5 points',
    `+ KE-3 Sway (2 points, ${sprint})`,
    `− KE-2 Drift (4 points, ${sprint})`,
  ])
})

it('says so when nothing changed, and ends with 1 on a change when asked to', async () => {
  const same = await sprintkeeper(['plan', 'diff', path('old.md'), path('old.md'), '--exit-code'])
  expect([same.status, same.out]).toEqual([0, 'Nothing changed in sprints and items.\n'])
  const other = await sprintkeeper(['plan', 'diff', path('old.md'), path('new.md'), '--exit-code', '--json'])
  expect(other.status).toBe(1)
  expect(JSON.parse(other.out)).toHaveLength(4)
})

it('ends with 2 for a file that cannot be read', async () => {
  const { status, err } = await sprintkeeper(['plan', 'diff', path('old.md'), path('none.md')])
  expect([status, err]).toEqual([2, expect.stringContaining('there is no such file')])
})
