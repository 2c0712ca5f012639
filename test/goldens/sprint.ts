// The sprint of the goldens: what it holds, what happened in it, and what its reports are made from. Dates: see `timeline`.
import type { BlockerState, ItemEvent, ItemState, RiskState } from '../../src/sprint/types.ts'
import { at } from './people.ts'

/** A story of three points that waits since the sprint's first day, but for what is said. */
export function item(own: Partial<ItemState> & Pick<ItemState, 'key' | 'title'>): ItemState {
  return {
    status: 'ready',
    estimate: { value: 3, unit: 'points' },
    stretch: false,
    owners: ['Maya Chen'],
    acceptance: ['It can be seen in the sandbox'],
    inSprint: true,
    addedAt: at('15:00', '2026-11-13'),
    statusAt: at('15:00', '2026-11-13'),
    ...own,
  }
}

/** Seven committed items of 19 points, one of them without an estimate, and one that is stretch. */
export const sprintItems: ItemState[] = [
  item({
    key: 'HP-412',
    title: 'Refund API',
    status: 'done',
    estimate: { value: 5, unit: 'points' },
    statusAt: at('15:30'),
  }),
  item({
    key: 'HP-415',
    title: 'Webhook retries',
    status: 'in_progress',
    statusAt: at('18:00', '2026-11-16'),
    owners: ['Jonas Weber'],
  }),
  item({
    key: 'HP-418',
    title: 'Reconcile the ledger',
    status: 'blocked',
    estimate: { value: 8, unit: 'points' },
    statusAt: at('17:00', '2026-11-17'),
  }),
  item({ key: 'HP-420', title: 'Partial refunds', status: 'in_review', statusAt: at('14:00') }),
  item({ key: 'HP-421', title: 'Docs for refunds', status: 'backlog', estimate: null, owners: [] }),
  item({
    key: 'HP-423',
    title: 'Remove the old button',
    status: 'dropped',
    statusAt: at('14:00', '2026-11-17'),
  }),
  item({ key: 'HP-425', title: 'Rate limits', status: 'backlog', stretch: true, acceptance: [] }),
]

const event = (own: Partial<ItemEvent> & Pick<ItemEvent, 'itemKey' | 'field'>): ItemEvent => ({
  at: at('15:30'),
  from: null,
  to: null,
  by: 'Maya Chen',
  ...own,
})

/** What happened since Tuesday's delta, and one change from before it. */
export const sprintEvents: ItemEvent[] = [
  event({
    at: at('18:00', '2026-11-16'),
    itemKey: 'HP-415',
    field: 'status',
    from: 'ready',
    to: 'in_progress',
    by: 'Jonas Weber',
  }),
  event({ itemKey: 'HP-412', field: 'status', from: 'in_progress', to: 'done' }),
  event({
    at: at('14:00'),
    itemKey: 'HP-420',
    field: 'status',
    from: 'in_progress',
    to: 'in_review',
    by: null,
  }),
  event({
    at: at('14:30'),
    itemKey: 'HP-420',
    field: 'estimate',
    from: '2 points',
    to: '3 points',
    by: 'plan, revision 4',
  }),
  event({ at: at('14:30'), itemKey: 'HP-421', field: 'added', to: 'Sprint 32', by: 'plan, revision 4' }),
]

export const blocker = (own: Partial<BlockerState> = {}): BlockerState => ({
  id: 'blocker-3',
  number: 3,
  itemKey: 'HP-418',
  text: 'No access to the staging database',
  severity: 'high',
  state: 'open',
  raisedBy: 'Jonas Weber',
  helper: 'Tom Okafor',
  takenBy: null,
  raisedAt: at('17:00', '2026-11-13'),
  resolvedAt: null,
  resolution: null,
  ...own,
})

/** One old and grave, one new that is taken, one escalated. */
export const blockers: BlockerState[] = [
  blocker(),
  blocker({
    id: 'blocker-4',
    number: 4,
    itemKey: null,
    text: 'CI is slow',
    severity: 'low',
    state: 'taken',
    takenBy: 'Priya Raman',
    raisedAt: at('14:10'),
  }),
  blocker({
    id: 'blocker-2',
    number: 2,
    itemKey: 'HP-420',
    text: 'Which provider do we use?',
    severity: 'medium',
    state: 'escalated',
    raisedAt: at('15:00', '2026-11-17'),
  }),
]

export const risks: RiskState[] = [
  {
    id: 'risk-1',
    title: 'The payment provider changes its API in December',
    likelihood: 'high',
    impact: 'high',
    mitigation: 'Pin version 3 until January',
    owner: 'Tom Okafor',
    closedAt: null,
  },
  {
    id: 'risk-2',
    title: 'Ana leaves on parental leave',
    likelihood: 'medium',
    impact: null,
    mitigation: null,
    owner: null,
    closedAt: null,
  },
  {
    id: 'risk-3',
    title: 'The audit asks for more',
    likelihood: null,
    impact: null,
    mitigation: null,
    owner: null,
    closedAt: null,
  },
]
