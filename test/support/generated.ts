// Generated rows, with hostile text wherever a plan or a person writes it, for tests of the builders.
import fc from 'fast-check'
import type { Item } from '#platform/store/generated/client.ts'
import { ItemStatus, Level } from '#platform/store/generated/enums.ts'
import type { BlockerCard } from '#subjects/blockers/blockers.messages.ts'
import { hostileText, hostileTitle } from './hostile.ts'

export const slackId = fc.constantFrom('U0MAYA', 'U0TOMAS', 'U0PRIYA', 'W0GUEST')
export const status = fc.constantFrom(...Object.values(ItemStatus))
export const level = fc.constantFrom(...Object.values(Level))
/** Between the years that a sprint could be in. */
export const instant = fc
  .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) })
  .map((millis) => new Date(millis))
export const localDate = instant.map((at) => at.toISOString().slice(0, 10))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
/** As long as a plan's acceptance criterion may be. */
const longText = hostileText(4000)

/** An item as the database gives it. */
export const item: fc.Arbitrary<Item> = fc
  .record({
    id: fc.uuid(),
    key: fc.oneof(hostileTitle(120), fc.constant('HP-412')),
    title: hostileTitle(1000),
    epic: maybe(hostileTitle(300)),
    estimateValue: maybe(fc.double({ min: 0, max: 1e9, noNaN: true })),
    estimateUnit: maybe(fc.constantFrom('points', 'hours', 'days')),
    estimateSize: maybe(hostileTitle(20)),
    stretch: fc.boolean(),
    status,
    priority: maybe(hostileTitle(200)),
    assignees: fc.array(hostileTitle(100), { maxLength: 8 }),
    labels: fc.array(hostileTitle(100), { maxLength: 30 }),
    acceptance: fc.array(longText, { maxLength: 25 }),
    description: maybe(longText),
    links: fc.array(hostileText(500), { maxLength: 20 }),
    dependsOn: fc.array(hostileTitle(60), { maxLength: 20 }),
    line: fc.nat(99_999),
    statusAt: instant,
  })
  .map((row) => ({
    ...row,
    workspaceId: row.id,
    teamId: row.id,
    sourceId: row.id,
    sprintId: row.id,
    keyStated: true,
    kind: null,
    planStatus: null,
    ownerId: null,
    tasks: [],
    position: 0,
    removedAt: null,
    createdAt: row.statusAt,
  }))

/** A blocker as its messages show it. */
export const blockerCardData: fc.Arbitrary<BlockerCard> = fc.record({
  id: fc.uuid(),
  number: fc.integer({ min: 1, max: 99_999 }),
  text: fc.oneof(
    hostileTitle(2000),
    longText.map((text) => `x${text}`),
  ),
  severity: level,
  state: fc.constantFrom('open', 'taken', 'escalated', 'resolved'),
  item: maybe(fc.record({ key: hostileTitle(120), title: hostileTitle(1000) })),
  raisedBy: slackId,
  helper: maybe(slackId),
  takenBy: maybe(slackId),
  resolvedBy: maybe(slackId),
  resolution: maybe(hostileTitle(2000)),
  raisedAt: instant,
  raisedAtText: fc.constant('Wed 18 Nov, 09:00 MST'),
  escalation: maybe(fc.record({ by: maybe(slackId), reason: hostileTitle(2000) })),
  ageDays: fc.nat(400),
})
