// /sprint status, and the lines that status and digests share.

import { openBlockers } from '#domain/sprint/blockers.ts'
import { burndownOf } from '#domain/sprint/burndown.ts'
import { type Progress, progressOf } from '#domain/sprint/progress.ts'
import { rankRisks } from '#domain/sprint/ranked-risks.ts'
import { golden, helper } from '#test/goldens/golden.ts'
import { at, harbor, hostile, longWord, many, phoenix, sprint32 } from '#test/goldens/people.ts'
import {
  allDone,
  blocker,
  blockers,
  burndown,
  forecast,
  hint,
  item,
  noProgress,
  progress,
  register,
  seen,
  sprintEvents,
  sprintItems,
  tooSlow,
  unestimated,
} from '#test/goldens/sprint.ts'
import { timeline } from '#test/support/report-data.ts'
import { forecastText } from '#wording/forecast.ts'
import { headlineText, reasonWords } from '#wording/headline.ts'
import { listed } from '#wording/lines.ts'
import { burndownLine, doneOfCommitted, progressLines, statusCounts } from '#wording/progress.ts'
import { reasonText } from '#wording/reasons.ts'
import { riskLine, scoreMark } from '#wording/risk-lines.ts'
import { type StatusView, statusMessage, statusPosted } from '../status.messages.ts'

const window = { start: '2026-11-16', end: '2026-11-27', startsInDays: -2, endsInDays: 9 }
const before: Progress = { ...progress, phase: 'before' }
const ranked = rankRisks(register, seen)
const calm: StatusView = {
  sprintId: 'sprint-32',
  nonce: 'nonce-1',
  teamName: harbor,
  sprintName: sprint32,
  theme: null,
  window,
  goals: ['Refunds work from end to end in the sandbox'],
  progress,
  burndown: null,
  blockers: [],
  risks: [],
  forecast: { method: 'none', why: 'it takes 4 working days to go by, and 2 are over' },
  next: { title: 'Stand-up', at: at('16:35', '2026-11-19') },
  later: [],
  zone: phoenix,
  postedBy: null,
}
const view: StatusView = {
  ...calm,
  theme: 'Refunds first',
  goals: [...calm.goals, 'Latency under 200 ms'],
  burndown,
  blockers: openBlockers(blockers, timeline),
  risks: ranked,
  forecast,
}
const stories = many(120, (n) =>
  item({ key: `HP-${n}`, title: `Story ${n}`, status: n % 3 === 0 ? 'done' : 'ready' }),
)

export const goldens = [
  golden('third-day', 'the third day, with blockers, risks, a forecast and a burndown', statusMessage, view),
  golden(
    'third-day-calm',
    'the third day, nothing in the way and nothing to forecast from',
    statusMessage,
    calm,
  ),
  golden('posted', 'posted to the channel by Maya', statusMessage, { ...view, postedBy: 'U0MAYA' }),
  golden('posts-still-today', 'two posts are still to come today', statusMessage, {
    ...calm,
    later: [
      { title: 'Stakeholder digest', at: at('22:00') },
      { title: 'What changed today', at: at('23:30') },
    ],
  }),
  golden('no-dates', 'a sprint that waits for its dates', statusMessage, {
    ...calm,
    window: null,
    next: null,
  }),
  golden('starts-tomorrow', 'the evening before', statusMessage, {
    ...calm,
    progress: before,
    window: { ...window, startsInDays: 1, endsInDays: 12 },
  }),
  golden('starts-in-five-days', 'the week before', statusMessage, {
    ...calm,
    progress: before,
    window: { ...window, startsInDays: 5, endsInDays: 16 },
  }),
  golden('over', 'three days after its end', statusMessage, {
    ...view,
    progress: { ...progress, phase: 'over' },
    window: { ...window, startsInDays: -14, endsInDays: -3 },
  }),
  golden('no-items', 'a sprint without items and goals', statusMessage, {
    ...calm,
    progress: noProgress,
    goals: [],
  }),
  golden('all-done', 'all is done before the end', statusMessage, {
    ...calm,
    progress: allDone,
    forecast: { method: 'done' },
  }),
  golden('without-estimates', 'nobody estimated anything', statusMessage, {
    ...calm,
    progress: progressOf(unestimated, timeline),
  }),
  golden('plan-states-another-commitment', 'the plan says 24 points, the items sum up to 19', statusMessage, {
    ...calm,
    progress: { ...progress, statedCommitment: 24 },
  }),
  golden('forecast-hint', 'few days of work to go by', statusMessage, { ...calm, forecast: hint }),
  golden('forecast-too-slow', 'it takes longer than a quarter', statusMessage, {
    ...calm,
    forecast: tooSlow,
  }),
  golden('forecast-long-tail', 'likely in time, with a long tail', statusMessage, {
    ...calm,
    forecast: { ...forecast, safe: null },
  }),
  golden('120-items', '120 items, 40 blockers, many goals', statusMessage, {
    ...view,
    progress: progressOf(stories, timeline),
    goals: many(7, (n) => `Goal ${n}`),
    blockers: openBlockers(
      many(40, (n) => blocker({ id: `blocker-${n}`, number: n })),
      timeline,
    ),
  }),
  golden('hostile-text', 'names and texts that are out to do harm', statusMessage, {
    ...view,
    teamName: hostile,
    sprintName: longWord,
    theme: hostile,
    goals: [hostile],
    blockers: openBlockers([blocker({ text: hostile, itemKey: hostile, takenBy: hostile })], timeline),
    risks: rankRisks(
      [
        {
          ...register[0],
          id: 'risk-1',
          title: hostile,
          score: 9,
          assumed: false,
          likelihood: 'high',
          impact: 'high',
          mitigation: hostile,
          owner: hostile,
          closedAt: null,
        },
      ],
      [],
    ),
    next: { title: hostile, at: at('16:35') },
  }),
  golden(
    'posted-answer',
    'what stands in place of the answer once it was posted',
    statusPosted,
    '<#C0SQUAD>',
  ),
  golden('burndown-of-items', 'a burndown counted in items, without stretch', statusMessage, {
    ...calm,
    progress: progressOf(unestimated.slice(0, 5), timeline),
    burndown: burndownOf(unestimated.slice(0, 5), sprintEvents, timeline),
  }),
  golden('burndown-of-one-day', 'a burndown with nothing to compare yet', statusMessage, {
    ...calm,
    burndown: { ...burndown, points: burndown.points.slice(0, 1) },
  }),
  golden('burndown-of-nothing', 'a burndown of a sprint without work', statusMessage, {
    ...calm,
    burndown: burndownOf([], [], timeline),
  }),
]

export const helpers = [
  helper(forecastText, forecast),
  helper(headlineText, { standing: 'on_track', reason: { type: 'near_ideal' } }, 'Fri 27 Nov'),
  helper(reasonWords, { type: 'behind', share: 0.3 }, 'Fri 27 Nov'),
  helper(listed, 'Some', ['one', 'two'], 1),
  helper(burndownLine, burndown),
  helper(doneOfCommitted, progress),
  helper(progressLines, progress),
  helper(statusCounts, progressOf(sprintItems, timeline)),
  helper(reasonText, seen[0]?.reason ?? []),
  helper(scoreMark, 6),
  ...ranked.slice(0, 1).map((risk) => helper(riskLine, risk)),
]
