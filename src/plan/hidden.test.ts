// What a page does not show reaches no field, and what a directive says outright is what a block is.
import { describe, expect, it } from 'vitest'
import type { PlanFile } from '#domain/plan-file.ts'
import { parsePlan } from '#plan/parse.ts'

const read = (text: string): PlanFile => parsePlan(new TextEncoder().encode(text), { path: 'plan.md' })
const itemsOf = (file: PlanFile) =>
  file.plans.flatMap((plan) => [...plan.sprints.flatMap((sprint) => sprint.items), ...plan.backlog])
const titles = (text: string) => itemsOf(read(text)).map((item) => item.title)

const HEAD = '# Sprint 6 (2026-11-16 – 2026-11-27)\n\n## Scope\n'

describe('what is hidden', () => {
  it.each([
    ['a comment at the end of a task', '- [ ] Cart <!-- SECRET -->\n- [ ] Prices'],
    ['a comment between the words of a task', '- [ ] Cart <!-- SECRET -->\n- [ ] <!-- SECRET --> Prices'],
    ['a comment over several lines of a task', '- [ ] Cart <!-- SECRET\n  SECRET\n  -->\n- [ ] Prices'],
    ['a comment that holds tasks', '- [ ] Cart\n<!--\n- [ ] SECRET\n-->\n- [ ] Prices'],
    ['a comment over a blank line', '- [ ] Cart\n<!-- SECRET\n\n- [ ] SECRET -->\n- [ ] Prices'],
    ['a comment below a task', '- [ ] Cart\n  <!-- SECRET -->\n- [ ] Prices'],
    ['several on a line', '- [ ] Cart <!-- SECRET --> <!-- SECRET -->\n- [ ] Prices <!---->'],
    ['a %% block', '- [ ] Cart\n\n%%\n- [ ] SECRET\n%%\n\n- [ ] Prices'],
    ['%% on one line', '- [ ] Cart %%SECRET%%\n%% SECRET %%\n- [ ] Prices'],
    ['a definition', '- [ ] Cart\n[//]: # (SECRET)\n- [ ] Prices\n\n[4]: https://example.org/SECRET'],
    ['folded text in a task', '- [ ] Cart <details><summary>SECRET</summary>SECRET</details>\n- [ ] Prices'],
    [
      'a summary below a task',
      '- [ ] Cart\n<details><summary>SECRET</summary>\n\n</details>\n\n- [ ] Prices',
    ],
  ])('%s', (_name, body) => {
    const file = read(`${HEAD}${body}\n`)
    expect(itemsOf(file).map((item) => item.title)).toEqual(['Cart', 'Prices'])
    expect(JSON.stringify(file.plans)).not.toContain('SECRET')
    expect(file.coverage.unmapped).toEqual([])
  })

  it('keeps what only looks like a comment: in code, in fences, with a percent sign', () => {
    expect(titles(`${HEAD}- [ ] Write \`<!-- x -->\` out\n- [ ] Grow 5%% or 7%%\n`)).toEqual([
      'Write <!-- x --> out',
      'Grow 5%% or 7%%',
    ])
    expect(titles(`${HEAD}\`\`\`html\n<!--\n\`\`\`\n- [ ] After\n`)).toEqual(['After'])
  })

  it('keeps the rows of a table around a comment together', () => {
    const rows =
      '| Key | Task |\n|---|---|\n| A-1 | One |\n<!-- | A-2 | SECRET | -->\n| A-3 | Three <!-- SECRET --> |'
    expect(titles(`${HEAD}${rows}\n`)).toEqual(['One', 'Three'])
  })

  it('says that a comment is never closed', () => {
    const file = read(`${HEAD}- [ ] Cart\n\n<!-- SECRET\n- [ ] SECRET\n`)
    expect(itemsOf(file).map((item) => item.title)).toEqual(['Cart'])
    expect(file.diagnostics.find((d) => d.code === 'unclosed-comment')?.line).toBe(6)
  })

  it('ends a fold where it is closed', () => {
    const file = read(
      '# Plan\n\n## Sprint 1\n- [ ] One\n\n<details>\n<summary>Risks</summary>\n\n- Rain\n\n</details>\n\n- [ ] Two\n',
    )
    expect(itemsOf(file).map((item) => item.title)).toEqual(['One', 'Two'])
    expect(file.plans[0]?.sprints[0]?.risks.map((risk) => risk.title)).toEqual(['Rain'])
  })
})

describe('directives', () => {
  const plan = (directive: string, block: string) =>
    read(`# Sprint 6 (2026-11-16 – 2026-11-27)\n\n## Tasks\n- [ ] Cart\n\n${directive}\n${block}\n`)
  const sprint = (file: PlanFile) => file.plans[0]?.sprints[0]

  it.each([
    ['before a heading', '<!-- sprintkeeper: risks -->', '## Weather\n\n- Rain'],
    ['on the heading', '', '## Weather <!-- sprintkeeper: risks -->\n\n- Rain'],
    ['before a list', '## Weather\n\n<!-- sprintkeeper: risks -->', '- Rain'],
    ['in Obsidian’s form', '%% sprintkeeper: risks %%', '## Weather\n\n- Rain'],
    ['in any case', '<!--SprintKeeper:  RISKS -->', '## Weather\n\n- Rain'],
  ])('are read %s', (_name, directive, block) => {
    const file = plan(directive, block)
    expect(sprint(file)?.risks.map((risk) => risk.title)).toEqual(['Rain'])
    expect(itemsOf(file).map((item) => item.title)).toEqual(['Cart'])
    expect(JSON.stringify(file.plans)).not.toMatch(/sprintkeeper/i)
  })

  it('say of each kind of block what it is', () => {
    const one = (name: string, block = '- Rain') => plan(`<!-- sprintkeeper: ${name} -->`, block)
    expect(sprint(one('goals'))?.goals).toEqual(['Rain'])
    expect(sprint(one('objectives'))?.objectives.map((o) => o.text)).toEqual(['Rain'])
    expect(sprint(one('dependencies'))?.dependencies.map((d) => d.text)).toEqual(['Rain'])
    expect(sprint(one('done'))?.definitionOfDone).toEqual(['Rain'])
    expect(sprint(one('ceremonies', '- Rain check: Fri 10:00'))?.ceremonies.map((c) => c.start)).toEqual([
      '10:00',
    ])
    expect(one('backlog').plans[0]?.backlog.map((item) => item.title)).toEqual(['Rain'])
    expect(sprint(one('work', '## Risks\n\n- Rain'))?.items.map((i) => i.title)).toEqual(['Cart', 'Rain'])
    expect(sprint(one('context', '## Tasks\n\n- [ ] Rain'))?.items.map((i) => i.title)).toEqual(['Cart'])
    const ignored = one('ignore', '## Sprint 9\n\n- [ ] A-1 Rain\n\n### Risks\n- Snow')
    expect(JSON.stringify(ignored.plans)).not.toMatch(/Rain|Snow/)
    expect(ignored.coverage.unmapped).toEqual([])
  })

  it('make sprints of headings without a word for one', () => {
    const file = read(
      '# Plan\n\n<!-- sprintkeeper: sprint -->\n## Apples (Nov 2 – Nov 13, 2026)\n- [ ] One\n\n<!-- sprintkeeper: sprint -->\n## Pears\n- [ ] Two\n',
    )
    expect(file.plans[0]?.sprints.map((s) => [s.line, s.start, s.items.length])).toEqual([
      [4, '2026-11-02', 1],
      [8, null, 1],
    ])
  })

  it('that nobody knows are told, with the nearest word', () => {
    const found = plan('<!-- sprintkeeper: risk -->', '## Weather\n\n- Rain').diagnostics.find(
      (d) => d.code === 'unknown-directive',
    )
    expect(found?.line).toBe(6)
    expect(found?.hint).toContain('risks')
  })
})
