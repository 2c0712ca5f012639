// /sprint plan: the sprint as it is planned.

import type { Diagnostic } from '#domain/plan-file.ts'
import { golden } from '#test/goldens/golden.ts'
import { at, harbor, hostile, longWord, many, phoenix, sprint32 } from '#test/goldens/people.ts'
import { itemRow } from '#test/goldens/rows.ts'
import { type PlanItem, type PlanView, planMessage } from '../sprint-plan.messages.ts'

const planned = (own: Parameters<typeof itemRow>[0], owners: string[] = ['Maya Chen']): PlanItem => ({
  item: itemRow(own),
  owners,
})
const items: PlanItem[] = [
  planned({ key: 'HP-412', title: 'Refund API', status: 'done', estimateValue: 5, estimateUnit: 'points' }),
  planned(
    {
      key: 'HP-415',
      title: 'Webhook retries',
      status: 'in_progress',
      estimateValue: 3,
      estimateUnit: 'points',
    },
    ['Jonas Weber', 'Priya Raman'],
  ),
  planned({ key: 'HP-421', title: 'Docs for refunds', status: 'backlog' }, []),
  planned({ key: 'HP-425', title: 'Rate limits', stretch: true, estimateValue: 1, estimateUnit: 'points' }),
]
const warning: Diagnostic = {
  severity: 'warning',
  code: 'no-estimate',
  message: 'HP-421 has no estimate',
  line: 48,
  column: 1,
  endLine: 48,
  hint: null,
}
const bare: PlanView = {
  teamName: harbor,
  zone: phoenix,
  sprint: {
    name: 'Sprint 33',
    theme: null,
    window: null,
    datesNote: null,
    goals: [],
    capacity: { low: null, high: null, committed: null, unit: null },
  },
  items: [],
  totals: null,
  source: null,
  diagnostics: [],
  others: [],
  backlog: 0,
}
const view: PlanView = {
  ...bare,
  sprint: {
    name: sprint32,
    theme: 'Refunds first',
    window: { start: '2026-11-16', end: '2026-11-27' },
    datesNote: 'year inferred',
    goals: ['Refunds work from end to end in the sandbox', 'Latency under 200 ms'],
    capacity: { low: 18, high: 22, committed: 16, unit: 'points' },
  },
  items,
  totals: { unit: 'points', committed: 8, stretch: 1 },
  source: { path: 'plans/harbor.md', revision: 4, importedAt: at('15:00') },
  diagnostics: [warning],
  others: [
    {
      name: 'Harbor Payments — Sprint 33 (Nov 30 – Dec 11, 2026)',
      state: 'planned',
      window: { start: '2026-11-30', end: '2026-12-11' },
      items: 1,
    },
    { name: 'Sprint 34', state: 'planned', window: null, items: 6 },
    { name: 'Sprint 31', state: 'closed', window: { start: '2026-11-02', end: '2026-11-13' }, items: 9 },
  ],
  backlog: 12,
}

export const goldens = [
  golden('whole', 'everything that a plan can say, by status', planMessage, view),
  golden('bare', 'a sprint without anything', planMessage, bare),
  golden('by-epic', 'two epics, and an item without one', planMessage, {
    ...view,
    items: items.map(({ item, owners }, index) => ({
      item: { ...item, epic: ['Refunds', 'Webhooks', null][index] ?? null },
      owners,
    })),
  }),
  golden('one-epic', 'one epic only: by status', planMessage, {
    ...view,
    items: items.map(({ item, owners }) => ({ item: { ...item, epic: 'Refunds' }, owners })),
  }),
  golden('one-item-without-estimate', 'one item, one in the backlog', planMessage, {
    ...view,
    items: items.slice(2, 3),
    totals: null,
    backlog: 1,
    sprint: { ...view.sprint, capacity: { low: 20, high: 20, committed: null, unit: 'hours' } },
  }),
  golden('stretch-only', 'nothing is committed', planMessage, {
    ...view,
    items: items.slice(3),
    totals: null,
  }),
  golden('diagnostics', 'an error, a warning and two infos', planMessage, {
    ...view,
    diagnostics: [
      { ...warning, severity: 'error', message: 'Two sprints of the same name', line: 3 },
      warning,
      { ...warning, severity: 'info', message: 'The year of the dates is inferred', line: 2 },
      { ...warning, severity: 'info', message: 'Line is kept as text', line: 90 },
    ],
  }),
  golden('120-items', '120 items of 20 epics', planMessage, {
    ...view,
    items: many(120, (n) =>
      planned({
        key: `HP-${n}`,
        title: `Story ${n}`,
        epic: `Epic ${n % 20}`,
        estimateValue: 1,
        estimateUnit: 'points',
      }),
    ),
    totals: { unit: 'points', committed: 120, stretch: 0 },
    others: many(12, (n) => ({
      name: `Sprint ${32 + n}`,
      state: 'planned' as const,
      window: null,
      items: n,
    })),
  }),
  golden('hostile-text', 'texts that are out to do harm', planMessage, {
    ...view,
    teamName: hostile,
    sprint: { ...view.sprint, name: longWord, theme: hostile, goals: [hostile], datesNote: hostile },
    items: [planned({ key: '<!here>', title: `${hostile} ${longWord}`, estimateSize: hostile }, [hostile])],
    totals: null,
    source: { path: hostile, revision: 1, importedAt: at('15:00') },
    diagnostics: [{ ...warning, message: hostile }],
    others: [{ name: hostile, state: 'active', window: null, items: 1 }],
  }),
  golden('capacity-without-unit', 'a capacity and no estimates: points are meant', planMessage, {
    ...view,
    items: items.slice(2, 3),
    totals: null,
    sprint: { ...view.sprint, capacity: { low: 1, high: 1, committed: 5, unit: null } },
  }),
]
