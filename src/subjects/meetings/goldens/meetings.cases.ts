// Reminders of planning, refinement and review.

import { progressOf } from '#domain/sprint/progress.ts'
import { readinessOf } from '#domain/sprint/readiness.ts'
import type { ObjectiveLine } from '#domain/sprint/types.ts'
import { golden } from '#test/goldens/golden.ts'
import { at, hostile, longWord, many, phoenix } from '#test/goldens/people.ts'
import { item, sprintItems } from '#test/goldens/sprint.ts'
import { timeline } from '#test/support/report-data.ts'
import {
  type PlanningMeeting,
  planningReminder,
  type RefinementMeeting,
  type ReviewMeeting,
  refinementReminder,
  reviewReminder,
} from '../meetings.messages.ts'

const meeting = {
  title: 'Sprint planning',
  sprint: 'Sprint 33',
  zone: phoenix,
  opensAt: at('16:00'),
  closesAt: at('17:30'),
  late: false,
  goals: ['Refunds work from end to end in the sandbox'],
}
const planning: PlanningMeeting = {
  ...meeting,
  progress: progressOf(sprintItems, timeline),
  capacity: [18, 22],
  capacityUnit: 'points',
  readiness: readinessOf(sprintItems),
  carriedOver: [{ key: 'HP-398', title: 'Chargeback e-mails' }],
  risksWithoutPlan: ['The payment provider changes its API in December'],
}
const ready: PlanningMeeting = {
  ...planning,
  capacity: [null, null],
  capacityUnit: null,
  readiness: { waiting: 4, notReady: [] },
  carriedOver: [],
  risksWithoutPlan: [],
}
const { notReady } = planning.readiness
const refinement: RefinementMeeting = {
  ...meeting,
  title: 'Refinement',
  sprint: 'Sprint 32',
  places: [
    { name: 'Sprint 32', readiness: { waiting: 1, notReady: notReady.slice(1) } },
    { name: 'Sprint 33', readiness: { waiting: 2, notReady: notReady.slice(0, 1) } },
    { name: 'the backlog', readiness: { waiting: 0, notReady: [] } },
  ],
}
const places = (...waiting: number[]): RefinementMeeting['places'] =>
  waiting.map((count, index) => ({
    name: ['Sprint 32', 'Sprint 33', 'the backlog'][index] ?? '',
    readiness: { waiting: count, notReady: [] },
  }))
const objective = (own: Partial<ObjectiveLine>): ObjectiveLine => ({
  id: 'objective-1',
  text: 'Refunds within a day',
  metric: null,
  baseline: null,
  target: null,
  direction: 'up',
  latest: null,
  previous: null,
  ...own,
})
const review: ReviewMeeting = {
  ...meeting,
  title: 'Review',
  sprint: 'Sprint 32',
  progress: planning.progress,
  finished: [{ key: 'HP-412', title: 'Refund API' }],
  unfinished: [
    { key: 'HP-415', title: 'Webhook retries' },
    { key: 'HP-418', title: 'Reconcile the ledger' },
  ],
  objectives: [
    objective({
      text: 'First-try approvals (baseline 91 %)',
      baseline: '91 %',
      target: '≥ 93 %',
      latest: { value: '94 %', at: at('15:00') },
    }),
    objective({ text: 'Refunds within a day (14 % now)', baseline: '14 %', target: '≤ 8 %' }),
  ],
}
const manyItems = many(120, (n) =>
  item({
    key: `HP-${n}`,
    title: `Story ${n}`,
    status: 'backlog',
    estimate: null,
    owners: [],
    acceptance: [],
  }),
)
const harmful = { title: hostile, sprint: longWord, goals: [hostile, longWord] }

export const goldens = [
  golden(
    'planning-whole',
    'within the capacity; something is left over, something is not ready',
    planningReminder,
    planning,
  ),
  golden('planning-over-capacity', 'more than the team can', planningReminder, {
    ...planning,
    capacity: [8, 8],
  }),
  golden('planning-all-ready', 'everything is ready, no capacity is said, no goal', planningReminder, {
    ...ready,
    goals: [],
  }),
  golden('planning-empty-sprint', 'a sprint without items', planningReminder, {
    ...ready,
    readiness: readinessOf([]),
    progress: progressOf([], timeline),
  }),
  golden('planning-one-ready', 'one item waits, and it is ready', planningReminder, {
    ...ready,
    readiness: { waiting: 1, notReady: [] },
  }),
  golden('planning-begun', 'every item has begun already: nothing is said of being ready', planningReminder, {
    ...ready,
    readiness: { waiting: 0, notReady: [] },
  }),
  golden('planning-empty-with-capacity', 'a sprint without items and with a capacity', planningReminder, {
    ...ready,
    readiness: readinessOf([]),
    progress: progressOf([], timeline),
    capacity: [18, 22],
    capacityUnit: 'points',
  }),
  golden('planning-120-items', '120 items, none of them ready; told late', planningReminder, {
    ...planning,
    late: true,
    progress: progressOf(manyItems, timeline),
    readiness: readinessOf(manyItems),
  }),
  golden('planning-hostile-text', 'titles that are out to do harm', planningReminder, {
    ...planning,
    ...harmful,
    carriedOver: [{ key: hostile, title: hostile }],
    risksWithoutPlan: [hostile],
    capacityUnit: hostile,
  }),
  golden('refinement-not-ready', 'items that lack something', refinementReminder, refinement),
  golden('refinement-one-not-ready', 'one item that lacks something', refinementReminder, {
    ...refinement,
    places: [{ name: 'Sprint 32', readiness: { waiting: 1, notReady: notReady.slice(0, 1) } }],
  }),
  golden('refinement-all-ready', 'all that waits is ready', refinementReminder, {
    ...refinement,
    places: places(3, 4, 0),
  }),
  golden('refinement-one-ready', 'the only item that waits is ready', refinementReminder, {
    ...refinement,
    places: places(0, 1),
  }),
  golden('refinement-nothing-waits', 'no item waits to begin, in any place', refinementReminder, {
    ...refinement,
    places: places(0, 0, 0),
  }),
  golden('refinement-hostile-text', 'a sprint name that is out to do harm', refinementReminder, {
    ...refinement,
    ...harmful,
    places: [{ name: hostile, readiness: planning.readiness }],
  }),
  golden('review-whole', 'one item to show, two not done, two objectives', reviewReminder, review),
  golden('review-without-estimates', 'a sprint that nobody estimated, all of it done', reviewReminder, {
    ...review,
    progress: progressOf([item({ key: 'HP-1', title: 'Refunds', status: 'done', estimate: null })], timeline),
    unfinished: [],
    objectives: [],
  }),
  golden('review-hostile-text', 'objectives that are out to do harm', reviewReminder, {
    ...review,
    ...harmful,
    finished: [{ key: hostile, title: longWord }],
    objectives: [
      objective({
        text: hostile,
        baseline: hostile,
        target: hostile,
        latest: { value: hostile, at: at('15:00') },
      }),
    ],
  }),
  golden('planning-capacity-without-unit', 'the plan says a capacity and no unit', planningReminder, {
    ...planning,
    capacity: [null, 20],
    capacityUnit: null,
  }),
]
