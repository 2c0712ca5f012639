import { expect, it } from 'vitest'
import { agedBlocker, openBlockers } from './blockers.ts'
import { blocker, denver, timelineAt } from './sprint.testing.ts'

const timeline = timelineAt('06-05 12:00')

it('open blockers stand by severity, then by age, then by number', () => {
  const old = { raisedAt: denver('06-01 10:00') }
  const blockers = [
    blocker(5, { severity: 'low', ...old }),
    blocker(4),
    blocker(3),
    blocker(2, old),
    blocker(1, { severity: 'high', state: 'taken' }),
    blocker(6, { severity: 'high', state: 'escalated' }),
    blocker(7, { severity: 'high', state: 'resolved' }),
  ]
  const numbers = (all: typeof blockers) => openBlockers(all, timeline).map(({ number }) => number)
  expect(numbers(blockers)).toEqual([1, 6, 2, 3, 4, 5])
  expect(numbers(blockers.toReversed())).toEqual([1, 6, 2, 3, 4, 5])
})

it('a blocker ages by the working days that began, until it is resolved', () => {
  const age = (raisedAt: string, resolvedAt: string | null) =>
    agedBlocker(
      blocker(1, { raisedAt: denver(raisedAt), resolvedAt: resolvedAt ? denver(resolvedAt) : null }),
      timeline,
    ).ageDays
  expect(age('06-05 09:00', null)).toBe(0)
  expect(age('06-04 23:59', null)).toBe(1)
  expect(age('06-01 10:00', '06-03 10:00')).toBe(2)
  expect(age('05-29 10:00', '05-31 10:00')).toBe(0)
})
