// Whole results: each name.md has its name.json. `npm run goldens` writes them anew; a missing and a stray one fail.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planFile } from '#domain/plan-file.ts'
import { parsePlan } from '#plan/parse.ts'

const folder = new URL('./plans/', import.meta.url).pathname
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.slice(0, -3))

const parse = (path: string) =>
  parsePlan(readFileSync(path), { path: path.split('/').at(-1) ?? '', referenceDate: '2026-11-21' })

const isUpdate = process.env.npm_lifecycle_event === 'goldens'

describe('golden plans', () => {
  it.each(names)('%s gives the plan JSON beside it', (name) => {
    const file = parse(join(folder, `${name}.md`))
    const expected = join(folder, `${name}.json`)
    if (isUpdate) writeFileSync(expected, `${JSON.stringify(file, null, 2)}\n`)
    if (!existsSync(expected)) throw new Error(`${name}.json is missing: npm run goldens writes it`)
    expect(file).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  })

  it('has a plan for each expectation', () => {
    const expectations = readdirSync(folder).filter((name) => name.endsWith('.json'))
    expect(expectations.map((name) => name.slice(0, -5)).sort()).toEqual([...names].sort())
  })
})

describe('the plans of a first start', () => {
  const plans = new URL('../../../plans/', import.meta.url).pathname
  it.each(readdirSync(plans))(
    '%s is valid plan JSON with items, a team and every line understood',
    (name) => {
      const file = parse(join(plans, name))
      expect(planFile.parse(file)).toEqual(file)
      expect(file.coverage.unmapped).toEqual([])
      expect(file.diagnostics.filter((d) => d.severity === 'error')).toEqual([])
      for (const plan of file.plans) {
        expect(plan.team.name).toMatch(/^(?:Harbor Payments|Lighthouse Platform|Tidepool Mobile)$/)
        expect(plan.sprints.flatMap((sprint) => sprint.items).length).toBeGreaterThan(2)
      }
    },
  )
})

it('understands the plan that docs/plan-format.md shows, without a remark', () => {
  const page = readFileSync(new URL('../../../docs/plan-format.md', import.meta.url), 'utf8')
  const [, example] = page.split('```markdown\n')
  const text = new TextEncoder().encode((example ?? '').split('```')[0])
  const file = parsePlan(text, { path: 'example.md', referenceDate: '2026-11-21' })
  expect(file.diagnostics).toEqual([])
  expect(file.coverage.unmapped).toEqual([])
  expect(file.plans[0]?.sprints[0]?.items.map((item) => [item.key, item.stretch])).toEqual([
    ['HP-413', false],
    ['HP-412', false],
    ['HP-440', true],
  ])
})
