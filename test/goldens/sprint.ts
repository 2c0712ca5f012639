// The sprint of the goldens: what it holds, what happened in it, and what its reports are made from. Dates: see `timeline`.
import { burndownOf } from '#domain/sprint/burndown.ts'
import { deltaSince } from '#domain/sprint/delta.ts'
import type { Forecast } from '#domain/sprint/forecast.ts'
import { progressOf } from '#domain/sprint/progress.ts'
import { scoreRegister } from '#domain/sprint/register.ts'
import { seenRisks } from '#domain/sprint/risk.ts'
import type { BlockerState, DependencyState, ItemEvent, ItemState, RiskState } from '#domain/sprint/types.ts'
import { timeline } from '../support/report-data.ts'
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
    from: '2',
    to: '3',
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

export const dependencies: DependencyState[] = [
  {
    id: 'dependency-1',
    text: 'Sandbox keys of the provider',
    on: 'Acme Pay',
    due: '2026-11-16',
    doneAt: null,
  },
  { id: 'dependency-2', text: 'Legal reads the refund terms', on: 'Legal', due: '2026-11-19', doneAt: null },
  { id: 'dependency-3', text: 'Logo in the new format', on: null, due: '2026-12-24', doneAt: null },
]

/** Everything that happened, up to Wednesday 16:00 UTC. */
export const history = { items: sprintItems, events: sprintEvents, blockers, dependencies, timeline }
export const progress = progressOf(sprintItems, timeline)
export const burndown = burndownOf(sprintItems, sprintEvents, timeline)
/** Since Tuesday's delta, at 16:00 UTC. */
export const delta = deltaSince(at('16:00', '2026-11-17'), history)
export const seen = seenRisks({ ...history, capacity: { points: [14, 16], unit: 'points' } })
export const register = scoreRegister(risks)

const calm = { items: [], events: [], blockers: [], dependencies: [], timeline }
/** Nothing happened. */
export const noDelta = deltaSince(at('16:00', '2026-11-17'), { ...calm, items: sprintItems })
/** A sprint without items. */
export const noProgress = progressOf([], timeline)
export const noItemsDelta = deltaSince(at('16:00', '2026-11-17'), calm)
/** All that was committed is done. */
export const allDone = progressOf(
  sprintItems.map((each) => ({ ...each, status: 'done' as const, stretch: false })),
  timeline,
)
/** Nobody estimated anything. */
export const unestimated = sprintItems.map((each) => ({ ...each, estimate: null }))

export const forecast: Forecast = {
  method: 'simulation',
  from: 8,
  likely: '2026-11-26',
  safe: '2026-11-30',
  earliest: '2026-11-24',
  chance: 0.71,
}
export const hint: Forecast = { ...forecast, method: 'average', from: 3, chance: null }
export const tooSlow: Forecast = { ...forecast, likely: null, safe: null }
