// Which lines of a plan are meetings and key dates, of what kind, and which only mention one.
import { describe, expect, it } from 'vitest'
import { parsePlan } from '#plan/parse.ts'

/** "kind | title" of every ceremony of a plan, the sprints' first. */
function ceremoniesOf(text: string): string[] {
  const file = parsePlan(new TextEncoder().encode(text), {
    path: 'folder/board.md',
    referenceDate: '2026-03-01',
  })
  return file.plans.flatMap((plan) =>
    [...plan.sprints.flatMap((sprint) => sprint.ceremonies), ...plan.ceremonies].map(
      (ceremony) => `${ceremony.kind} | ${ceremony.title}`,
    ),
  )
}

/** A plan with work of its own: what a line is for is decided beside the rest of the document. */
const under = (heading: string, ...lines: string[]) =>
  [
    '# Sprint 14 (2026-03-02 – 2026-03-13)',
    '',
    '## Sprint backlog',
    '',
    '- [ ] Build the exporter (3 pts)',
    '- [ ] Load the tariff table (2 pts)',
    '',
    `## ${heading}`,
    '',
    ...lines,
    '',
  ].join('\n')

describe('a line that mentions a meeting', () => {
  it.each([
    'First review of a pull request within 4 business hours.',
    'Pull requests get a review within one day',
    'PR-Review innerhalb von 24 Stunden',
    'Revisión de código en menos de 24 horas',
    'Ревью кода в течение 4 часов',
    'コードレビューは24時間以内',
    'Code review turnaround: 1 business day',
    'Review SLA: 24 h',
    'PR SLA: first review ≤ 4 hours business time',
    'Code review by two people',
    'Review of every pull request by two people',
    'Retro actions are tracked on the board',
    'Release notes by the developer',
    'Release manager: Ben',
    'No deployment on Friday',
    'Keine Releases am Freitag',
    'Никаких релизов в пятницу',
  ])('%s is a rule or a thing, not an event', (line) => {
    expect(ceremoniesOf(under('Working agreements', `- ${line}`))).toEqual([])
    expect(ceremoniesOf(under('Ceremonies', `- ${line}`, '- Retro: 2026-03-13'))).toEqual(['retro | Retro'])
  })

  it.each([
    ['SLA review: every Tuesday 14:00', 'review | SLA review'],
    ['Daily: 9:30, done within 15 minutes', 'standup | Daily'],
    ['Code review hour: Wednesdays 16:00', 'review | Code review hour'],
    ['Retro: within 2 days of the review', 'retro | Retro'],
    ['Release notes published: 2026-03-12', 'release | Release notes published'],
  ])('%s is still an event', (line, expected) => {
    expect(ceremoniesOf(under('Ceremonies', `- ${line}`))).toEqual([expected])
  })
})

describe('the calendar of a sprint', () => {
  it('leaves out days off and keeps the key dates beside them', () => {
    expect(
      ceremoniesOf(
        under(
          'Key dates',
          '| Date | What |',
          '|---|---|',
          '| 2026-03-06 | Feature freeze |',
          '| 2026-03-09 | Public holiday |',
          '| 2026-03-10 | Pilot customer onboarded |',
          '| 2026-03-11 | Ana on vacation |',
          '| 2026-03-12 | Production release |',
        ),
      ),
    ).toEqual([
      'milestone | Feature freeze',
      'milestone | Pilot customer onboarded',
      'release | Production release',
    ])
  })

  it.each([
    ['Backlog-Pflege: Mi 3.6.', 'refinement | Backlog-Pflege'],
    ['Sprint-Rückblick: Fr 12.6., 15 Uhr', 'retro | Sprint-Rückblick'],
    ['Inbetriebnahme: 15.6.', 'release | Inbetriebnahme'],
    ['Weekly mit dem Kunden: Di 11:00', 'sync | Weekly mit dem Kunden'],
    ['Point hebdomadaire avec le client : jeudi 11:00', 'sync | Point hebdomadaire avec le client'],
    ['Планёрка: каждый понедельник', 'sync | Планёрка'],
    ['コードフリーズ：6月24日', 'milestone | コードフリーズ'],
    ['评审会:7月10日 14:00', 'review | 评审会'],
    ['周会：每周三', 'sync | 周会'],
    ['Steering committee: 2026-03-11', 'sync | Steering committee'],
  ])('names %s by its kind', (line, expected) => {
    expect(ceremoniesOf(under('Ceremonies', `- ${line}`))).toEqual([expected])
  })

  it('tells of a daily stand-up once, however often the plan does', () => {
    const text = under(
      'Working agreements',
      '- Daily stand-up in #osprey',
      '',
      '## Ceremonies',
      '',
      '| Event | When |',
      '|---|---|',
      '| Stand-up | daily 09:15 |',
      '| Retro | 2026-03-13, 15:30 |',
    )
    expect(ceremoniesOf(text)).toEqual(['standup | Daily stand-up in #osprey', 'retro | Retro'])
    const file = parsePlan(new TextEncoder().encode(text), { path: 'board.md', referenceDate: '2026-03-01' })
    const standup = file.plans.flatMap((plan) => plan.sprints.flatMap((sprint) => sprint.ceremonies))[0]
    expect(standup).toMatchObject({ start: '09:15', channel: '#osprey', when: { type: 'daily' } })
  })

  it('keeps stand-ups at two times apart', () => {
    expect(
      ceremoniesOf(under('Ceremonies', '- Stand-up Oslo: daily 09:15', '- Stand-up Lima: daily 15:15')),
    ).toEqual(['standup | Stand-up Oslo', 'standup | Stand-up Lima'])
  })
})
