import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Progress } from '#domain/sprint/progress.ts'
import { blockersInHome } from '#subjects/blockers/home-part.messages.ts'
import { itemsInHome } from '#subjects/items/home-part.messages.ts'
import { actionsInHome } from '#subjects/retro/home-part.messages.ts'
import { standUpInHome } from '#subjects/standup/home-part.messages.ts'
import type { HomeShown } from '#subjects/subject.ts'
import { viewViolations } from '#test/support/block-kit-limits.ts'
import { blockerCardData, instant, item, localDate } from '#test/support/generated.ts'
import { hostileTitle, markupViolations } from '#test/support/hostile.ts'
import { type HomeData, type HomeTeam, homeView } from './home.messages.ts'

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const progress: Progress = {
  phase: 'running',
  day: 3,
  days: 10,
  left: 8,
  unit: 'points',
  byStatus: { backlog: 1, ready: 1, in_progress: 1, in_review: 0, blocked: 0, done: 1, dropped: 0 },
  committed: { items: 4, value: 16 },
  done: { items: 1, value: 5 },
  statedCommitment: 16,
  stretch: { items: 1, value: 5 },
  stretchDone: { items: 0, value: 0 },
  unestimated: ['HP-4'],
  share: 5 / 16,
}
const team: fc.Arbitrary<HomeTeam> = fc.record({
  id: fc.uuid(),
  name: hostileTitle(200),
  channelId: maybe(fc.constant('C0HARBOR')),
  sprint: maybe(
    fc.record({
      name: hostileTitle(300),
      goals: fc.array(hostileTitle(2000), { maxLength: 5 }),
      progress: fc.constant(progress),
      window: maybe(
        fc.record({
          start: localDate,
          end: localDate,
          startsInDays: fc.integer({ min: -30, max: 30 }),
          endsInDays: fc.integer({ min: -30, max: 30 }),
        }),
      ),
    }),
  ),
  parts: fc
    .record({
      items: fc.array(item, { maxLength: 40 }),
      blockers: fc.array(blockerCardData, { maxLength: 20 }),
      openBlockers: fc.integer({ min: 20, max: 50 }),
      actions: fc.array(
        fc.record({ id: fc.uuid(), text: hostileTitle(3000), due: maybe(localDate), overdue: fc.boolean() }),
        { maxLength: 20 },
      ),
      checkIn: maybe(
        fc.record({
          occurrenceId: fc.uuid(),
          open: fc.boolean(),
          opensAt: instant,
          closesAt: instant,
          answered: fc.boolean(),
        }),
      ),
    })
    .map(({ items, blockers, openBlockers, actions, checkIn }): HomeShown[] => [
      ...(checkIn ? [standUpInHome(checkIn, 'Asia/Kolkata')] : []),
      { blocks: itemsInHome(items) },
      blockersInHome('a-team', blockers, openBlockers),
      { blocks: actionsInHome(actions) },
    ]),
  next: fc.array(fc.record({ title: hostileTitle(300), at: instant }), { maxLength: 3 }),
})
const home: fc.Arbitrary<HomeData> = fc.record({
  name: hostileTitle(100),
  zone: fc.constantFrom('America/Denver', 'Asia/Kolkata', 'UTC'),
  teams: fc.uniqueArray(team, { maxLength: 3, selector: ({ id }) => id }),
  others: fc.array(hostileTitle(200), { maxLength: 30 }),
})

describe('homeView', () => {
  it('keeps the limits of a Home and lets no markup through, for three full teams', () => {
    fc.assert(
      fc.property(home, (data) => {
        const view = homeView(data)
        expect([...viewViolations(view), ...markupViolations(view)]).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('tells a person without a team how to get into one', () => {
    const shown = JSON.stringify(homeView({ name: 'Sam', zone: 'UTC', teams: [], others: [] }))
    expect(shown).toContain('Hello Sam')
    expect(shown).toContain('/sprint team')
  })

  it("shows times on the person's own clock", () => {
    const [one] = fc.sample(team, { numRuns: 1, seed: 5 })
    if (!one) throw new Error('no sample')
    const next = [{ title: 'Retro', at: new Date('2026-11-27T18:15:00Z') }]
    const shown = JSON.stringify(
      homeView({ name: 'P', zone: 'Asia/Kolkata', teams: [{ ...one, next }], others: [] }),
    )
    expect(shown).toContain('Fri 27 Nov, 23:45')
  })
})
