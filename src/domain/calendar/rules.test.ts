import { describe, expect, it } from 'vitest'
import type { Ceremony, Dependency } from '#domain/plan-file.ts'
import { denver } from './calendars.testing.ts'
import { defaultsFor, TEAM_DEFAULTS } from './defaults.ts'
import { kindOf, rulesOf } from './rules.ts'

const base: Ceremony = {
  kind: 'standup',
  title: 'Daily stand-up',
  when: { type: 'daily' },
  start: '09:35',
  end: '09:50',
  timeZone: null,
  channel: null,
  line: 7,
}
const none = { ceremonies: [], dependencies: [] }

function rules(
  ceremonies: Partial<Ceremony>[],
  plan: Partial<Ceremony>[] = [],
  dependencies: Dependency[] = [],
) {
  return rulesOf({
    sprint: { ceremonies: ceremonies.map((ceremony) => ({ ...base, ...ceremony })), dependencies },
    plan: { ceremonies: plan.map((ceremony) => ({ ...base, ...ceremony })), dependencies: [] },
  })
}

describe('the rules of a sprint', () => {
  it('are the defaults, marked as such, when the plan says nothing', () => {
    const drafts = rulesOf({ sprint: none, plan: none })

    expect(drafts.map(({ key, source, start }) => `${key} ${source} ${start}`).sort()).toEqual([
      'delta default 16:30',
      'planning default 10:00',
      'refinement default 14:00',
      'retro default 15:30',
      'review default 14:00',
      'risk_digest default 11:00',
      'stakeholder_digest default 15:00',
      'standup default 09:30',
    ])
  })

  it('take the plan’s time over the default’s, and keep the window that a thread needs', () => {
    expect(
      rules([{ timeZone: 'America/Denver', channel: '#pipeline' }]).find(({ kind }) => kind === 'standup'),
    ).toEqual({
      key: 'standup',
      kind: 'standup',
      title: 'Daily stand-up',
      recurrence: { type: 'daily' },
      start: '09:35',
      windowMinutes: 180,
      zone: 'America/Denver',
      source: 'plan',
      channel: '#pipeline',
      line: 7,
    })
  })

  it.each<[string, Partial<Ceremony>, string]>([
    ['a daily digest', { kind: 'digest', title: 'Digest thread' }, 'delta'],
    [
      'a digest on Mon/Wed/Fri',
      { kind: 'digest', title: 'Update', when: { type: 'weekly', weekdays: ['MO', 'WE', 'FR'] } },
      'stakeholder_digest',
    ],
    [
      'a digest of risks',
      { kind: 'digest', title: 'Risk review', when: { type: 'weekly', weekdays: ['TU'] } },
      'risk_digest',
    ],
    ['a release on a date', { kind: 'release', when: { type: 'dates', dates: ['2026-06-04'] } }, 'key_date'],
    ['a weekly release', { kind: 'release', when: { type: 'weekly', weekdays: ['TH'] } }, 'sync'],
    ['something else', { kind: 'other' }, 'sync'],
    ['a sync on a date at a time', { kind: 'sync', when: { type: 'dates', dates: ['2026-06-04'] } }, 'sync'],
    [
      'a date without a time',
      { kind: 'sync', start: null, when: { type: 'dates', dates: ['2026-06-04'] } },
      'key_date',
    ],
  ])('make %s a rule', (_name, ceremony, kind) => {
    expect(kindOf({ ...base, ...ceremony })).toBe(kind)
    expect(rules([ceremony]).filter((rule) => rule.kind === kind && rule.source === 'plan')).toHaveLength(1)
  })

  it('keep the plan’s own days of a stakeholder digest and add no default beside it', () => {
    const weekdays = ['MO', 'WE', 'FR'] as const
    const drafts = rules([
      { kind: 'digest', title: 'Update', when: { type: 'weekly', weekdays: [...weekdays] } },
    ])

    expect(drafts.filter(({ kind }) => kind === 'stakeholder_digest')).toMatchObject([
      { recurrence: { type: 'weekly', weekdays }, start: '09:35', source: 'plan' },
    ])
  })

  it('prefer the sprint’s own ceremony to the plan’s of the same kind, and keep the syncs of both', () => {
    const drafts = rules(
      [
        { kind: 'retro', title: 'Retro of the sprint' },
        { kind: 'sync', title: 'API clinic' },
      ],
      [
        { kind: 'retro', title: 'Retro' },
        { kind: 'sync', title: 'PRD clinic' },
        { kind: 'review', title: 'Demo' },
      ],
    )
    const fromPlan = drafts.filter(({ source }) => source === 'plan')

    expect(fromPlan.map(({ key, title }) => [key, title])).toEqual([
      ['retro', 'Retro of the sprint'],
      ['sync:api-clinic', 'API clinic'],
      ['sync:prd-clinic', 'PRD clinic'],
      ['review', 'Demo'],
    ])
  })

  it('take the default’s days for a kind whose plan says a time alone', () => {
    expect(
      rules([{ kind: 'retro', when: null, start: '16:00' }]).find(({ kind }) => kind === 'retro'),
    ).toMatchObject({
      recurrence: { type: 'before_end', k: 0 },
      start: '16:00',
      source: 'plan',
    })
  })

  it.each([
    ['12:00', 45],
    ['00:15', 13 * 60],
    [null, 24 * 60],
    ['soon', 24 * 60],
  ])('keep a retro from 11:15 to %j open for %i minutes', (end, windowMinutes) => {
    expect(
      rules([{ kind: 'retro', when: null, start: '11:15', end }]).find(({ kind }) => kind === 'retro'),
    ).toMatchObject({ windowMinutes })
  })

  it('leave out a line without days beside one of its kind that states them', () => {
    const drafts = rules([
      { kind: 'review', title: 'First review within 4 hours', when: null },
      { kind: 'review', title: 'Review', when: { type: 'dates', dates: ['2026-06-05'] } },
    ])
    expect(drafts.filter(({ kind }) => kind === 'review').map(({ key, title }) => [key, title])).toEqual([
      ['review', 'Review'],
    ])
  })

  it('leave out a sync that says no day', () => {
    expect(rules([{ kind: 'sync', when: null }]).filter(({ kind }) => kind === 'sync')).toEqual([])
  })

  it('give meetings their stated length, past midnight too', () => {
    const sync = { kind: 'sync' as const, start: '23:30', end: '00:15' }
    expect(rules([sync]).find(({ kind }) => kind === 'sync')?.windowMinutes).toBe(45)
  })

  it('remind of dependencies that are due at 09:00, and of none without a date', () => {
    const dependency: Dependency = {
      id: 'DEP-1',
      text: 'Sandbox keys',
      on: 'Vendor',
      due: '2026-06-04',
      line: 30,
    }
    const drafts = rules([], [], [dependency, { ...dependency, id: null, due: null }])

    expect(drafts.filter(({ kind }) => kind === 'dependency_due')).toEqual([
      {
        key: 'dependency_due:dep-1-sandbox-keys',
        kind: 'dependency_due',
        title: 'DEP-1: Sandbox keys',
        recurrence: { type: 'due', dates: ['2026-06-04'] },
        start: '09:00',
        windowMinutes: 480,
        zone: null,
        source: 'plan',
        channel: null,
        line: 30,
      },
    ])
  })

  it('have keys of their own, also for the same title twice', () => {
    const keys = rules([{ kind: 'sync', title: 'Sync' }, { kind: 'sync', title: 'Sync!' }, {}, {}]).map(
      ({ key }) => key,
    )

    expect(keys.slice(0, 4)).toEqual(['sync:sync', 'sync:sync-2', 'standup', 'standup-2'])
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('survive storing as JSON', () => {
    const drafts = rules([{ kind: 'sync', title: 'Sync' }])
    expect(JSON.parse(JSON.stringify(drafts))).toEqual(drafts)
  })

  it('ignore a zone and a time that cannot be', () => {
    expect(rules([{ timeZone: 'Mars/Olympus', start: '25:00' }])[0]).toMatchObject({
      zone: null,
      start: '09:30',
    })
  })
})

describe('the defaults for a team', () => {
  it.each([
    [{ start: '2026-06-01', end: '2026-06-05' }, 3],
    [{ start: '2026-06-01', end: '2026-06-12' }, 5],
    [null, 5],
  ])('put refinement in the middle of %j', (sprint, n) => {
    expect(defaultsFor(denver, sprint).refinement.recurrence).toEqual({ type: 'sprint_day', n })
  })

  it('stay as they are for a team that works Monday to Friday', () => {
    expect(defaultsFor(denver, { start: '2026-06-01', end: '2026-06-12' })).toEqual(TEAM_DEFAULTS)
  })

  it('fall on days that the team works', () => {
    const { stakeholder_digest, risk_digest } = defaultsFor(
      { ...denver, workingDays: ['SU', 'MO', 'TU', 'WE'] },
      null,
    )

    expect(stakeholder_digest.recurrence).toEqual({ type: 'weekly', weekdays: ['WE'] })
    expect(risk_digest.recurrence).toEqual({ type: 'weekly', weekdays: ['MO', 'WE'] })
  })
})

describe('a rule’s title', () => {
  it.each([
    ['Daily 9:30–9:45 MST', 'Daily'],
    ['Daily stand-up, 9:30', 'Daily stand-up'],
    ['Review at 10:00', 'Review'],
    ['10:00 Demo', '10:00 Demo'],
    ['API clinic', 'API clinic'],
  ])('leaves out the time that stands in %j', (title, expected) => {
    expect(rules([{ title }])[0]?.title).toBe(expected)
  })
})
