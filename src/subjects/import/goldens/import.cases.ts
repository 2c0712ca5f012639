// /sprint import.

import type { PlanChange } from '#plan/diff.ts'
import { golden, helper } from '#test/goldens/golden.ts'
import { harbor, hostile, longWord, many } from '#test/goldens/people.ts'
import { importModal, readingModal, refusedModal } from '../import.messages.ts'
import {
  type ItemRead,
  previewModal,
  storedModal,
  type Understood,
  type UnderstoodPlan,
} from '../import-preview.messages.ts'
import { changeText } from '../plan-changes.messages.ts'

const of = { key: 'HP-412', title: 'Refund API', sprint: 'Sprint 32' }
/** One of each type. */
const changes: PlanChange[] = [
  { type: 'item added', ...of, estimate: '5 points', stretch: false },
  { type: 'item removed', ...of, key: 'HP-398', sprint: null, estimate: null, stretch: false },
  { type: 'item renamed', ...of, from: 'Refunds', to: 'Refund API' },
  { type: 'item rekeyed', ...of, from: 'HP-1', to: 'HP-412' },
  { type: 'item moved', ...of, from: null, to: 'Sprint 32', estimate: null },
  { type: 'item estimated', ...of, from: null, to: '5 points' },
  { type: 'item reowned', ...of, from: [], to: ['Maya Chen', 'Jonas Weber'] },
  { type: 'item status', ...of, from: 'in_progress', to: 'done' },
  { type: 'item stretch', ...of, to: true },
  { type: 'sprint added', sprint: 'Sprint 34', items: 1 },
  { type: 'sprint removed', sprint: 'Sprint 30', items: 4 },
  { type: 'sprint renamed', from: 'Sprint 32', to: 'Sprint 32b' },
  { type: 'goals', sprint: 'Sprint 32', from: [], to: ['Refunds work'] },
  {
    type: 'dates',
    sprint: 'Sprint 32',
    from: { start: null, end: null },
    to: { start: '2026-11-16', end: '2026-11-27' },
  },
]
const item: ItemRead = {
  key: 'HP-412',
  title: 'Refund API',
  estimate: '5 points',
  owners: ['Maya Chen'],
  status: 'in_progress',
  stretch: false,
}
const unkeyed: ItemRead = { ...item, key: null, title: 'Tidy up', estimate: null, owners: [], status: null }
const made: UnderstoodPlan = {
  teamName: harbor,
  made: true,
  zone: 'America/Phoenix',
  country: 'US',
  channelId: 'C0SQUAD',
  waiting: [],
  revision: 1,
  unchanged: false,
  changes: [],
  sprints: [
    {
      name: 'Sprint 32',
      start: '2026-11-16',
      end: '2026-11-27',
      points: 8,
      goals: ['Refunds work from end to end'],
      items: [item, { ...item, key: 'HP-413', estimate: '3 points', status: null, stretch: true }, unkeyed],
    },
    {
      name: 'Sprint 33',
      start: null,
      end: null,
      points: 0,
      goals: [],
      items: [{ ...item, estimate: 'M', owners: ['Ana', 'Jo'], status: 'done' }],
    },
  ],
  backlog: many(12, (n) => ({ ...unkeyed, title: `Idea ${n}` })),
  risks: 1,
  dependencies: 1,
  objectives: 2,
  ceremonies: ['Stand-up · every working day at 09:35', 'Key date: Code freeze · on 2026-11-20'],
}
const bare: UnderstoodPlan = {
  ...made,
  country: null,
  channelId: null,
  sprints: [],
  backlog: [],
  risks: 0,
  dependencies: 0,
  objectives: 0,
  ceremonies: [],
}
const first: Understood = {
  path: 'plans/harbor.md',
  plans: [made],
  diagnostics: [
    {
      severity: 'error',
      code: 'same-name',
      message: 'Two sprints of the same name',
      line: 3,
      column: 1,
      endLine: 3,
      hint: null,
    },
    {
      severity: 'warning',
      code: 'no-estimate',
      message: 'HP-421 has no estimate',
      line: 48,
      column: 1,
      endLine: 48,
      hint: null,
    },
    {
      severity: 'info',
      code: 'year',
      message: 'The year of the dates is inferred',
      line: 2,
      column: 1,
      endLine: 2,
      hint: null,
    },
  ],
  coverage: {
    contentLines: 120,
    understood: 113,
    unmapped: [
      [7, 7],
      [90, 95],
    ],
  },
}
const whole: Understood = {
  ...first,
  diagnostics: [],
  coverage: { contentLines: 1, understood: 1, unmapped: [] },
}
const next: Understood = { ...whole, plans: [{ ...made, made: false, revision: 5, changes }] }
const same: Understood = { ...whole, plans: [{ ...made, made: false, revision: 4, unchanged: true }] }
const file = { metadata: '{"path":"plans/harbor.md"}', text: null }
const pasted = { metadata: '{"teamId":"team-harbor"}', text: '# Sprint 32\n\n- [ ] HP-412 Refund API' }
const form = {
  teams: [
    { id: 'team-harbor', name: harbor },
    { id: 'team-atlas', name: 'Atlas' },
  ],
  teamId: 'team-harbor',
  paths: ['plans/harbor.md', `plans/${longWord}.md`],
  channelId: 'C0SQUAD',
}

export const goldens = [
  golden(
    'preview-channels-asked',
    'two channels are asked first',
    previewModal,
    {
      ...{
        path: 'plans/harbor.md',
        diagnostics: [],
        coverage: { contentLines: 10, understood: 10, unmapped: [] },
      },
      plans: [{ ...made, waiting: ['C0STAKE', 'C0RISKS'] }],
    },
    { metadata: '{}', text: null },
  ),
  golden('modal', 'two teams, one plan that could have a new version', importModal, form),
  golden('modal-first-team', 'nothing is there yet', importModal, {
    ...form,
    teams: [],
    teamId: null,
    paths: [],
  }),
  golden('modal-120-teams', '120 teams, 120 plans', importModal, {
    ...form,
    teams: many(120, (n) => ({ id: `team-${n}`, name: `Team ${n}` })),
    paths: many(120, (n) => `plans/team-${n}.md`),
  }),
  golden('reading', 'the file is being read', readingModal),
  golden(
    'refused',
    'the file could not be read',
    refusedModal,
    ':warning: The file is not text: it begins with PK.',
  ),
  golden(
    'preview-new-team',
    'a file that makes a team; an error, a warning, lines that were not understood',
    previewModal,
    first,
    file,
  ),
  golden(
    'preview-new-team-bare',
    'hardly a plan, by a team without a country and channel',
    previewModal,
    { ...whole, plans: [bare] },
    file,
  ),
  golden('preview-pasted', 'pasted text, to be mended here', previewModal, whole, pasted),
  golden('preview-revision', 'a revision with a change of each type', previewModal, next, file),
  golden(
    'preview-revision-no-changes',
    'a revision of other words only',
    previewModal,
    { ...next, plans: [{ ...made, made: false, revision: 5 }] },
    file,
  ),
  golden('preview-unchanged', 'a file that is stored already: nothing to store', previewModal, same, file),
  golden('preview-unchanged-pasted', 'pasted text that is stored already', previewModal, same, pasted),
  golden(
    'preview-two-sides',
    'a file with a merge conflict: two plans',
    previewModal,
    { ...whole, plans: [made, { ...made, teamName: `${harbor} (theirs)` }] },
    file,
  ),
  golden(
    'preview-much-of-all',
    '12 sprints, ceremonies, diagnostics and gaps',
    previewModal,
    {
      ...first,
      plans: [
        {
          ...made,
          sprints: many(12, (n) => ({
            name: `Sprint ${n}`,
            start: null,
            end: null,
            points: 10.25,
            goals: ['One goal'],
            items: many(20, (m) => ({ ...item, key: `HP-${n}${m}` })),
          })),
          ceremonies: many(12, (n) => `Sync ${n} · every Monday at 10:00`),
        },
      ],
      diagnostics: many(12, (n) => ({
        severity: 'warning' as const,
        code: 'no-estimate',
        message: `HP-${n} has no estimate`,
        line: n,
        column: 1,
        endLine: n,
        hint: null,
      })),
      coverage: {
        contentLines: 3000,
        understood: 2999,
        unmapped: many(12, (n): [number, number] => [n * 10, n * 10 + 1]),
      },
    },
    file,
  ),
  golden(
    'preview-hostile-text',
    'texts that are out to do harm',
    previewModal,
    {
      ...first,
      plans: [
        {
          ...made,
          made: false,
          revision: 2,
          teamName: hostile,
          zone: hostile,
          sprints: [
            {
              name: `${hostile} ${longWord}`,
              start: null,
              end: null,
              points: 0,
              goals: [hostile],
              items: [{ ...item, key: hostile, title: `${hostile} ${longWord}`, owners: [hostile] }],
            },
          ],
          ceremonies: [hostile],
          changes: [
            {
              type: 'item added',
              key: hostile,
              title: hostile,
              sprint: hostile,
              estimate: hostile,
              stretch: false,
            },
          ],
        },
      ],
      diagnostics: [
        {
          severity: 'error',
          code: 'same-name',
          message: hostile,
          line: 1,
          column: 1,
          endLine: 1,
          hint: null,
        },
      ],
    },
    { ...pasted, text: hostile },
  ),
  golden('stored-new-team', 'a team was made; a sprint waits for dates', storedModal, first),
  golden('stored-new-plan', 'a team has a first plan, and no channel', storedModal, {
    ...whole,
    plans: [{ ...bare, made: false }],
  }),
  golden('stored-revision', 'a revision with 14 changes', storedModal, next),
  golden('stored-one-change', 'a revision with one change', storedModal, {
    ...next,
    plans: [
      { ...made, made: false, revision: 5, changes: changes.slice(0, 1), sprints: made.sprints.slice(0, 1) },
    ],
  }),
  golden('stored-already', 'it was there already', storedModal, same),
  golden(
    'preview-other-changes',
    'changes the other way round',
    previewModal,
    {
      ...whole,
      coverage: { contentLines: 0, understood: 0, unmapped: [] },
      plans: [
        {
          ...made,
          made: false,
          revision: 6,
          changes: [
            { type: 'item added', ...of, sprint: null, estimate: null, stretch: true },
            { type: 'item moved', ...of, from: 'Sprint 32', to: null, estimate: null },
            { type: 'item estimated', ...of, from: '5 points', to: null },
            { type: 'item status', ...of, from: null, to: 'ready' },
            { type: 'item status', ...of, from: 'ready', to: null },
            { type: 'item reowned', ...of, from: ['Maya Chen'], to: [] },
            { type: 'item stretch', ...of, to: false },
            { type: 'goals', sprint: 'Sprint 32', from: ['Refunds work', 'Docs'], to: [] },
            {
              type: 'dates',
              sprint: 'Sprint 32',
              from: { start: '2026-11-16', end: null },
              to: { start: null, end: '2026-11-27' },
            },
          ],
        },
      ],
    },
    file,
  ),
]

export const helpers = changes.slice(0, 1).map((change) => helper(changeText, change))
