import { expect, it } from 'vitest'
import { item, plan, sprint } from '#test/support/plans.ts'
import { planOf } from './revisions.ts'

const whole = plan([sprint('Sprint 1', [item('OR-1', 'Refunds')])])

it('reads a revision’s plan', () => {
  expect(planOf({ id: '0199', plan: JSON.parse(JSON.stringify(whole)) })).toEqual(whole)
})

it('names the revision and the field that this version cannot read', () => {
  const [first] = whole.sprints
  const newer = { ...whole, sprints: [{ ...first, status: 'paused' }] }
  const read = () => planOf({ id: '0199', plan: JSON.parse(JSON.stringify(newer)) })
  expect(read).toThrow('PlanRevision 0199: “plan” holds what this version')
  expect(read).toThrow('sprints[0].status')
})
