// Meetings that are told as plain lines: a name, a colon and a time.
import { expect, it } from 'vitest'
import { parsePlan } from '#plan/parse.ts'

const meetingsOf = (text: string) =>
  parsePlan(new TextEncoder().encode(text), {
    path: 'plans/plan.md',
    referenceDate: '2026-11-02',
  }).plans[0]?.sprints[0]?.ceremonies.map((c) => `${c.kind} ${c.title} ${c.start ?? ''}`.trim())

it.each([
  ['Daily Scrum: 9:15 AM', ['standup Daily Scrum 09:15']],
  ['Sprint planning meeting: Monday 10:00', ['planning Sprint planning meeting 10:00']],
  ['Sprint demo: Nov 13, 15:00', ['review Sprint demo 15:00']],
  ['Retrospectiva del equipo: viernes 16:00', ['retro Retrospectiva del equipo 16:00']],
  ['Sprint-Retrospektive: Freitag 16:00', ['retro Sprint-Retrospektive 16:00']],
  ['Planning baseline: 2026-04-30', []],
  ['Weekly sync notes: see the wiki', []],
  ['Sprint demo: to be agreed', []],
])('reads “%s”', (line, expected) => {
  const text = `# Sprint 7 (Nov 2 – Nov 13, 2026)\n\n${line}\n\n## Stories\n- A-3 Use (2 pts)\n`
  expect(meetingsOf(text)).toEqual(expected)
})
