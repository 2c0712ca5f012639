// Facts in the first line of an item: what is a key, a state, an estimate or a person there, and what is the title.
import { expect, it } from 'vitest'
import { parseHead } from '#plan/head.ts'
import { parsePlan } from '#plan/parse.ts'
import { statusOf } from '#plan/status.ts'

const planOf = (text: string) =>
  parsePlan(new TextEncoder().encode(text), { path: 'plans/plan.md', referenceDate: '2026-03-02' }).plans[0]

it.each([
  ['P0-01: Limit the page size', 'P0-01', 'Limit the page size', null],
  ['P1-12 — Begrenzung der Seiten', 'P1-12', 'Begrenzung der Seiten', null],
  ['P0: Limit the page size', null, 'Limit the page size', 'P0'],
  ['[P2] - Retry thrice', null, 'Retry thrice', 'P2'],
])('tells a key from a priority in “%s”', (line, key, title, priority) => {
  expect(parseHead(line)).toMatchObject({ key, title, priority })
})

it('keeps keys of a numbering by priority, and the work below a heading that says how urgent it is', () => {
  const plan = planOf(
    '# Audit — Sprint 4\n\n## P0 — Blocking\n- [x] P0-01 Index the log\n- [ ] P0-02 Page the query\n\n## P1 — Important\n- [ ] P1-01 Remove the cast\n- [ ] P1-02 Name the file\n',
  )
  expect(plan?.sprints[0]?.items.map((item) => item.key)).toEqual(['P0-01', 'P0-02', 'P1-01', 'P1-02'])
  expect(plan?.sprints[0]?.dependencies).toEqual([])
})

it.each([
  ['Queue monitor (dev)', 'Queue monitor (dev)', null],
  ['Smoke tests (qa)', 'Smoke tests (qa)', null],
  ['Queue monitor (in dev)', 'Queue monitor', 'in_progress'],
  ['Queue monitor [QA]', 'Queue monitor', 'in_review'],
  ['Monitor der Warteschlange (in Arbeit)', 'Monitor der Warteschlange', 'in_progress'],
])('tells where software runs from the state of the work in “%s”', (line, title, status) => {
  expect(parseHead(line)).toMatchObject({ title, status })
})

it.each([
  ['Cash forecast (12 weeks)', 'Cash forecast (12 weeks)', null],
  ['Probezeit (30 Tage)', 'Probezeit (30 Tage)', null],
  ['Cash forecast (3 days)', 'Cash forecast', { value: 3, unit: 'days' }],
  ['Search — 2 weeks', 'Search', { value: 10, unit: 'days' }],
  ['Migration (estimate: 5 weeks)', 'Migration', { value: 25, unit: 'days' }],
])('takes a length of four weeks or more for what the work is about in “%s”', (line, title, estimate) => {
  expect(parseHead(line)).toMatchObject({ title, estimate })
})

it.each([
  ['Move fonts from @import to a link', 'Move fonts from @import to a link', []],
  ['Use `@Cron` for the nightly job', 'Use @Cron for the nightly job', []],
  ['`@Cron`', '@Cron', []],
  ['@OperLog AOP', '@OperLog AOP', []],
  ['@PreAuthorize en todos los controladores', '@PreAuthorize en todos los controladores', []],
  ['Page the query @maya', 'Page the query', ['maya']],
  ['Page the query, @maya and @tom', 'Page the query', ['maya', 'tom']],
  ['Seiten begrenzen — @maya @tom (3 pts)', 'Seiten begrenzen', ['maya', 'tom']],
  ['@maya: page the query', '@maya: page the query', ['maya']],
  ['Page the query (@maya)', 'Page the query', ['maya']],
])('knows who works on “%s”', (line, title, assignees) => {
  expect(parseHead(line)).toMatchObject({ title, assignees })
})

it.each([
  [
    'English',
    '# Sprint 2 plan\n\nSprint completion date: Mar 13, 2026\n\n## Task listing\n\n### User story 1: As a reader I can search\n\n- Index (4 hours)\n- Rank (3 hours)\n\n**Total for user story 1: 7 hours**\n\n### User story 2: As a reader I can sort\n\n- Sort (2 hours)\n\nTotal for user story 2: 2 hours\n',
  ],
  [
    'Spanish',
    '# Sprint 2\n\nFecha de finalización: 13/03/2026\n\n## Historias\n\n### Historia 1: Buscar\n\n- Índice (4 h)\n- Orden (3 h)\n\n**Total de la historia 1: 7 horas**\n\n### Historia 2: Ordenar\n\n- Orden (2 h)\n\n**Total de la historia 2: 2 horas**\n',
  ],
])(
  'takes the total of a story’s tasks for its estimate, and the day of completion for the end (%s)',
  (_l, text) => {
    const sprint = planOf(text)?.sprints[0]
    expect(sprint?.items.map((item) => item.estimate)).toEqual([
      { value: 7, unit: 'hours' },
      { value: 2, unit: 'hours' },
    ])
    expect(sprint).toMatchObject({ end: '2026-03-13', capacity: { committed: null } })
  },
)

it.each([
  ['Complete (~75%)', 'in_progress'],
  ['95% finished', 'in_progress'],
  ['已完成 85%', 'in_progress'],
  ['Erledigt: 40 %', 'in_progress'],
  ['Complete (100%)', 'done'],
  ['Approved', 'done'],
  ['Approved for development', 'ready'],
  ['部分完成', 'in_progress'],
  ['Teilweise erledigt', 'in_progress'],
  ['尚未開始', 'ready'],
  ['needs testing', 'in_review'],
  ['zu testen', 'in_review'],
])('reads the state “%s” as %s', (text, status) => {
  expect(statusOf(text)).toBe(status)
})

it.each([
  ['Receipt as PDF (95% finished)', 'Receipt as PDF', 'in_progress'],
  ['Receipt as PDF (needs testing)', 'Receipt as PDF', 'in_review'],
  ['Quittung als PDF (zu testen)', 'Quittung als PDF', 'in_review'],
  ['Coverage of the parser (95%)', 'Coverage of the parser (95%)', null],
])('takes a share or a step of review out of “%s”', (line, title, status) => {
  expect(parseHead(line)).toMatchObject({ title, status })
})

it('keeps a sprint open that is complete to a part or approved for work', () => {
  const states = planOf(
    '# Roadmap\n\n## Sprint 1: Base (已完成 95%)\n- Log\n\n## Sprint 2: Search (Complete)\n- Index\n\n## Sprint 3: Pay\n\n**Status:** Approved for development\n\n- Card\n',
  )?.sprints.map((sprint) => sprint.status)
  expect(states).toEqual(['active', 'closed', 'planned'])
})

it.each([
  [
    'a line',
    '# Plan\n\n## Sprint 7\n\n**Status:** Active\n\n### Stories\n- Search\n\n### Servers\n**Status:** Not started\n- Set up\n',
  ],
  [
    'a list entry',
    '# Plan\n\n## Sprint 7\n\n- **Estado:** en curso\n\n### Tareas\n- Buscar\n\n### Servidores\n- **Estado:** pendiente\n- Instalar\n',
  ],
])('leaves the sprint’s state as it is when a part of it states its own (%s)', (_shape, text) => {
  expect(planOf(text)?.sprints[0]?.status).toBe('active')
})

it.each([
  ['Run `tests/*.test.ts` and `**/*.ts`', 'Run tests/*.test.ts and **/*.ts'],
  ['Set `TF_VAR_*` **now**', 'Set TF_VAR_* now'],
  ['Rename `__init__` to *start*', 'Rename __init__ to start'],
  ['Leave `a* alone', 'Leave a alone'],
])('keeps the signs inside of code: “%s”', (line, title) => {
  expect(parseHead(line).title).toBe(title)
})
