import { describe, expect, it } from 'vitest'
import { dependencyText, objectiveName } from './plan-words.ts'

describe('a dependency beside its due date', () => {
  it.each([
    ['Legal sign-off (due 2026-12-02)', 'Legal sign-off'],
    ['Legal sign-off, due 2026-12-02', 'Legal sign-off'],
    ['Legal sign-off — due: 2026-12-02', 'Legal sign-off'],
    ['Legal sign-off by 2026-12-02 from Acme', 'Legal sign-off from Acme'],
    ['Sign-off, drafted 2026-11-20, due 2026-12-02', 'Sign-off, drafted Fri 20 Nov'],
    ['due 2026-12-02', 'due Wed 2 Dec'],
    ['Legal sign-off due 2026-12-03', 'Legal sign-off due Thu 3 Dec'],
  ])('%s: %s', (text, shown) => {
    expect(dependencyText(text, '2026-12-02', 200)).toBe(shown)
  })
})

describe('an objective beside its baseline and target', () => {
  it.each([
    ['Failed payments (baseline 14 %)', 'Failed payments'],
    ['Failed payments (14 % → ≤ 8 %)', 'Failed payments'],
    ['Failed payments (cards only)', 'Failed payments (cards only)'],
    ['(14 %)', '(14 %)'],
  ])('%s: %s', (text, shown) => {
    expect(objectiveName({ text, baseline: '14 %', target: '≤ 8 %' }, 200)).toBe(shown)
  })
})
