import { expect, it } from 'vitest'
import { shortSprintName } from './sprint-name.ts'

it.each([
  ['Harbor Payments — Sprint 32 (Nov 16 – Nov 27, 2026)', 'Sprint 32'],
  ['harbor payments: Sprint 33', 'Sprint 33'],
  ['Sprint 7 (2026-01-05 to 2026-01-16)', 'Sprint 7'],
  ['Sprint 24 (Hardening)', 'Sprint 24 (Hardening)'],
  ['Harbor Payments Kick-off', 'Harbor Payments Kick-off'],
  ['Harbor Payments', 'Harbor Payments'],
  ['(2026)', '(2026)'],
  ['Week\n1', 'Week 1'],
])('%j is shown as %j', (name, short) => {
  expect(shortSprintName(name, 'Harbor Payments')).toBe(short)
})
