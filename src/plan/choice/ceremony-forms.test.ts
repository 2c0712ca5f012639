// The places and forms in which plans tell of ceremonies, in several languages, and the lines beside them that tell of none.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ceremony } from '#domain/plan-file.ts'
import { parsePlan, parseWithClaims } from '#plan/parse.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const options = { path: 'folder/board.md', referenceDate: '2026-03-01' }
const HEAD = '# Sprint 14 (2026-05-04 – 2026-05-15)\n\n'
const TASKS = '\n\n## Tasks\n\n- [ ] Build the exporter\n'

function planOf(body: string, head = HEAD) {
  const plans = parsePlan(bytes(head + body + TASKS), options).plans
  const sprints = plans.flatMap((plan) => plan.sprints)
  return {
    sprints,
    items: sprints.flatMap((sprint) => sprint.items.map((item) => item.title)),
    told: [
      ...sprints.flatMap((sprint) => sprint.ceremonies),
      ...plans.flatMap((plan) => plan.ceremonies),
    ].map(line),
  }
}

/** "planning | Sprint planning | 2026-05-04 | 10:00-11:30" */
function line({ kind, title, when, start, end }: Ceremony): string {
  const days =
    when === null
      ? '-'
      : when.type === 'daily'
        ? 'daily'
        : (when.type === 'dates' ? when.dates : when.weekdays).join()
  return [kind, title, days, start === null ? '' : end === null ? start : `${start}-${end}`]
    .filter((part) => part !== '')
    .join(' | ')
}

describe('a timeline', () => {
  const expected = [
    'planning | Sprint planning | 2026-05-04',
    'milestone | Code freeze | 2026-05-13',
    'retro | Retro | 2026-05-15',
  ]
  it.each([
    ['bold dates', '## Timeline\n\n**May 4:** Sprint planning\n**May 13:** Code freeze\n**May 15:** Retro'],
    [
      'entries',
      '## Schedule\n\n- 2026-05-04 – Sprint planning\n- 2026-05-13 – Code freeze\n- 2026-05-15 – Retro',
    ],
    [
      'entries under a heading of dates',
      '## Timeline\n\n- May 4: Sprint planning\n- May 13: Code freeze\n- May 15: Retro',
    ],
    [
      'a heading that no table knows',
      '## The fortnight\n\n- Mon 4: Sprint planning\n- Wed 13: Code freeze\n- Fri 15: Retro',
    ],
    [
      'a table',
      '## Timeline\n\n| Date | Activity |\n|---|---|\n| May 4 | Sprint planning |\n| May 13 | Code freeze |\n| May 15 | Retro |',
    ],
    ['dates after names', '## Key dates\n\nSprint planning: May 4\nCode freeze: May 13\nRetro: May 15'],
  ])('is read as %s', (_form, body) => {
    expect(planOf(body)).toMatchObject({ told: expected, items: ['Build the exporter'] })
  })

  it('keeps the stretches of work in it for what they are', () => {
    expect(
      planOf(
        '## Timeline\n\n- May 4 – May 8: Import\n- May 11 – May 15: Export\n- Start: May 4\n- End: May 15',
      ).told,
    ).toEqual([])
  })
})

describe('a heading', () => {
  it.each([
    ['## Sprint Review (May 15)', ['review | Sprint Review | 2026-05-15']],
    ['## Retrospective – 15 May, 15:00', ['retro | Retrospective | 2026-05-15 | 15:00']],
    ['## Release: v2.4 on May 18', ['release | Release: v2.4 on May 18 | 2026-05-18']],
    [
      '### Sprint Planning\n- **Date:** 2026-05-04\n- **Time:** 10:00 – 12:00\n- **Attendees:** all',
      ['planning | Sprint Planning | 2026-05-04 | 10:00-12:00'],
    ],
    [
      '### Daily Standup\n- **When:** every weekday\n- **Time:** 9:30\n- **Duration:** 15 minutes',
      ['standup | Daily Standup | daily | 09:30-09:45'],
    ],
    ['### Retro\nDate: May 15\nStart: 16:00\nEnd: 17:00', ['retro | Retro | 2026-05-15 | 16:00-17:00']],
    [
      '## Sprint 14 Retrospective (May 15)\n\n- What went well',
      ['retro | Sprint 14 Retrospective | 2026-05-15'],
    ],
    ['## Design review board (May 8)', []],
    ['## Daily tasks (May 4)', []],
    ['## Retro notes\n\n- Meetings on Monday at 9:00 were too early', []],
    ['## Sprint planning (May 4 – May 15)', []],
  ])('%s', (heading, expected) => {
    expect(planOf(heading)).toMatchObject({ told: expected, items: ['Build the exporter'] })
  })

  it('with a release’s name and date over work leaves the work', () => {
    const text = `${HEAD}## Release: v2.4 (May 18)\n\n- [ ] AU-1: Ship the exporter (3 pts)\n`
    const sprint = parsePlan(bytes(text), options).plans[0]?.sprints[0]
    expect(sprint?.ceremonies).toEqual([])
    expect(sprint?.items.map((item) => item.title)).toEqual(['Ship the exporter'])
  })
})

describe('prose', () => {
  it.each([
    [
      'We meet every weekday at 9:30 for stand-up.',
      ['standup | We meet every weekday at 9:30 for stand-up | daily | 09:30'],
    ],
    [
      'Planning takes place on Monday May 4 at 10:00, and the retro closes the sprint on Friday May 15.',
      [
        'planning | Planning takes place on Monday May 4 at 10:00 | 2026-05-04 | 10:00',
        'retro | the retro closes the sprint on Friday May 15 | 2026-05-15',
      ],
    ],
    [
      'Das Review findet am Freitag, 15. Mai um 14 Uhr statt.',
      ['review | Das Review findet am Freitag, 15. Mai um 14 Uhr statt | 2026-05-15 | 14:00'],
    ],
    ['In the retro of May 1 at 15:00 we decided to pair more.', []],
    ['The deploy failed on May 2 at 9:00.', []],
    ['Does the review on Friday at 14:00 suit everybody?', []],
  ])('%s', (sentence, expected) => {
    expect(planOf(`## Notes\n\n${sentence}`).told).toEqual(expected)
    expect(planOf(`## Notes\n\n- ${sentence}`).told).toEqual(expected)
  })
})

describe('a table of a day', () => {
  it('gives its meetings the days of its heading and leaves the rest of the day', () => {
    expect(
      planOf(
        '## Daily schedule\n\n| Time | Activity |\n|---|---|\n| 09:00 | Stand-up |\n| 09:30 – 12:00 | Deep work |\n| 12:00 | Lunch |\n| 16:30 | Daily sync |',
      ),
    ).toMatchObject({
      told: ['standup | Stand-up | daily | 09:00', 'standup | Daily sync | daily | 16:30'],
      items: ['Build the exporter'],
    })
  })

  it('reads the length of a meeting from its column', () => {
    expect(
      planOf(
        '## Ceremonies\n\n| Ceremony | Day | Time | Duration |\n|---|---|---|---|\n| Sprint Planning | Monday, May 4 | 10:00 AM | 2 hours |\n| Refinement | Wednesday | 2–3 pm | 1h |',
      ).told,
    ).toEqual([
      'planning | Sprint Planning | 2026-05-04 | 10:00-12:00',
      'refinement | Refinement | WE | 14:00-15:00',
    ])
  })

  it('of versions or of work with due dates is no calendar', () => {
    expect(
      planOf(
        '## Version history\n\n| Version | Date | Change |\n|---|---|---|\n| 1.1 | 2026-05-06 | Changed the review from Monday to Friday, added the retro and its rules |',
      ).told,
    ).toEqual([])
    expect(
      planOf(
        '| Key | Task | Due date |\n|---|---|---|\n| A-1 | Prepare demo | May 14 |\n| A-2 | Release 2.4 to staging | May 12 |',
      ),
    ).toMatchObject({ told: [], items: ['Prepare demo', 'Release 2.4 to staging', 'Build the exporter'] })
  })
})

it('takes a release date for a release and not for the end of the sprint', () => {
  const { sprints, told } = planOf(
    '**Start:** May 4, 2026\n**End:** May 15, 2026\n**Release date:** May 18',
    '# Sprint 14\n\n',
  )
  expect(sprints.map((sprint) => [sprint.start, sprint.end])).toEqual([['2026-05-04', '2026-05-15']])
  expect(told).toEqual(['release | Release date | 2026-05-18'])
})

it('names a milestone by what is reached', () => {
  expect(planOf('**Milestone:** offline notes sync').told).toEqual(['milestone | offline notes sync | -'])
})

it('reads meetings from the frontmatter', () => {
  expect(
    planOf(
      '',
      '---\nstart: 2026-05-04\nend: 2026-05-15\nstandup: Daily 9:30\nreview: 2026-05-15 14:00\n---\n# Sprint 14\n',
    ).told,
  ).toEqual(['standup | standup | daily | 09:30', 'review | review | 2026-05-15 | 14:00'])
})

it('reads the columns of meetings in a table of sprints', () => {
  const plan = parsePlan(
    bytes(
      '# Plan\n\n| Sprint | Dates | Planning | Review |\n|---|---|---|---|\n| Sprint 1 | May 4 – May 15, 2026 | May 4 | May 15 |\n| Sprint 2 | May 18 – May 29, 2026 | May 18 | May 29 |\n\n## Sprint 1\n- [ ] a\n## Sprint 2\n- [ ] b\n',
    ),
    options,
  ).plans[0]
  expect(plan?.sprints.map((sprint) => sprint.ceremonies.map(line))).toEqual([
    ['planning | Planning | 2026-05-04', 'review | Review | 2026-05-15'],
    ['planning | Planning | 2026-05-18', 'review | Review | 2026-05-29'],
  ])
})

describe('a day that the sprint completes', () => {
  it.each([
    ['Retro: Fri 15, 15:00', 'retro | Retro | 2026-05-15 | 15:00'],
    ['Review: last Friday of the sprint, 2pm', 'review | Review | 2026-05-15 | 14:00'],
    ['Planning: first Monday', 'planning | Planning | 2026-05-04'],
    ['Retro: Friday 3', 'retro | Retro | FR'],
    ['Monthly all-hands: first Thursday', 'sync | Monthly all-hands | -'],
    ['Planning: every two weeks, Monday 9:00', 'planning | Planning | 2026-05-04 | 09:00'],
    ['Retro: alle zwei Wochen, Freitag 15 Uhr', 'retro | Retro | 2026-05-15 | 15:00'],
    ['Sync: cada dos semanas, miércoles 11h', 'sync | Sync | 2026-05-06 | 11:00'],
    ['Review: every two weeks', 'review | Review | -'],
  ])('%s', (entry, expected) => {
    expect(planOf(`## Ceremonies\n\n- ${entry}`).told).toEqual([expected])
  })

  it('comes every second week, counted from the end where it ends what was planned', () => {
    const four = '# Sprint 14 (2026-05-04 – 2026-05-29)\n\n'
    const entries = '- Refinement: every other Tuesday, 10:00\n- Review: every other Friday, 14:00'
    expect(planOf(`## Ceremonies\n\n${entries}`, four).told).toEqual([
      'refinement | Refinement | 2026-05-05,2026-05-19 | 10:00',
      'review | Review | 2026-05-15,2026-05-29 | 14:00',
    ])
  })

  it('stays open without dates of the sprint', () => {
    expect(planOf('## Ceremonies\n\n- Retro: every two weeks, Friday 15:00', '# Sprint 14\n\n').told).toEqual(
      ['retro | Retro | - | 15:00'],
    )
    expect(planOf('## Ceremonies\n\n- Retro: Fri 15, 15:00', '# Sprint 14\n\n').told).toEqual([
      'retro | Retro | - | 15:00',
    ])
  })
})

describe('other languages', () => {
  it.each([
    ['Ceremonias', 'Revisión: viernes 15, 10h', 'review | Revisión | 2026-05-15 | 10:00'],
    ['Ceremonias', 'Retro: viernes 15 de mayo 14h30', 'retro | Retro | 2026-05-15 | 14:30'],
    ['Ceremonias', 'Refinamiento: los miércoles 16h', 'refinement | Refinamiento | WE | 16:00'],
    [
      'Cerimônias',
      'Refinamento: todas as segundas, 14h às 15h',
      'refinement | Refinamento | MO | 14:00-15:00',
    ],
    ['Cerimônias', 'Retro: sexta 15, 17h', 'retro | Retro | 2026-05-15 | 17:00'],
    ['Rituels', 'Affinage : tous les lundis à 14h', 'refinement | Affinage | MO | 14:00'],
    ['Rituels', 'Mêlée quotidienne : tous les jours à 9h30', 'standup | Mêlée quotidienne | daily | 09:30'],
    ['Termine', 'Refinement: donnerstags 14 Uhr', 'refinement | Refinement | TH | 14:00'],
    ['Termine', 'Planning: montags, 10–12 Uhr', 'planning | Planning | MO | 10:00-12:00'],
    ['Kalender', 'Återblick: fredag 15 maj kl 14–15', 'retro | Återblick | 2026-05-15 | 14:00-15:00'],
    ['Встречи', 'Стендап: по будням в 9:30', 'standup | Стендап | daily | 09:30'],
    ['Встречи', 'Ревью спринта: пятница 15, 16:00', 'review | Ревью спринта | 2026-05-15 | 16:00'],
    ['会议', '迭代评审：5月15日 下午3点', 'review | 迭代评审 | 2026-05-15 | 15:00'],
    [
      'スケジュール',
      '5月4日（月）10:00〜11:30 スプリント計画',
      'planning | スプリント計画 | 2026-05-04 | 10:00-11:30',
    ],
  ])('%s: %s', (heading, entry, expected) => {
    expect(planOf(`## ${heading}\n\n- ${entry}`).told).toEqual([expected])
  })
})

it('leaves work that speaks of meetings, and days of things that are none', () => {
  expect(
    planOf(
      '## Backlog\n\n- Prepare sprint review deck\n- Review pull requests of Friday\n- Calendar sync daily at 02:00\n\n## Communication\n\n- Slack: #aurora for daily updates\n- Demo recordings in Drive\n',
    ),
  ).toMatchObject({
    told: [],
    items: [
      'Prepare sprint review deck',
      'Review pull requests of Friday',
      'Calendar sync daily at 02:00',
      'Build the exporter',
    ],
  })
})

it.each([
  ['## Sprint Review (May 15)', 3, 'ceremony.heading'],
  ['## Timeline\n- May 15: Retro', 4, 'ceremony.calendar'],
  ['## Ceremonies\n- Retro: May 15', 4, 'ceremony.entry'],
  ['## Notes\nThe retro is on Friday May 15 at 14:00.', 4, 'ceremony.sentence'],
  ['| Date | Event |\n|---|---|\n| May 15 | Retro |', 5, 'ceremony.row'],
  ['## Daily schedule\n| Time | Activity |\n|---|---|\n| 9:30 | Stand-up |', 6, 'ceremony.hour'],
])('names the rule that took %s', (body, at, rule) => {
  const { claims } = parseWithClaims(bytes(HEAD + body + TASKS), options)
  expect(claims.of(at).map((claim) => claim.rule)).toContain(rule)
})

const event = fc.record({
  name: fc.constantFrom(
    'Sprint planning',
    'Backlog refinement',
    'Sprint review',
    'Retrospective',
    'Code freeze',
  ),
  day: fc.integer({ min: 4, max: 15 }),
  hour: fc.integer({ min: 8, max: 18 }),
  length: fc.constantFrom(30, 60, 90),
})
const two = (n: number) => String(n).padStart(2, '0')
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never
const endOf = ({ hour, length }: Event) => `${two(hour + Math.floor(length / 60))}:${two(length % 60)}`
const hours = (e: Event) => `${two(e.hour)}:00–${endOf(e)}`

/** The same events in the forms that teams write them in. */
const FORMS: Record<string, (list: Event[]) => string> = {
  'dated entries': (list) =>
    `## Timeline\n\n${list.map((e) => `- May ${e.day}: ${e.name}, ${hours(e)}`).join('\n')}`,
  'bold dates': (list) =>
    `## Schedule\n\n${list.map((e) => `**2026-05-${two(e.day)}:** ${e.name} (${hours(e)})`).join('\n')}`,
  'bold names': (list) =>
    `## Ceremonies\n\n${list.map((e) => `- **${e.name}:** ${e.day} May, ${hours(e)}`).join('\n')}`,
  'a table': (list) =>
    `## Calendar\n\n| Date | Time | Event |\n|---|---|---|\n${list.map((e) => `| May ${e.day} | ${hours(e)} | ${e.name} |`).join('\n')}`,
  'headings with fields': (list) =>
    `## Ceremonies\n\n${list.map((e) => `### ${e.name}\n- **Date:** May ${e.day}\n- **Time:** ${hours(e)}\n`).join('\n')}`,
}

describe.each(Object.keys(FORMS))('events written as %s', (form) => {
  it('come back with name, date and hours, and no item is lost', () => {
    fc.assert(
      fc.property(fc.uniqueArray(event, { minLength: 2, maxLength: 5, selector: (e) => e.name }), (list) => {
        const { sprints, items } = planOf(FORMS[form]?.(list) ?? '')
        const told = sprints.flatMap((sprint) => sprint.ceremonies)
        expect(told.map((c) => [c.title, c.when, c.start, c.end])).toEqual(
          list.map((e) => [
            e.name,
            { type: 'dates', dates: [`2026-05-${two(e.day)}`] },
            `${two(e.hour)}:00`,
            endOf(e),
          ]),
        )
        expect(items).toEqual(['Build the exporter'])
      }),
      { numRuns: 40 },
    )
  })
})
