// Texts of a message for assertions, and generated sprints as the reports' builders get them.
import fc from 'fast-check'
import type { BlockerState, ItemEvent, ItemState, Timeline } from '#domain/sprint/types.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { hostileText } from './hostile.ts'

/** All that a message shows, one text a line. */
export function shownText({ blocks }: Content): string {
  const texts: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [name, each] of Object.entries(value))
      if (name === 'text' && typeof each === 'string') texts.push(each)
      else walk(each)
  }
  walk(blocks)
  return texts.join('\n')
}

/** Ids of the buttons that a message has. */
export function buttonIds({ blocks }: Content): string[] {
  return [...JSON.stringify(blocks).matchAll(/"action_id":"([^"]*)"/g)].map((match) => match[1] ?? '')
}

/** Mon 2 to Fri 27 November 2026, all but weekends; the sprint is its third and fourth week. Now is Wed 18, 16:00 UTC. */
export const timeline: Timeline = {
  start: '2026-11-16',
  end: '2026-11-27',
  workdays: Array.from({ length: 40 }, (_, index) => new Date(Date.UTC(2026, 10, 2 + index)))
    .filter((day) => day.getUTCDay() % 6 !== 0)
    .map((day) => ({
      date: day.toISOString().slice(0, 10),
      startsAt: day,
      endsAt: new Date(day.getTime() + 86_400_000),
    })),
  now: new Date('2026-11-18T16:00:00Z'),
}

const level = fc.constantFrom('low' as const, 'medium' as const, 'high' as const)
const status = fc.constantFrom(
  ...(['backlog', 'ready', 'in_progress', 'in_review', 'blocked', 'done', 'dropped'] as const),
)
const instant = fc
  .integer({ min: Date.UTC(2026, 10, 9), max: timeline.now.getTime() })
  .map((millis) => new Date(millis))
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

const items: fc.Arbitrary<ItemState[]> = fc
  .array(
    fc.record({
      title: hostileText(400),
      status,
      estimate: nullable(
        fc.record({ value: fc.integer({ min: 0, max: 40 }), unit: fc.constant('points' as const) }),
      ),
      stretch: fc.boolean(),
      owners: fc.array(hostileText(60), { maxLength: 3 }),
      acceptance: fc.array(hostileText(4000), { maxLength: 2 }),
      inSprint: fc.boolean(),
      addedAt: instant,
      statusAt: instant,
    }),
    { maxLength: 120 },
  )
  .map((rows) => rows.map((row, index) => ({ ...row, key: `K-${index} <!here>` })))

const event: fc.Arbitrary<ItemEvent> = fc.record({
  at: instant,
  itemKey: fc.nat(119).map((index) => `K-${index} <!here>`),
  field: fc.constantFrom(...(['added', 'removed', 'estimate', 'title'] as const)),
  from: nullable(hostileText(60)),
  to: nullable(hostileText(60)),
  by: nullable(hostileText(80)),
})
const moved: fc.Arbitrary<ItemEvent> = fc
  .record({ event, from: status, to: status })
  .map(({ event, from, to }) => ({ ...event, field: 'status', from, to }))

const blocker: fc.Arbitrary<BlockerState> = fc.record({
  id: fc.uuid(),
  number: fc.integer({ min: 1, max: 9999 }),
  itemKey: nullable(hostileText(60)),
  text: hostileText(3000),
  severity: level,
  state: fc.constantFrom('open', 'taken', 'escalated', 'resolved'),
  raisedBy: hostileText(60),
  helper: nullable(hostileText(60)),
  takenBy: nullable(hostileText(60)),
  raisedAt: instant,
  resolvedAt: nullable(instant),
  resolution: nullable(hostileText(2000)),
})

/** A sprint of up to 120 items with text that is out to do harm. */
export const sprintData = fc.record({
  items,
  events: fc.array(fc.oneof(event, moved), { maxLength: 150 }),
  blockers: fc.array(blocker, { maxLength: 40 }),
  risks: fc.array(
    fc.record({
      id: fc.uuid(),
      title: hostileText(600),
      likelihood: nullable(level),
      impact: nullable(level),
      mitigation: nullable(hostileText(2000)),
      owner: nullable(hostileText(80)),
      closedAt: fc.constant(null),
    }),
    { maxLength: 40 },
  ),
  dependencies: fc.array(
    fc.record({
      id: fc.uuid(),
      text: hostileText(600),
      on: nullable(hostileText(80)),
      due: nullable(fc.constantFrom('2026-11-13', '2026-11-18', '2026-11-19', '2026-12-24')),
      doneAt: nullable(instant),
    }),
    { maxLength: 30 },
  ),
  timeline: fc.constant(timeline),
  capacity: fc.constant({ points: [18, 22] as const, unit: 'points' as const }),
})
