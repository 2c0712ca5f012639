// Ceremonies are looked for in what is no work: by their names and days, by parallel entries, by days of the sprint.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ceremony } from '#domain/plan-file.ts'
import { datesOfSprintDay, sprintDaysIn } from '#plan/ceremonies/sprint-days.ts'
import { parsePlan } from '#plan/parse.ts'

const HEAD = '# Sprint 14 (2026-05-04 – 2026-05-15)\n\n'
const TASKS = '\n\n## Tasks\n\n- [ ] Build the exporter\n- [ ] Mend the importer\n'

function planOf(body: string, tasks = TASKS) {
  const file = parsePlan(new TextEncoder().encode(HEAD + body + tasks), {
    path: 'board.md',
    referenceDate: '2026-03-01',
  })
  const sprints = file.plans.flatMap((plan) => plan.sprints)
  return {
    items: sprints.flatMap((sprint) => sprint.items.map((item) => item.title)),
    told: [...sprints.flatMap((sprint) => sprint.ceremonies), ...file.plans.flatMap((p) => p.ceremonies)].map(
      tell,
    ),
  }
}

function tell({ kind, title, when }: Ceremony): string {
  const days = when === null ? '-' : when.type === 'dates' ? when.dates.join() : when.type
  return `${kind} | ${title} | ${days}`
}

describe('a day of the sprint', () => {
  it.each([
    ['Day 10', '2026-05-15'],
    ['Jour 2', '2026-05-05'],
    ['Tag 6', '2026-05-11'],
    ['día 1', '2026-05-04'],
    ['第3天', '2026-05-06'],
    ['3日目', '2026-05-06'],
    ['last day', '2026-05-15'],
    ['am letzten Tag', '2026-05-15'],
    ['premier jour', '2026-05-04'],
    ['最終日', '2026-05-15'],
    ['end of the sprint', '2026-05-15'],
    ['fin du sprint', '2026-05-15'],
    ['final de la semana 1', '2026-05-08'],
    ['end of week 1', '2026-05-08'],
    ['beginning of the sprint', '2026-05-04'],
    ['конец спринта', '2026-05-15'],
  ])('%s is %s', (text, expected) => {
    const window = { start: '2026-05-04', end: '2026-05-15', number: 14 }
    const dates = sprintDaysIn(text).flatMap((day) => datesOfSprintDay(day, [window], false))
    expect(dates).toEqual([expected])
    expect(planOf(`## Ceremonies\n\n- Retro: ${text}`).told).toEqual([`retro | Retro | ${expected}`])
  })

  it('has no date where the sprint has none, and a range of days is no day', () => {
    const open = { start: null, end: null, number: 1 }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (number) => {
        const [day] = sprintDaysIn(`Day ${number}`)
        expect(day && datesOfSprintDay(day, [open], false)).toEqual([])
      }),
    )
    expect(
      planOf('## Timeline\n\n- Day 1–2: Planning and buying\n- Day 3–9: Press\n- Day 10: Sprint review').told,
    ).toEqual(['review | Sprint review | 2026-05-15'])
  })

  it('lies in its sprint on a working day, the later the number the later', () => {
    const window = { start: '2026-05-04', end: '2026-05-29', number: 1 }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 19 }), (number) => {
        const at = (n: number) =>
          sprintDaysIn(`Day ${n}`).flatMap((d) => datesOfSprintDay(d, [window], false))
        const [one, next] = [at(number)[0] as string, at(number + 1)[0] as string]
        expect(one >= window.start && next <= window.end && one < next).toBe(true)
        expect([0, 6]).not.toContain(new Date(one).getUTCDay())
      }),
    )
  })

  it('of a numbered sprint is that of its sprint', () => {
    const windows = [
      { start: '2026-05-04', end: '2026-05-15', number: 1 },
      { start: '2026-05-18', end: '2026-05-29', number: 2 },
    ]
    const [day] = sprintDaysIn('Milestone A (end of Sprint 2)')
    expect(day && datesOfSprintDay(day, windows, false)).toEqual(['2026-05-29'])
  })
})

describe('what is no event', () => {
  it.each([
    [
      'a card that names a meeting',
      '## Work\n\n- [ ] Prepare the review of May 15 (2 pts)\n- [ ] Audit (3 pts)',
    ],
    ['a dependency with a date', '## Dependencies\n\n- Security review by Platform, due 2026-05-08'],
    ['a rule', '## Working agreements\n\n- Code reviews within 24 hours\n- No deploys on Fridays'],
    ['an agreement of the past', '## Notes\n\n- In the retro of May 1 at 15:00 we decided to pair more'],
    ['a criterion', '## Definition of Done\n\n- Demo on staging\n- Review by two people'],
    ['the document’s own history', '## About\n\n- **Revision:** 2026-05-03\n- **Last review:** 2026-05-01'],
    ['a name in code', '## Commands\n\n- `daily-digest` sends weekly mails'],
    [
      'rows of phases of which few sound like key dates',
      '## Overview\n\n| Phase | Topic | Weeks |\n|---|---|---|\n| Phase 1 | Import | Weeks 1–2 |\n| Phase 2 | Launch | Weeks 3–4 |\n| Phase 3 | Export | Weeks 5–6 |',
    ],
  ])('%s', (_what, body) => {
    expect(planOf(body).told).toEqual([])
  })

  it('a container of dated entries: they are the events', () => {
    expect(
      planOf('## Meetings\n\n**Mid-sprint check-ins:**\n\n- Week 1 review: May 8\n- Week 2 review: May 15')
        .told,
    ).toEqual(['review | Week 1 review | 2026-05-08', 'review | Week 2 review | 2026-05-15'].map(asSync))
  })
})

/** What a kind of meeting leads is of that kind. */
const asSync = (told: string) => told.replace(/^review/, 'sync')

describe('an event without a calendar around it', () => {
  it.each([
    ['## Sprint Review (End of the sprint)', 'review | Sprint Review | 2026-05-15'],
    ['## Daily Standups (optional)\n\nOnly if needed.', 'standup | Daily Standups | daily'],
    ['**Delivery milestone:** May 15', 'milestone | Delivery milestone | 2026-05-15'],
    ['Deadline 15 maj 2026 21:59.', 'milestone | Deadline 15 maj 2026 21:59 | 2026-05-15'],
    [
      '## Milestones\n\n### Milestone 2: First night\n**Date:** 2026-05-15',
      'milestone | Milestone 2: First night | 2026-05-15',
    ],
    [
      '| Info | |\n|---|---|\n| Team | Zeil |\n| Datum sprint planning | 4 mei 2026 |',
      'planning | Datum sprint planning | 2026-05-04',
    ],
    [
      '```mermaid\ngantt\n  section A\n  Pricing live :milestone, m1, 2026-05-12, 0d\n```',
      'milestone | Pricing live | 2026-05-12',
    ],
  ])('%s', (body, expected) => {
    expect(planOf(body)).toEqual({ told: [expected], items: ['Build the exporter', 'Mend the importer'] })
  })

  it('is one stand-up where each day has its heading', () => {
    expect(
      planOf('## Daily Scrums\n\n### Daily Scrum 2026-05-05\n\nAll.\n\n### Daily Scrum 2026-05-06\n\nAll.')
        .told,
    ).toEqual(['standup | Daily Scrum | 2026-05-05,2026-05-06'])
  })
})

describe('what comes back for somebody', () => {
  it.each([
    '- Weekly update to stakeholders',
    '- Miller: weekly list of sacks to the owner',
    '- Wochenbericht: jeden Freitag an den Auftraggeber',
    '- Informe semanal a los interesados',
    '- Rapport hebdomadaire aux parties prenantes',
  ])('%s is a digest', (entry) => {
    expect(planOf(`## Communication\n\n${entry}`).told.map((told) => told.split(' ')[0])).toEqual(['digest'])
  })

  it('at an hour with them is a meeting', () => {
    expect(planOf('## Ceremonies\n\n- Weekly sync with stakeholders: Tuesdays 11:00').told[0]).toMatch(
      /^sync/,
    )
  })
})
