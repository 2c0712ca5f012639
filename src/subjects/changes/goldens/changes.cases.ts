// The daily delta.

import { deltaSince } from '#domain/sprint/delta.ts'
import type { ItemEvent } from '#domain/sprint/types.ts'
import { golden } from '#test/goldens/golden.ts'
import { at, harbor, hostile, longWord, many, phoenix } from '#test/goldens/people.ts'
import {
  blocker,
  delta,
  history,
  item,
  noDelta,
  noItemsDelta,
  sprintItems,
  unestimated,
} from '#test/goldens/sprint.ts'
import { type DeltaView, deltaMessage } from '../delta.messages.ts'

const view: DeltaView = {
  teamName: harbor,
  sprintName: 'Sprint 32',
  today: '2026-11-18',
  zone: phoenix,
  delta,
  missedNotes: [],
  late: false,
}
const missedStandUp = {
  kind: 'standup',
  title: 'Daily 9:30',
  date: '2026-11-16',
  cause: 'stopped',
} as const
const since = at('16:00', '2026-11-17')
const moved = (itemKey: string): ItemEvent => ({
  at: at('15:00'),
  itemKey,
  field: 'status',
  from: 'ready',
  to: 'done',
  by: null,
})
const cut: ItemEvent = {
  at: at('15:00'),
  itemKey: 'HP-423',
  field: 'removed',
  from: 'Sprint 32',
  to: null,
  by: 'plan, revision 5',
}
const resolved = blocker({
  state: 'resolved',
  resolvedAt: at('15:00'),
  resolution: 'The ticket was in the wrong queue',
})

export const goldens = [
  golden('whole-day', 'moves, scope, a blocker, what falls due', deltaMessage, view),
  golden('nothing-moved', 'a quiet day', deltaMessage, { ...view, delta: noDelta }),
  golden('no-items', 'a sprint without items', deltaMessage, { ...view, delta: noItemsDelta }),
  golden('late-after-an-outage', 'told late, and two things were missed', deltaMessage, {
    ...view,
    late: 'stopped',
    missedNotes: [missedStandUp, { ...missedStandUp, kind: 'delta', title: 'Daily delta' }],
  }),
  golden('quiet-and-late', 'a quiet day, told late', deltaMessage, {
    ...view,
    delta: noDelta,
    late: 'failed',
    missedNotes: [{ ...missedStandUp, cause: 'failed' }],
  }),
  golden(
    'cut-and-resolved',
    'an item was cut, a blocker resolved, another raised and resolved',
    deltaMessage,
    {
      ...view,
      delta: deltaSince(since, {
        ...history,
        items: sprintItems.map((each) => (each.key === 'HP-423' ? { ...each, inSprint: false } : each)),
        events: [cut],
        blockers: [
          resolved,
          { ...resolved, id: 'blocker-9', number: 9, itemKey: null, raisedAt: at('14:00'), resolution: null },
        ],
        dependencies: [],
      }),
    },
  ),
  golden('one-move', 'one item was finished', deltaMessage, {
    ...view,
    delta: deltaSince(since, { ...history, events: [moved('HP-412')], blockers: [], dependencies: [] }),
  }),
  golden('without-estimates', 'nobody estimated anything', deltaMessage, {
    ...view,
    delta: deltaSince(since, { ...history, items: unestimated }),
  }),
  golden('ahead-of-ideal', 'more is done than an even pace asks for', deltaMessage, {
    ...view,
    delta: { ...delta, left: 5.5 },
  }),
  golden('right-on-ideal', 'exactly at an even pace', deltaMessage, {
    ...view,
    delta: { ...delta, left: delta.idealLeft ?? 0 },
  }),
  golden('sprint-is-over', 'after its last day', deltaMessage, {
    ...view,
    delta: { ...delta, progress: { ...delta.progress, phase: 'over' }, idealLeft: null },
  }),
  golden('120-moves', '120 items were finished', deltaMessage, {
    ...view,
    delta: deltaSince(since, {
      ...history,
      items: many(120, (n) =>
        item({ key: `HP-${n}`, title: `Story ${n}`, status: 'done', statusAt: at('15:00') }),
      ),
      events: many(120, (n) => moved(`HP-${n}`)),
    }),
  }),
  golden('hostile-text', 'titles and names that are out to do harm', deltaMessage, {
    ...view,
    teamName: hostile,
    sprintName: longWord,
    missedNotes: [{ ...missedStandUp, kind: 'sync', title: hostile }],
    delta: deltaSince(since, {
      ...history,
      items: [item({ key: hostile, title: `${hostile} ${longWord}`, status: 'done' })],
      events: [
        { ...moved(hostile), by: hostile },
        { ...moved(hostile), field: 'estimate', from: hostile, to: longWord },
      ],
      blockers: [blocker({ text: hostile, itemKey: hostile, raisedAt: at('15:00') })],
      dependencies: [{ id: 'dependency-1', text: hostile, on: hostile, due: '2026-11-18', doneAt: null }],
    }),
  }),
  golden(
    'stretch-and-first-estimate',
    'stretch work was added, and an item has its first estimate',
    deltaMessage,
    {
      ...view,
      delta: {
        ...delta,
        added: [{ key: 'HP-430', title: 'Receipts', value: 2, stretch: true }],
        reestimated: [{ key: 'HP-421', title: 'Docs for refunds', from: null, to: '2' }],
      },
    },
  ),
]
