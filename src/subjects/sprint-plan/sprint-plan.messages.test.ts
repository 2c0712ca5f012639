import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { messageViolations } from '#test/support/block-kit-limits.ts'
import { instant, item, localDate } from '#test/support/generated.ts'
import { hostileTitle, markupViolations } from '#test/support/hostile.ts'
import { type PlanView, planMessage } from './sprint-plan.messages.ts'

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const window = maybe(fc.record({ start: localDate, end: localDate }))
const points = maybe(fc.double({ min: 0, max: 1e6, noNaN: true }))
const unit = fc.constantFrom('points' as const, 'hours' as const, 'days' as const)

const view: fc.Arbitrary<PlanView> = fc.record({
  teamName: hostileTitle(200),
  zone: fc.constantFrom('America/Denver', 'Asia/Kolkata'),
  sprint: fc.record({
    name: hostileTitle(300),
    theme: maybe(hostileTitle(1000)),
    window,
    datesNote: maybe(fc.constant('year inferred')),
    goals: fc.array(hostileTitle(4000), { maxLength: 12 }),
    capacity: fc.record({ low: points, high: points, committed: points, unit: maybe(unit) }),
  }),
  items: fc.array(fc.record({ item, owners: fc.array(hostileTitle(80), { maxLength: 5 }) }), {
    maxLength: 120,
    size: 'max',
  }),
  totals: maybe(fc.record({ unit, committed: fc.nat(500), stretch: fc.nat(100) })),
  source: maybe(
    fc.record({ path: hostileTitle(500), revision: fc.integer({ min: 1, max: 99 }), importedAt: instant }),
  ),
  diagnostics: fc.array(
    fc.record({
      severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
      code: fc.constant('total-differs'),
      message: hostileTitle(1000),
      line: fc.nat(9999),
      column: fc.nat(200),
      endLine: fc.nat(9999),
      hint: fc.constant(null),
    }),
    { maxLength: 40 },
  ),
  others: fc.array(
    fc.record({
      name: hostileTitle(300),
      state: fc.constantFrom('planned' as const, 'active' as const, 'closed' as const),
      window,
      items: fc.nat(120),
    }),
    { maxLength: 30 },
  ),
  backlog: fc.nat(200),
})

describe('planMessage', () => {
  it('keeps the limits of Slack and lets no markup through, up to 120 items with long titles', () => {
    fc.assert(
      fc.property(view, (data) => {
        const content = planMessage(data)
        expect([...messageViolations(content), ...markupViolations(content)]).toEqual([])
        expect(JSON.stringify(content)).not.toContain('sections not shown')
      }),
      { numRuns: 40 },
    )
  })

  const plain: PlanView = {
    teamName: 'Harbor Payments',
    zone: 'America/Denver',
    sprint: {
      name: 'Sprint 32',
      theme: null,
      window: { start: '2026-11-16', end: '2026-11-27' },
      datesNote: null,
      goals: ['Settle refunds within a day'],
      capacity: { low: 18, high: 22, committed: 20, unit: 'points' },
    },
    items: [],
    totals: { unit: 'points', committed: 16, stretch: 5 },
    source: { path: 'plans/harbor.md', revision: 2, importedAt: new Date('2026-11-18T16:00:00Z') },
    diagnostics: [],
    others: [],
    backlog: 0,
  }
  const row = (key: string, epic: string | null, stretch = false): PlanView['items'][number] => ({
    item: {
      key,
      title: `Title of ${key}`,
      status: 'ready',
      epic,
      stretch,
      estimateValue: 3,
      estimateUnit: 'points',
      estimateSize: null,
    },
    owners: ['Priya'],
  })
  const sections = (data: PlanView) =>
    (planMessage(data).blocks ?? []).flatMap((block) =>
      block.type === 'section' && block.text ? [block.text.text] : [],
    )

  it('groups items by epic where there are two, with the stretch apart', () => {
    const items = [
      row('A-1', 'Refunds'),
      row('A-2', 'Payouts'),
      row('A-3', 'Refunds'),
      row('A-4', null, true),
    ]
    const [refunds, payouts, stretch] = sections({ ...plain, items }).slice(-3)
    expect(refunds).toMatch(
      /^\*Refunds\* \(2\)\n.*\*A-1\* {2}Title of A-1 {2}· {2}3 points {2}· {2}Priya\n.*A-3/,
    )
    expect(payouts).toMatch(/^\*Payouts\* \(1\)\n.*A-2/)
    expect(stretch).toMatch(/^\*Stretch, not committed\* \(1\)\n.*A-4/)
  })

  it('says what the plan states when it differs from the sum', () => {
    expect(sections({ ...plain, items: [row('A-1', null)] }).join('\n')).toContain(
      'the plan says *20 points* committed',
    )
  })

  it('counts what it leaves out, and keeps the end of the message', () => {
    const items = Array.from({ length: 120 }, (_, index) => row(`A-${index}`, `Epic ${index % 4}`))
    const shown = JSON.stringify(planMessage({ ...plain, items }))
    const keys = shown.match(/\*A-\d+\*/g) ?? []
    const left = [...shown.matchAll(/… and (\d+) more/g)].reduce((sum, [, count]) => sum + Number(count), 0)
    expect(keys.length + left).toBe(120)
    expect(shown).toContain('revision 2')
  })
})
