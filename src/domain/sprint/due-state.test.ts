import { describe, expect, it } from 'vitest'
import { dueState, type Window } from './due-state.ts'

const window = { start: '2026-06-01', end: '2026-06-12' }

describe('the state that a sprint should be in', () => {
  it.each([
    ['2026-05-31', 'planned'],
    ['2026-06-01', 'active'],
    ['2026-06-12', 'active'],
    ['2026-06-13', 'closed'],
  ])('goes by its window: on %s it is %s', (today, expected) => {
    expect(dueState({ ...window, state: 'planned' }, today)).toBe(expected)
    expect(dueState({ ...window, state: 'active', stated: 'active' }, today)).toBe(expected)
  })

  it.each<[string, Window]>([
    ['it was closed', { ...window, state: 'closed' }],
    ['the plan says so', { ...window, state: 'active', stated: 'closed' }],
    ['it was closed without a window', { start: null, end: null, state: 'closed' }],
  ])('stays closed when %s', (_, sprint) => {
    expect(dueState(sprint, '2026-06-03')).toBe('closed')
  })

  it.each<[string | null, string | null]>([
    [null, null],
    ['2026-06-01', null],
    [null, '2026-06-12'],
  ])('is kept without a window, from %s to %s', (start, end) => {
    expect(dueState({ start, end, state: 'planned' }, '2026-06-03')).toBe('planned')
    expect(dueState({ start, end, state: 'active' }, '2027-01-01')).toBe('active')
  })
})
