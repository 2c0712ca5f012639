// The stakeholder digest.

import { agedBlocker } from '#domain/sprint/blockers.ts'
import type { Headline } from '#domain/sprint/headline.ts'
import { rankRisks } from '#domain/sprint/ranked-risks.ts'
import type { ObjectiveLine } from '#domain/sprint/types.ts'
import { golden } from '#test/goldens/golden.ts'
import { at, harbor, hostile, longWord, many, phoenix } from '#test/goldens/people.ts'
import {
  allDone,
  blocker,
  burndown,
  delta,
  forecast,
  noDelta,
  noProgress,
  progress,
  register,
  seen,
} from '#test/goldens/sprint.ts'
import { timeline } from '#test/support/report-data.ts'
import { type DigestView, digestPosted, stakeholderDigest } from '../digest.messages.ts'

const objective: ObjectiveLine = {
  id: 'objective-1',
  text: 'Approvals at the first try rise',
  metric: 'First-try approvals',
  baseline: '91 %',
  target: '≥ 93 %',
  direction: 'up',
  latest: { value: '94 %', at: at('15:00') },
  previous: { value: '92 %', at: at('15:00', '2026-11-11') },
}
const calm: DigestView = {
  sprintId: 'sprint-32',
  nonce: 'nonce-1',
  teamName: harbor,
  sprintName: 'Sprint 32',
  goals: ['Refunds work from end to end in the sandbox'],
  zone: phoenix,
  today: '2026-11-18',
  window: { start: '2026-11-16', end: '2026-11-27' },
  headline: { standing: 'on_track', reason: { type: 'near_ideal' } },
  progress,
  burndown: null,
  forecast: { method: 'none', why: 'it takes 4 working days to go by, and 2 are over' },
  objectives: [],
  risks: [],
  decisions: [],
  decided: [],
  escalated: [],
  delta: noDelta,
  since: { lastDigest: false, day: 'Mon 16 Nov' },
  finished: [],
  shown: { as: 'posted', by: null, late: false },
}
const view: DigestView = {
  ...calm,
  headline: { standing: 'at_risk', reason: { type: 'may_end_late', safe: '2026-11-30' } },
  burndown,
  forecast,
  objectives: [objective, { ...objective, id: 'objective-2', metric: null, latest: null, previous: null }],
  risks: rankRisks(register, seen),
  decisions: [
    { id: 'decision-1', question: 'Do we ship without Apple Pay?', ageDays: 3 },
    { id: 'decision-2', question: 'Who signs the refund terms?', ageDays: 0 },
  ],
  decided: [{ question: 'Which provider do we use?', answer: 'Acme Pay until March' }],
  escalated: [agedBlocker(blocker({ state: 'escalated' }), timeline)],
  delta,
  since: { lastDigest: true, day: 'Fri 13 Nov' },
  finished: ['Refund API'],
}
const says = (name: string, headline: Headline) =>
  golden(`headline-${name}`, 'what decides the headline', stakeholderDigest, { ...calm, headline })

export const goldens = [
  golden('posted-whole', 'a sprint at risk, with everything that a digest can have', stakeholderDigest, view),
  golden('preview', 'a preview, with the buttons to post and to fill in', stakeholderDigest, {
    ...view,
    shown: { as: 'preview', hasStakeholders: true },
  }),
  golden('preview-calm', 'a preview without objectives', stakeholderDigest, {
    ...calm,
    shown: { as: 'preview', hasStakeholders: false },
  }),
  golden('posted-calm', 'nothing is needed, nothing changed', stakeholderDigest, calm),
  golden('posted-by-a-person', 'posted by Maya', stakeholderDigest, {
    ...calm,
    shown: { as: 'posted', by: 'U0MAYA', late: false },
  }),
  golden('posted-late', 'posted late', stakeholderDigest, {
    ...calm,
    shown: { as: 'posted', by: null, late: 'stopped' },
  }),
  golden('no-dates', 'a sprint without dates and items', stakeholderDigest, {
    ...calm,
    window: null,
    progress: noProgress,
    goals: [],
    headline: { standing: 'waiting', reason: { type: 'no_dates' } },
  }),
  says('starts', { standing: 'not_started', reason: { type: 'starts', on: '2026-11-30' } }),
  golden('headline-done', 'all is done', stakeholderDigest, {
    ...calm,
    progress: allDone,
    forecast: { method: 'done' },
    headline: { standing: 'done', reason: { type: 'all_done' } },
  }),
  says('ended-with-one-left', { standing: 'off_track', reason: { type: 'ended_with_work_left', left: 1 } }),
  says('ended-with-nothing', { standing: 'done', reason: { type: 'ended_with_work_left', left: 0 } }),
  says('ends-late', { standing: 'off_track', reason: { type: 'ends_late', likely: '2026-12-03' } }),
  says('ends-much-later', { standing: 'off_track', reason: { type: 'ends_late', likely: null } }),
  says('blocked', {
    standing: 'at_risk',
    reason: { type: 'blocked', number: 3, text: 'No access to the staging database', escalated: false },
  }),
  says('blocked-escalated', {
    standing: 'at_risk',
    reason: { type: 'blocked', number: 3, text: 'No access to the staging database', escalated: true },
  }),
  says('behind', { standing: 'at_risk', reason: { type: 'behind', share: 0.31 } }),
  says('forecast', { standing: 'on_track', reason: { type: 'forecast', likely: '2026-11-26' } }),
  says('last-day', { standing: 'off_track', reason: { type: 'last_day', left: 4 } }),
  says('held', {
    standing: 'at_risk',
    reason: { type: 'held', found: 'off_track', by: { type: 'ends_late', likely: '2026-12-03' } },
    was: { standing: 'on_track', reason: { type: 'near_ideal' }, on: '2026-11-13' },
  }),
  says('moved-up', {
    standing: 'on_track',
    reason: { type: 'forecast', likely: '2026-11-26' },
    was: { standing: 'at_risk', reason: { type: 'behind', share: 0.31 }, on: '2026-11-13' },
  }),
  golden('much-of-all', 'more of everything than fits', stakeholderDigest, {
    ...view,
    goals: many(5, (n) => `Goal ${n}`),
    objectives: many(10, (n) => ({ ...objective, id: `objective-${n}`, metric: `Objective ${n}` })),
    decisions: many(7, (n) => ({ id: `decision-${n}`, question: `Question ${n}?`, ageDays: n })),
    decided: many(7, (n) => ({ question: `Question ${n}?`, answer: `Answer ${n}` })),
    escalated: many(6, (n) => agedBlocker(blocker({ number: n, state: 'escalated' }), timeline)),
    finished: many(120, (n) => `Story ${n}`),
  }),
  golden('hostile-text', 'texts that are out to do harm', stakeholderDigest, {
    ...view,
    teamName: hostile,
    sprintName: longWord,
    goals: [hostile],
    headline: {
      standing: 'at_risk',
      reason: { type: 'blocked', number: 3, text: hostile, escalated: false },
    },
    objectives: [
      {
        ...objective,
        metric: hostile,
        baseline: hostile,
        target: longWord,
        latest: { value: hostile, at: at('15:00') },
      },
    ],
    decisions: [{ id: 'decision-1', question: hostile, ageDays: 1 }],
    decided: [{ question: hostile, answer: longWord }],
    escalated: [agedBlocker(blocker({ text: hostile, state: 'escalated' }), timeline)],
    finished: [hostile],
  }),
  golden(
    'posted-answer',
    'what stands in place of the preview once it was posted',
    digestPosted,
    '<#C0STAKE>',
  ),
  says('may-end-late', { standing: 'at_risk', reason: { type: 'may_end_late', safe: null } }),
  says('fits', { standing: 'on_track', reason: { type: 'forecast', likely: null } }),
  golden(
    'posted-changes-only',
    'scope was cut and added, a blocker was resolved, nothing is finished',
    stakeholderDigest,
    {
      ...calm,
      delta: {
        ...delta,
        added: [{ key: 'HP-430', title: 'Receipts', value: 2, stretch: false }],
        cut: [{ key: 'HP-423', title: 'Remove the old button', value: null, stretch: false }],
        reestimated: [],
        blockersOpened: [],
        blockersResolved: delta.blockersOpened,
      },
    },
  ),
  golden('posted-finished-only', 'two items are finished, and nothing else changed', stakeholderDigest, {
    ...calm,
    finished: ['Refund API', 'Receipts'],
  }),
  golden('posted-escalated-today', 'a blocker was escalated on the day it was raised', stakeholderDigest, {
    ...calm,
    escalated: [agedBlocker(blocker({ state: 'escalated', raisedAt: at('15:00') }), timeline)],
  }),
]
