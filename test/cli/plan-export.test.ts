// `sprintkeeper plan export` on a real database: the report, the patch, and the file as it is written.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { useWorld } from '../support/world.ts'
import { sprintkeeper } from './run.ts'

const world = useWorld()
let folder: string
let file: string

const plan = `# Kelp — Sprint 1 (Nov 16 – Nov 27, 2026)\r
\r
- [ ] KE-1 Grow (3 pts)\r
- [ ] Tall | and *bold* (2 pts)\r
- [x] KE-3 Float (1 pt)\r
`

const run = (...args: string[]) => sprintkeeper(['plan', ...args], { DATABASE_URL: world.connectionString })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sprintkeeper-'))
  file = join(folder, 'kelp.md')
  await writeFile(file, plan)
  await sprintkeeper(
    ['plan', 'import', '-', '--as', 'kelp.md'],
    { DATABASE_URL: world.connectionString },
    plan,
  )
  await world.services.db.item.updateMany({
    where: { title: { startsWith: 'Tall' } },
    data: { status: 'done' },
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('prints nothing but a patch of what moved, also for an item without a key', async () => {
  const { status, out, err } = await run('export', file)
  expect([status, err]).toEqual([0, ''])
  const changed = out.split('\n').filter((line) => /^[+-]/.test(line) && !/^(?:---|\+\+\+) [ab]\//.test(line))
  expect(changed).toEqual(['-- [ ] Tall | and *bold* (2 pts)\r', '+- [x] Tall | and *bold* (2 pts)\r'])
  expect(await readFile(file, 'utf8')).toBe(plan)
})

it('writes the file, byte for byte the same elsewhere, and has nothing more to say then', async () => {
  expect(await run('export', file, '--write')).toMatchObject({
    status: 0,
    out: `${file}: 1 status written\n`,
  })
  expect(await readFile(file, 'utf8')).toBe(plan.replace('[ ] Tall', '[x] Tall'))
  expect(await run('export', file)).toMatchObject({ status: 0, out: '', err: '' })
})

it('writes a report a team into a folder, escaped', async () => {
  const out = join(folder, 'status')
  const ran = await run('export', '--team', 'kelp', '--out', out)
  expect(ran).toMatchObject({ status: 0, out: `${join(out, 'kelp-sprint-1.md')}\n` })
  const report = await readFile(join(out, 'kelp-sprint-1.md'), 'utf8')
  expect(report).toContain('# Kelp: Sprint 1\n')
  expect(report).toMatch(/\| .* \| Tall \\\| and bold \| done \| 2 points \| {2}\|/)
  expect(report).toContain('| KE-1 | Grow | to do | 3 points |')
})

it.each([
  ['a file that was not imported', ['export', 'nowhere/else.md'], 2, 'cannot be read'],
  ['--write without a file', ['export', '--write'], 2, 'name their files'],
  ['a team that is not there', ['export', '--team', 'nobody'], 2, 'There is no team nobody.'],
])('says what is wrong with %s', async (_, args, status, message) => {
  expect(await run(...args)).toMatchObject({ status, err: expect.stringContaining(message) })
})

it('says so when the file was not imported', async () => {
  const other = join(folder, 'other.md')
  await writeFile(other, plan)
  const ran = await run('export', other)
  expect(ran).toMatchObject({ status: 1, err: expect.stringContaining('was not imported') })
})
