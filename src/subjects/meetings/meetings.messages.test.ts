import fc from 'fast-check'
import { expect, it } from 'vitest'
import { progressOf } from '#domain/sprint/progress.ts'
import { messageViolations } from '#test/support/block-kit-limits.ts'
import { hostileText, markupViolations } from '#test/support/hostile.ts'
import { planningReminder, refinementReminder, reviewReminder } from './meetings.messages.ts'

const at = new Date('2026-11-18T18:00:00Z')
const named = fc.record({ key: hostileText(120), title: hostileText(1000) })
const unready = fc.record({
  key: hostileText(120),
  title: hostileText(1000),
  lacks: fc.subarray(['estimate' as const, 'acceptance' as const, 'owner' as const], { minLength: 1 }),
})
const objective = fc.record({
  id: fc.constant('objective-1'),
  metric: fc.option(hostileText(200)),
  direction: fc.constant('up'),
  previous: fc.constant(null),
  text: hostileText(800),
  baseline: fc.option(hostileText(200)),
  target: fc.option(hostileText(200)),
  latest: fc.option(fc.record({ value: hostileText(300), at: fc.constant(at) })),
})

it('reminders of meetings keep Slack’s limits and let no markup through, with 120 items', () => {
  const progress = progressOf([], { start: '2026-11-16', end: '2026-11-27', workdays: [], now: at })
  fc.assert(
    fc.property(
      hostileText(300),
      fc.array(hostileText(4000), { maxLength: 12 }),
      fc.array(named, { maxLength: 120 }),
      fc.array(unready, { maxLength: 120 }),
      fc.array(objective, { maxLength: 30 }),
      (title, goals, items, notReady, objectives) => {
        const meeting = {
          title,
          sprint: title,
          zone: 'Asia/Kolkata',
          opensAt: at,
          closesAt: at,
          late: true,
          goals,
        }
        const risksWithoutPlan = items.map((item) => item.title)
        const plan = {
          progress,
          capacity: [1, 2] as [number, number],
          capacityUnit: title,
          readiness: { waiting: 200, notReady },
        }
        const made = [
          planningReminder({ ...meeting, ...plan, carriedOver: items, risksWithoutPlan }),
          refinementReminder({
            ...meeting,
            places: [title, title].map((name) => ({ name, readiness: plan.readiness })),
          }),
          reviewReminder({ ...meeting, progress, finished: items, unfinished: items, objectives }),
        ]
        expect(made.flatMap(messageViolations)).toEqual([])
        expect(made.flatMap(markupViolations)).toEqual([])
      },
    ),
    { numRuns: 25 },
  )
})
