import { describe, expect, it } from 'vitest'
import type { Level } from '#domain/plan-file.ts'
import { scoreOf, scoreRegister } from './register.ts'
import { plainReason, type RiskInput, seenRisks } from './risk.ts'
import { blocker, denver, dependency, event, item, timelineAt } from './sprint.testing.ts'
import type { ItemState, RiskState } from './types.ts'

const risk: RiskState = {
  id: 'R-1',
  title: 'The vendor is late',
  likelihood: 'medium',
  impact: 'high',
  mitigation: null,
  owner: null,
  closedAt: null,
}

describe('the register', () => {
  it.each<[Level | null, Level | null, number | null, boolean]>([
    ['low', 'low', 1, false],
    ['low', 'high', 3, false],
    ['medium', 'medium', 4, false],
    ['high', 'medium', 6, false],
    ['high', 'high', 9, false],
    ['high', null, 6, true],
    [null, 'low', 2, true],
    [null, null, null, false],
  ])('scores likelihood %s × impact %s as %s', (likelihood, impact, score, assumed) => {
    expect(scoreOf({ likelihood, impact })).toEqual({ score, assumed })
  })

  it('puts the highest first, those without a score last, and leaves closed ones out', () => {
    const risks = [
      { ...risk, id: 'unscored', likelihood: null, impact: null },
      { ...risk, id: 'low', likelihood: 'low' as const, impact: 'low' as const },
      { ...risk, id: 'closed', closedAt: denver('06-02 10:00') },
      risk,
    ]
    expect(scoreRegister(risks).map(({ id }) => id)).toEqual(['R-1', 'low', 'unscored'])
  })
})

function seen(fields: Partial<RiskInput>, now = '06-05 12:00'): string[] {
  const input: RiskInput = {
    items: [],
    events: [],
    blockers: [],
    dependencies: [],
    capacity: { points: null, unit: null },
    timeline: timelineAt(now),
    ...fields,
  }
  return seenRisks(input).map(
    ({ kind, severity, score, reason }) => `${kind} ${severity} ${score}: ${plainReason(reason)}`,
  )
}

describe('risks seen in the data', () => {
  it('are none where all is well', () => {
    expect(
      seen({ items: [item('A-1', { status: 'in_progress', statusAt: denver('06-04 10:00') })] }),
    ).toEqual([])
  })

  it.each([
    ['06-03 10:00', 'low', ['blocked_long low 2: A-1 is blocked by B-1 for 2 working days']],
    ['06-03 10:00', 'medium', ['blocked_long medium 4: A-1 is blocked by B-1 for 2 working days']],
    ['06-01 10:00', 'high', ['blocked_long high 9: A-1 is blocked by B-1 for 4 working days']],
    ['06-04 10:00', 'high', []],
  ] as const)('a blocker since %s of severity %s', (at, severity, expected) => {
    const blockers = [blocker(1, { itemKey: 'A-1', severity, raisedAt: denver(at) })]
    expect(seen({ items: [item('A-1', { status: 'blocked' })], blockers })).toEqual(expected)
  })

  it('a blocker without an item, but none that is resolved', () => {
    const blockers = [blocker(1), blocker(2, { state: 'resolved', resolvedAt: denver('06-04 10:00') })]
    expect(seen({ blockers })).toEqual(['blocked_long medium 4: B-1 is open for 3 working days'])
  })

  it.each([
    [
      'in_progress',
      '06-02 10:00',
      ['no_movement medium 4: A-1 has been in progress for 3 working days without a change'],
    ],
    [
      'in_review',
      '05-27 10:00',
      ['no_movement high 6: A-1 has been in review for 7 working days without a change'],
    ],
    ['in_progress', '06-03 10:00', []],
    ['ready', '05-27 10:00', []],
    ['done', '05-27 10:00', []],
  ] as const)('no movement of an item %s since %s', (status, at, expected) => {
    expect(seen({ items: [item('A-1', { status, statusAt: denver(at) })] })).toEqual(expected)
  })

  it.each([
    ['06-02 10:00', 'no_movement low 2', 'no_movement medium 4'],
    ['05-29 10:00', 'no_movement low 2', 'no_movement medium 4'],
    ['05-28 10:00', 'no_movement high 6', 'no_movement high 6'],
  ])(
    'stretch work that stands still since %s weighs less than the commitment, until it stands twice as long',
    (at, stretch, committed) => {
      const still = { status: 'in_progress', statusAt: denver(at) } as const
      const weigh = (fields: Partial<ItemState>) => seen({ items: [item('A-1', { ...still, ...fields })] })[0]
      expect(weigh({ stretch: true })).toMatch(new RegExp(`^${stretch}:`))
      expect(weigh({ stretch: false })).toMatch(new RegExp(`^${committed}:`))
    },
  )

  it('no movement of an item that was cut from the sprint is nobody’s worry', () => {
    const items = [item('A-1', { status: 'in_progress', statusAt: denver('05-27 10:00'), inSprint: false })]
    expect(seen({ items })).toEqual([])
  })

  it.each([
    [1, []],
    [2, ["scope_grown high 6: the sprint's scope grew by 20 %, from 30 to 36 points"]],
  ])('scope that grew by %i of ten items', (count, expected) => {
    const first = Array.from({ length: 10 }, (_, index) => item(`A-${index}`))
    const later = Array.from({ length: count }, (_, index) =>
      item(`B-${index}`, { addedAt: denver('06-03 10:00') }),
    )
    const events = later.map(({ key }) => event('06-03 10:00', key, { field: 'added' }))
    expect(seen({ items: [...first, ...later], events })).toEqual(expected)
  })

  it.each<[string, Partial<ItemState>, string[]]>([
    ['committed', {}, ["scope_grown medium 4: the sprint's scope grew by 15 %, from 60 to 69 points"]],
    ['stretch', { stretch: true }, []],
    ['dropped', { status: 'dropped' }, []],
  ])('scope that grew by three %s items of twenty', (_name, fields, expected) => {
    const first = Array.from({ length: 20 }, (_, index) => item(`A-${index}`))
    const addedAt = denver('06-03 10:00')
    const later = [1, 2, 3].map((n) => item(`B-${n}`, { addedAt, ...fields }))
    const events = later.map(({ key }) => event('06-03 10:00', key, { field: 'added' }))
    expect(seen({ items: [...first, ...later], events })).toEqual(expected)
  })

  it.each([
    [[10, 15], []],
    [[10, 12.5], ['over_capacity high 6: 15 points are committed and the capacity is 12.5: 2.5 too many']],
    [[10, 14], ['over_capacity high 6: 15 points are committed and the capacity is 14: 1 too many']],
    [[5, 10], ['over_capacity high 9: 15 points are committed and the capacity is 10: 5 too many']],
  ] as const)('a commitment of 15 with a capacity of %j', (points, expected) => {
    const items = [1, 2, 3, 4, 5].map((n) => item(`A-${n}`))
    const stretch = item('A-6', { stretch: true })
    expect(seen({ items: [...items, stretch], capacity: { points, unit: 'points' } })).toEqual(expected)
  })

  it.each([
    ['2026-06-10', []],
    ['2026-06-09', ['dependency_due medium 4: Text of D-1 is due on 2026-06-09']],
    ['2026-06-05', ['dependency_due high 6: Text of D-1 is due on 2026-06-05']],
    ['2026-06-04', ['dependency_overdue high 9: Text of D-1 was due on 2026-06-04']],
  ])('a dependency due on %s, seen on Friday 5 June', (due, expected) => {
    expect(seen({ dependencies: [dependency('D-1', due), dependency('D-2', null)] })).toEqual(expected)
  })

  it('stand with the gravest first', () => {
    const blockers = [blocker(1, { severity: 'low', raisedAt: denver('06-03 10:00') })]
    const kinds = seen({ blockers, dependencies: [dependency('D-1', '2026-06-04')] }).map(
      (line) => line.split(' ')[0],
    )
    expect(kinds).toEqual(['dependency_overdue', 'blocked_long'])
  })

  it('keep text from outside apart, for messages to escape', () => {
    const [found] = seenRisks({
      items: [],
      events: [],
      blockers: [blocker(1, { text: '<!channel>' })],
      dependencies: [],
      capacity: { points: null, unit: null },
      timeline: timelineAt('06-05 12:00'),
    })
    expect(found?.reason).toEqual([
      { type: 'blocker', number: 1, text: '<!channel>' },
      { type: 'text', text: ' is open for 3 working days' },
    ])
  })
})
