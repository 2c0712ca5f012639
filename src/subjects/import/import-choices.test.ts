// Under which path a plan from Slack is kept: the next version of it has to find the last.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fileName, nameOfText, pathFor } from './import-choices.ts'

it.each([
  [
    'a plan that came from a folder',
    'Sprint-7.md',
    ['plans/sprint-7.md', 'plans/sprint-8.md'],
    'plans/sprint-7.md',
  ],
  ['a plan that came from Slack', 'sprint-7.md', ['slack/sprint-7.md'], 'slack/sprint-7.md'],
  ['a new plan', 'sprint-9.md', ['plans/sprint-7.md'], 'slack/sprint-9.md'],
  ['a name that two plans have', 'plan.md', ['a/plan.md', 'b/plan.md'], 'slack/plan.md'],
])('is the path of %s', (_, name, known, path) => {
  expect(pathFor(name, known)).toBe(path)
})

it.each([
  ['# Sprint 12 Plan\n\n- item', 'sprint-12-plan.md'],
  ['\n---\n\n## Équipe: Été!', 'equipe-ete.md'],
  ['***', 'plan.md'],
])('is named after the first line of pasted text: %j', (text, name) => {
  expect(nameOfText(text)).toBe(name)
})

it('never leaves its folder, and is never long', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (name) => {
      expect(fileName(name)).not.toContain('/')
      expect(fileName(name).length).toBeLessThanOrEqual(112)
    }),
  )
})
