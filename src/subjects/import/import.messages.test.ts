// The views of /sprint import keep Slack's limits and escape what they show of a plan.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PlanChange } from '#plan/diff.ts'
import { escaped } from '#platform/blocks/text.ts'
import { viewViolations } from '#test/support/block-kit-limits.ts'
import { hostileText, hostileTitle, markupViolations } from '#test/support/hostile.ts'
import { importModal, refusedModal } from './import.messages.ts'
import { previewModal, storedModal, type Understood } from './import-preview.messages.ts'
import { changeText } from './plan-changes.messages.ts'

const title = hostileTitle(400)
const of = { key: fc.constant('OR-1'), title, sprint: fc.option(title, { nil: null }) }
const anyChange: fc.Arbitrary<PlanChange> = fc.oneof(
  fc.record({
    type: fc.constant('item added' as const),
    ...of,
    estimate: fc.constantFrom(null, '3 points'),
    stretch: fc.boolean(),
  }),
  fc.record({ type: fc.constant('item renamed' as const), ...of, from: title, to: title }),
  fc.record({
    type: fc.constant('item reowned' as const),
    ...of,
    from: fc.array(title, { maxLength: 9 }),
    to: fc.array(title),
  }),
  fc.record({
    type: fc.constant('goals' as const),
    sprint: title,
    from: fc.array(hostileText(4000), { maxLength: 5 }),
    to: fc.array(title),
  }),
)
const anyItem = fc.record({
  key: fc.option(title, { nil: null }),
  title,
  estimate: fc.constantFrom(null, '5 points'),
  owners: fc.array(title, { maxLength: 4 }),
  status: fc.constantFrom(null, 'done' as const, 'in_progress' as const),
  stretch: fc.boolean(),
})
const anyUnderstood: fc.Arbitrary<Understood> = fc.record({
  path: title,
  plans: fc.array(
    fc.record({
      teamName: title,
      made: fc.boolean(),
      zone: fc.constant('Europe/Lisbon'),
      country: fc.constantFrom(null, 'PT'),
      channelId: fc.constantFrom(null, 'C0SQUAD'),
      waiting: fc.array(fc.constant('C0STAKE'), { maxLength: 9 }),
      revision: fc.integer({ min: 1, max: 400 }),
      unchanged: fc.boolean(),
      changes: fc.array(anyChange, { maxLength: 60 }),
      sprints: fc.array(
        fc.record({
          name: title,
          start: fc.constantFrom(null, '2026-11-16'),
          end: fc.constantFrom(null, '2026-11-27'),
          goals: fc.array(title, { maxLength: 5 }),
          items: fc.array(anyItem, { maxLength: 40 }),
          points: fc.float({ min: 0, max: 500, noNaN: true }),
        }),
        { maxLength: 40 },
      ),
      backlog: fc.array(anyItem, { maxLength: 60 }),
      risks: fc.nat(40),
      dependencies: fc.nat(40),
      objectives: fc.nat(40),
      ceremonies: fc.array(title, { maxLength: 40 }),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  diagnostics: fc.array(
    fc.record({
      severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
      code: fc.constant('x'),
      message: hostileText(1000),
      line: fc.nat(9999),
      column: fc.constant(1),
      endLine: fc.constant(1),
      hint: fc.constant(null),
    }),
    { maxLength: 60 },
  ),
  coverage: fc.record({
    contentLines: fc.nat(5000),
    understood: fc.nat(5000),
    unmapped: fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 300 }),
  }),
})

it('shows what was understood, whatever it is', () => {
  fc.assert(
    fc.property(anyUnderstood, fc.option(hostileText(3000), { nil: null }), (understood, text) => {
      for (const view of [previewModal(understood, { metadata: '{}', text }), storedModal(understood)])
        expect([...viewViolations(view), ...markupViolations(view)]).toEqual([])
    }),
    { numRuns: 60 },
  )
})

it('opens with whatever teams and plans are there', () => {
  const teams = fc.array(fc.record({ id: fc.uuid(), name: title }), { maxLength: 99 })
  const paths = fc.uniqueArray(title, { maxLength: 99 })
  fc.assert(
    fc.property(teams, paths, (someTeams, somePaths) => {
      const view = importModal({ teams: someTeams, teamId: null, paths: somePaths, channelId: 'C0SQUAD' })
      expect([...viewViolations(view), ...markupViolations(view)]).toEqual([])
    }),
    { numRuns: 30 },
  )
})

it('refuses in words that keep the limits', () => {
  fc.assert(
    fc.property(hostileText(4000), (text) => {
      const view = refusedModal(escaped(text))
      expect([...viewViolations(view), ...markupViolations(view)]).toEqual([])
    }),
  )
})

it('offers to store only what is not stored yet', () => {
  const understood = (unchanged: boolean): Understood => ({
    path: 'plan.md',
    plans: [
      {
        teamName: 'Orchard',
        made: false,
        zone: 'UTC',
        country: null,
        channelId: null,
        waiting: [],
        revision: 1,
        unchanged,
        changes: [],
        sprints: [],
        backlog: [],
        risks: 0,
        dependencies: 0,
        objectives: 0,
        ceremonies: [],
      },
    ],
    diagnostics: [],
    coverage: { contentLines: 1, understood: 1, unmapped: [] },
  })
  expect(previewModal(understood(true), { metadata: '{}', text: null }).submit).toBeUndefined()
  expect(previewModal(understood(false), { metadata: '{}', text: null }).submit?.text).toBe('Store it')
})

it.each<[PlanChange, string]>([
  [
    {
      type: 'item added',
      key: 'A-1',
      title: 'Plant',
      sprint: 'Week 1',
      estimate: '3 points',
      stretch: false,
    },
    '+ A-1 Plant (3 points, Week 1)',
  ],
  [
    { type: 'item removed', key: 'A-1', title: 'Plant', sprint: null, estimate: null, stretch: false },
    '− A-1 Plant (backlog)',
  ],
  [
    {
      type: 'item moved',
      key: 'A-1',
      title: 'Plant',
      sprint: null,
      from: 'Week 1',
      to: null,
      estimate: null,
    },
    '~ A-1 Plant moved: Week 1 → backlog',
  ],
  [
    { type: 'item reowned', key: 'A-1', title: 'Plant', sprint: null, from: [], to: ['Ana', 'Rui'] },
    '~ A-1 Plant owned: nobody → Ana, Rui',
  ],
  [
    {
      type: 'dates',
      sprint: 'Week 1',
      from: { start: null, end: null },
      to: { start: '2026-11-16', end: '2026-11-20' },
    },
    '~ Week 1 dates: no dates → 2026-11-16 to 2026-11-20',
  ],
])('tells a change in a line: %j', (change, text) => {
  expect(changeText(change)).toBe(text)
})
