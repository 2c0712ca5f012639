// What counts as the same item after a plan was edited.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item, Plan } from '#domain/plan-file.ts'
import { diffPlans } from '#plan/diff.ts'
import { withStableNames } from '#plan/stable-names.ts'
import { item, plan, points, sprint } from '#test/support/plans.ts'

const loose = (key: string, title: string, fields: Partial<Item> = {}) =>
  item(key, title, { keyStated: false, ...fields })

/** What the diff says when both revisions went through the import's naming. */
function changes(before: Plan, after: Plan) {
  const old = withStableNames(before, null)
  return diffPlans(old, withStableNames(after, old)).changes
}

describe('an item with a stated key', () => {
  it('is the same under a new title, estimate, owner and sprint', () => {
    const before = plan([
      sprint('Sprint 1', [item('OR-1', 'Plant trees', { estimate: points(3), assignees: ['Ana'] })]),
      sprint('Sprint 2', []),
    ])
    const after = plan([
      sprint('Sprint 1', []),
      sprint('Sprint 2', [item('OR-1', 'Dig holes', { estimate: points(5), assignees: ['Rui'] })]),
    ])
    const of = { key: 'OR-1', title: 'Dig holes', sprint: 'Sprint 2' }
    expect(changes(before, after)).toEqual([
      { type: 'item renamed', ...of, from: 'Plant trees', to: 'Dig holes' },
      { type: 'item moved', ...of, from: 'Sprint 1', to: 'Sprint 2', estimate: '5 points' },
      { type: 'item estimated', ...of, from: '3 points', to: '5 points' },
      { type: 'item reowned', ...of, from: ['Ana'], to: ['Rui'] },
    ])
  })

  it('is another item under another stated key and title', () => {
    const before = plan([sprint('Sprint 1', [item('OR-1', 'Plant apple trees')])])
    const after = plan([sprint('Sprint 1', [item('OR-2', 'Plant pear trees')])])
    expect(changes(before, after).map(({ type }) => type)).toEqual(['item added', 'item removed'])
  })

  it('is the same when only its key was changed', () => {
    const before = plan([sprint('Sprint 1', [item('OR-1', 'Plant apple trees')])])
    const after = plan([sprint('Sprint 1', [item('ORCH-1', 'Plant apple trees')])])
    expect(changes(before, after)).toEqual([
      {
        type: 'item rekeyed',
        key: 'ORCH-1',
        title: 'Plant apple trees',
        sprint: 'Sprint 1',
        from: 'OR-1',
        to: 'ORCH-1',
      },
    ])
  })
})

describe('an item without a stated key', () => {
  it('keeps its key when another is put before it', () => {
    const before = plan([
      sprint('Sprint 1', [loose('s1-01', 'Plant apple trees'), loose('s1-02', 'Water the roses')]),
    ])
    const after = plan([
      sprint('Sprint 1', [
        loose('s1-01', 'Buy spades'),
        loose('s1-02', 'Plant apple trees'),
        loose('s1-03', 'Water the roses'),
      ]),
    ])
    const stable = withStableNames(after, withStableNames(before, null))
    expect(stable.sprints[0]?.items.map(({ key, title }) => [key, title])).toEqual([
      ['s1-01 (2)', 'Buy spades'],
      ['s1-01', 'Plant apple trees'],
      ['s1-02', 'Water the roses'],
    ])
    expect(changes(before, after)).toMatchObject([{ type: 'item added', title: 'Buy spades' }])
  })

  it.each([
    ['Set up monitoring for the API gateway', 'Set up monitoring and alerts for the API gateway'],
    ['Write onboarding docs', 'Write the onboarding documentation'],
    ['Refund e-mail tempalte', 'Refund email template'],
    ['Migrate users table to the new schema', 'Migrate the users table (new schema, zero downtime)'],
  ])('is the same when it is renamed: %s', (from, to) => {
    const others = [loose('s1-02', 'Prepare the quarterly report'), loose('s1-03', 'Rotate certificates')]
    const before = plan([sprint('Sprint 1', [loose('s1-01', from), ...others])])
    const after = plan([sprint('Sprint 1', [loose('s1-01', to), ...others])])
    expect(changes(before, after)).toMatchObject([{ type: 'item renamed', key: 's1-01', from, to }])
  })

  it('is the same when it is renamed and moved to another place in the list', () => {
    const before = plan([
      sprint('Sprint 1', [loose('s1-01', 'Fix the login page'), loose('s1-02', 'Rotate certificates')]),
    ])
    const after = plan([
      sprint('Sprint 1', [
        loose('s1-01', 'Rotate certificates'),
        loose('s1-02', 'Fix the login page on Safari'),
      ]),
    ])
    expect(changes(before, after)).toMatchObject([{ type: 'item renamed', key: 's1-01' }])
  })

  it('is another when the titles have nothing in common', () => {
    const before = plan([sprint('Sprint 1', [loose('s1-01', 'Fix the login page')])])
    const after = plan([sprint('Sprint 1', [loose('s1-01', 'Quarterly capacity review')])])
    expect(changes(before, after).map(({ type }) => type)).toEqual(['item added', 'item removed'])
  })

  it('follows a move to the backlog by its title', () => {
    const before = plan([sprint('Sprint 1', [loose('s1-01', 'Fix the login page')])])
    const after = plan([sprint('Sprint 1', [])], { backlog: [loose('b-01', 'Fix the login page')] })
    expect(changes(before, after)).toMatchObject([
      { type: 'item moved', key: 's1-01', from: 'Sprint 1', to: null },
    ])
  })
})

describe('sprints', () => {
  it('are the same under a longer name with the same number, and their dates and goals are compared', () => {
    const before = plan([
      sprint('Sprint 3', [], { number: 3, start: '2026-11-02', end: '2026-11-13', goals: ['A'] }),
    ])
    const after = plan([
      sprint('Sprint 3 — Harvest', [], {
        number: 3,
        start: '2026-11-02',
        end: '2026-11-20',
        goals: ['A', 'B'],
      }),
    ])
    expect(changes(before, after)).toEqual([
      { type: 'sprint renamed', from: 'Sprint 3', to: 'Sprint 3 — Harvest' },
      { type: 'goals', sprint: 'Sprint 3 — Harvest', from: ['A'], to: ['A', 'B'] },
      {
        type: 'dates',
        sprint: 'Sprint 3 — Harvest',
        from: { start: '2026-11-02', end: '2026-11-13' },
        to: { start: '2026-11-02', end: '2026-11-20' },
      },
    ])
  })

  it('with other numbers are others, though they took the same dates', () => {
    const dates = { start: '2026-11-02', end: '2026-11-13' }
    const before = plan([sprint('Sprint 3', [], { number: 3, ...dates })])
    const after = plan([sprint('Sprint 4', [], { number: 4, ...dates })])
    expect(changes(before, after).map(({ type }) => type)).toEqual(['sprint added', 'sprint removed'])
  })
})

describe('any plan', () => {
  const title = fc.stringMatching(/^[a-z]{3,9}( [a-z]{3,9}){0,4}$/)
  const anyItem = fc.record({ title, key: fc.stringMatching(/^[A-C]-[1-5]$/), keyStated: fc.boolean() })
  const anyPlan = fc.array(fc.array(anyItem, { maxLength: 8 }), { maxLength: 3 }).map((sprints) =>
    plan(
      sprints.map((items, index) =>
        sprint(
          index % 2 ? 'Week' : `Sprint ${index}`,
          items.map(({ key, title: text, keyStated }) => item(key, text, { keyStated })),
        ),
      ),
    ),
  )

  const keysOf = (one: Plan) =>
    [...one.sprints.flatMap(({ items }) => items), ...one.backlog].map(({ key }) => key)

  it('has unique keys and sprint names after naming, also on top of another plan', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (before, after) => {
        const named = withStableNames(after, withStableNames(before, null))
        expect(new Set(keysOf(named)).size).toBe(keysOf(named).length)
        expect(new Set(named.sprints.map(({ name }) => name)).size).toBe(named.sprints.length)
      }),
    )
  })

  it('has no changes against itself', () => {
    fc.assert(
      fc.property(anyPlan, (one) => {
        expect(changes(one, structuredClone(one))).toEqual([])
      }),
    )
  })

  it('accounts for every item: added and removed are the difference of the counts', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (before, after) => {
        const count = (type: string) => changes(before, after).filter((change) => change.type === type).length
        expect(keysOf(before).length + count('item added') - count('item removed')).toBe(keysOf(after).length)
      }),
    )
  })
})
