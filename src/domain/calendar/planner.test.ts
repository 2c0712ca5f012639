import { describe, expect, it } from 'vitest'
import { denver, line } from './calendars.testing.ts'
import { UnknownTimeZone } from './instant.ts'
import { planOccurrences } from './planner.ts'
import { describeRecurrence } from './recurrence.ts'
import type { PlanningRange, Recurrence, TeamCalendar } from './types.ts'

const offsite = [{ date: '2026-06-02', name: 'Offsite' }]
const moving: TeamCalendar = { ...denver, onHoliday: 'move' }

function plan(
  recurrence: Recurrence,
  range: Partial<PlanningRange> & { from: string; to: string },
  calendar: TeamCalendar = denver,
): string[] {
  const rule = { recurrence, start: '09:30', windowMinutes: 180, zone: null }
  return planOccurrences(rule, calendar, { sprints: null, ...range }).map(line)
}

describe('a daily rule', () => {
  it('falls on working days and names the holiday that it skips', () => {
    expect(plan({ type: 'daily' }, { from: '2026-05-22', to: '2026-05-26' })).toEqual([
      '2026-05-22 planned',
      '2026-05-25 skipped: Monday is a holiday (Memorial Day)',
      '2026-05-26 planned',
    ])
  })

  it('has nowhere to move to, since the next working day has its own', () => {
    expect(plan({ type: 'daily' }, { from: '2026-05-25', to: '2026-05-25' }, moving)).toEqual([
      '2026-05-25 skipped: Monday is a holiday (Memorial Day), and Tuesday has its own',
    ])
  })

  it('is bounded by the sprints', () => {
    const sprints = [
      { start: '2026-06-02', end: '2026-06-03' },
      { start: '2026-06-05', end: '2026-06-05' },
    ]
    expect(plan({ type: 'daily' }, { from: '2026-06-01', to: '2026-06-08', sprints })).toEqual([
      '2026-06-01 skipped: the sprint has not begun',
      '2026-06-02 planned',
      '2026-06-03 planned',
      '2026-06-04 skipped: no sprint runs',
      '2026-06-05 planned',
      '2026-06-08 skipped: sprint over',
    ])
  })

  it('keeps its local time over a clock change', () => {
    const rule = { recurrence: { type: 'daily' as const }, start: '09:35', windowMinutes: 60, zone: null }
    const range = { from: '2026-03-06', to: '2026-03-09', sprints: null }

    expect(planOccurrences(rule, denver, range).map(({ opensAt, closesAt }) => [opensAt, closesAt])).toEqual([
      [new Date('2026-03-06T16:35:00Z'), new Date('2026-03-06T17:35:00Z')],
      [new Date('2026-03-09T15:35:00Z'), new Date('2026-03-09T16:35:00Z')],
    ])
  })
})

describe('a weekly rule', () => {
  it('moves from a holiday to the next working day', () => {
    expect(
      plan({ type: 'weekly', weekdays: ['MO'] }, { from: '2026-05-18', to: '2026-05-31' }, moving),
    ).toEqual(['2026-05-18 planned', '2026-05-25→2026-05-26 moved: Monday is a holiday (Memorial Day)'])
  })

  it('does not move onto a day that has its own', () => {
    expect(
      plan({ type: 'weekly', weekdays: ['MO', 'TU'] }, { from: '2026-05-25', to: '2026-05-26' }, moving),
    ).toEqual([
      '2026-05-25 skipped: Monday is a holiday (Memorial Day), and Tuesday has its own',
      '2026-05-26 planned',
    ])
  })

  it('moves only one of two holidays onto the same day, wherever the range begins', () => {
    const calendar = { ...moving, daysOff: [{ date: '2026-05-26', name: 'Bridge' }] }
    const both = plan(
      { type: 'weekly', weekdays: ['MO', 'TU'] },
      { from: '2026-05-25', to: '2026-05-26' },
      calendar,
    )

    expect(both).toEqual([
      '2026-05-25→2026-05-27 moved: Monday is a holiday (Memorial Day)',
      '2026-05-26 skipped: Tuesday is a day off (Bridge), and Wednesday has its own',
    ])
    expect(
      plan({ type: 'weekly', weekdays: ['MO', 'TU'] }, { from: '2026-05-26', to: '2026-05-26' }, calendar),
    ).toEqual(both.slice(1))
  })

  it('does not move out of its sprint', () => {
    const sprints = [{ start: '2026-06-22', end: '2026-07-03' }]
    expect(
      plan({ type: 'weekly', weekdays: ['FR'] }, { from: '2026-07-03', to: '2026-07-03', sprints }, moving),
    ).toEqual([
      '2026-07-03 skipped: Friday is a holiday (Independence Day (substitute day)), and the sprint is over by the next working day',
    ])
  })

  it('moves onto the last day of its sprint, and no further', () => {
    const weekly = { type: 'weekly', weekdays: ['FR'] } as const
    const endingOn = (end: string) => {
      const sprints = [{ start: '2026-06-22', end }]
      return plan(
        { ...weekly, weekdays: ['FR'] },
        { from: '2026-07-03', to: '2026-07-03', sprints },
        moving,
      )[0]
    }
    expect(endingOn('2026-07-06')).toMatch(/^2026-07-03→2026-07-06 moved: Friday is a holiday/)
    expect(endingOn('2026-07-05')).toMatch(
      /^2026-07-03 skipped: .*the sprint is over by the next working day$/,
    )
  })

  it('comes every second week over a year’s end with 53 weeks', () => {
    const recurrence = { type: 'weekly', weekdays: ['WE'], interval: 2, anchor: '2026-12-14' } as const
    expect(plan({ ...recurrence, weekdays: ['WE'] }, { from: '2026-12-01', to: '2027-01-31' })).toEqual([
      '2026-12-02 planned',
      '2026-12-16 planned',
      '2026-12-30 planned',
      '2027-01-13 planned',
      '2027-01-27 planned',
    ])
  })

  it.each([
    ['2026-06-01', '2026-06-03'],
    ['2026-06-08', '2026-06-10'],
  ])('counts every second week from the one that holds %s', (anchor, first) => {
    const weekly = plan(
      { type: 'weekly', weekdays: ['WE'], interval: 2, anchor },
      { from: '2026-06-01', to: '2026-06-14' },
    )
    expect(weekly).toEqual([`${first} planned`])
  })

  it('says so when it falls on a day that the team does not work', () => {
    expect(plan({ type: 'weekly', weekdays: ['SA'] }, { from: '2026-06-01', to: '2026-06-07' })).toEqual([
      '2026-06-06 skipped: Saturday is not a working day',
    ])
  })
})

describe('stated dates', () => {
  it('hold outside the sprint too, each once, in order', () => {
    const sprints = [{ start: '2026-06-01', end: '2026-06-05' }]
    const dates = ['2026-06-09', '2026-06-02', '2026-06-02']
    expect(plan({ type: 'dates', dates }, { from: '2026-06-01', to: '2026-06-30', sprints })).toEqual([
      '2026-06-02 planned',
      '2026-06-09 planned',
    ])
  })

  it.each([
    ['skip', '2026-06-02 skipped: Tuesday is a day off (Offsite)'],
    ['move', '2026-06-02→2026-06-03 moved: Tuesday is a day off (Offsite)'],
  ] as const)('on a day off %s', (onHoliday, expected) => {
    const calendar = { ...denver, daysOff: offsite, onHoliday }
    expect(
      plan({ type: 'dates', dates: ['2026-06-02'] }, { from: '2026-06-01', to: '2026-06-05' }, calendar),
    ).toEqual([expected])
  })
})

describe('a stated date on a weekday that the team does not work', () => {
  const range = { from: '2026-06-01', to: '2026-06-14' }

  it.each([
    [
      'moves to the next working day',
      '2026-06-12',
      ['2026-06-06→2026-06-08 moved: Saturday is not a working day'],
    ],
    ['stays in its sprint', '2026-06-07', ['2026-06-06→2026-06-05 moved: Saturday is not a working day']],
  ])('%s, whatever becomes of holidays', (_name, end, expected) => {
    const sprints = [{ start: '2026-06-01', end }]
    expect(plan({ type: 'dates', dates: ['2026-06-06'] }, { ...range, sprints })).toEqual(expected)
  })

  it('does not move onto another stated date', () => {
    expect(plan({ type: 'dates', dates: ['2026-06-06', '2026-06-07', '2026-06-08'] }, range)).toEqual([
      '2026-06-06 skipped: Saturday is not a working day, and Monday has its own',
      '2026-06-07 skipped: Sunday is not a working day, and Monday has its own',
      '2026-06-08 planned',
    ])
  })
})

describe('rules that count the sprint’s working days', () => {
  const sprints = [{ start: '2026-05-25', end: '2026-06-05' }]
  const range = { from: '2026-05-25', to: '2026-06-05', sprints }

  it.each([
    ['the first', { type: 'sprint_day', n: 1 }, '2026-05-26 planned'],
    ['the fifth', { type: 'sprint_day', n: 5 }, '2026-06-01 planned'],
    ['the last', { type: 'before_end', k: 0 }, '2026-06-05 planned'],
    ['two before the last', { type: 'before_end', k: 2 }, '2026-06-03 planned'],
    ['the tenth of nine', { type: 'sprint_day', n: 10 }, '2026-06-05 skipped: the sprint is too short'],
  ] as const)('%s', (_name, recurrence, expected) => {
    expect(plan(recurrence, range)).toEqual([expected])
  })

  it('have nothing to count without a sprint', () => {
    expect(plan({ type: 'before_end', k: 0 }, { ...range, sprints: null })).toEqual([])
  })
})

describe('something that falls due', () => {
  it('is announced once on a day, also when two dates share their working day before', () => {
    expect(
      plan({ type: 'due', dates: ['2026-06-06', '2026-06-07'] }, { from: '2026-06-06', to: '2026-06-07' }),
    ).toEqual([
      '2026-06-06→2026-06-05 planned',
      '2026-06-06 skipped: Saturday is not a working day',
      '2026-06-07→2026-06-05 skipped: Friday has its own',
      '2026-06-07 skipped: Sunday is not a working day',
    ])
  })

  it.each([
    ['on a Thursday', '2026-06-04', ['2026-06-04→2026-06-03 planned', '2026-06-04 planned']],
    ['on the Tuesday after a holiday', '2026-05-26', ['2026-05-26→2026-05-22 planned', '2026-05-26 planned']],
    [
      'on a Saturday',
      '2026-06-06',
      ['2026-06-06→2026-06-05 planned', '2026-06-06 skipped: Saturday is not a working day'],
    ],
  ])('%s is announced on the working day before, and on the day', (_name, due, expected) => {
    expect(plan({ type: 'due', dates: [due] }, { from: due, to: due })).toEqual(expected)
  })

  it('is told apart by slots', () => {
    const rule = {
      recurrence: { type: 'due' as const, dates: ['2026-06-04'] },
      start: '09:00',
      windowMinutes: 60,
      zone: null,
    }
    const planned = planOccurrences(rule, denver, { from: '2026-06-01', to: '2026-06-30', sprints: null })
    expect(planned.map(({ localDate, slot }) => [localDate, slot])).toEqual([
      ['2026-06-04', 0],
      ['2026-06-04', 1],
    ])
  })
})

describe('a rule’s own zone', () => {
  const rule = {
    recurrence: { type: 'daily' as const },
    start: '09:30',
    windowMinutes: 60,
    zone: 'Asia/Tokyo',
  }
  const range = { from: '2026-06-01', to: '2026-06-01', sprints: null }

  it('goes before the team’s', () => {
    expect(planOccurrences(rule, denver, range)[0]?.opensAt).toEqual(new Date('2026-06-01T00:30:00Z'))
  })

  it('is refused when nobody knows it', () => {
    expect(() => planOccurrences({ ...rule, zone: 'Asia/Atlantis' }, denver, range)).toThrow(UnknownTimeZone)
  })
})

describe('a recurrence in words', () => {
  it.each<[Recurrence, string]>([
    [{ type: 'daily' }, 'every working day'],
    [{ type: 'weekly', weekdays: ['FR', 'MO', 'WE'] }, 'Monday, Wednesday and Friday, every week'],
    [{ type: 'weekly', weekdays: ['TU'], interval: 2 }, 'Tuesday, every second week'],
    [{ type: 'dates', dates: ['2026-06-02'] }, '2026-06-02'],
    [{ type: 'sprint_day', n: 1 }, 'the first working day of the sprint'],
    [{ type: 'weekly', weekdays: ['MO', 'FR'] }, 'Monday and Friday, every week'],
    ...(
      [
        [2, '2nd'],
        [3, '3rd'],
        [4, '4th'],
        [10, '10th'],
        [11, '11th'],
        [13, '13th'],
        [20, '20th'],
        [21, '21st'],
      ] as const
    ).map(([n, ordinal]): [Recurrence, string] => [
      { type: 'sprint_day', n },
      `the ${ordinal} working day of the sprint`,
    ]),
    [{ type: 'sprint_day', n: 12 }, 'the 12th working day of the sprint'],
    [{ type: 'before_end', k: 0 }, 'the last working day of the sprint'],
    [{ type: 'before_end', k: 1 }, '1 working day before the last of the sprint'],
    [{ type: 'due', dates: ['2026-06-02'] }, 'the working day before 2026-06-02, and the day'],
  ])('%j', (recurrence, words) => {
    expect(describeRecurrence(recurrence)).toBe(words)
  })
})
