// Objectives and their readings.

import type { ObjectiveLine } from '#domain/sprint/types.ts'
import { golden, helper } from '#test/goldens/golden.ts'
import { at, hostile, many, phoenix } from '#test/goldens/people.ts'
import { dependencyText, objectiveName } from '#wording/plan-words.ts'
import { objectiveLine, objectiveList, reportModal } from '../objectives.messages.ts'

const reached: ObjectiveLine = {
  id: 'objective-1',
  text: 'Approvals at the first try rise',
  metric: 'First-try approvals',
  baseline: '91 %',
  target: '≥ 93 %',
  direction: 'up',
  latest: { value: '94 %', at: at('15:00') },
  previous: { value: '92 %', at: at('15:00', '2026-11-11') },
}
const missed = { ...reached, id: 'objective-2', latest: { value: '92 %', at: at('15:00') }, previous: null }
const inWords = {
  ...reached,
  id: 'objective-3',
  text: 'Support is happier',
  metric: null,
  baseline: null,
  target: 'happier',
  latest: { value: 'a bit', at: at('15:00') },
}
const unread = { ...reached, id: 'objective-4', baseline: null, target: null, latest: null, previous: null }

export const goldens = [
  golden(
    'list-four',
    'reached, missed, in words, not read yet',
    objectiveList,
    'Sprint 32',
    [reached, missed, inWords, unread],
    phoenix,
  ),
  golden('list-one', 'one objective', objectiveList, 'Sprint 32', [reached], phoenix),
  golden('list-none', 'the plan states none', objectiveList, 'Sprint 32', [], phoenix),
  golden(
    'list-25',
    'more than are listed',
    objectiveList,
    'Sprint 32',
    many(25, (n) => ({ ...unread, id: `objective-${n}`, metric: `Objective ${n}` })),
    phoenix,
  ),
  golden(
    'list-hostile-text',
    'texts that are out to do harm',
    objectiveList,
    hostile,
    [
      {
        ...reached,
        metric: hostile,
        baseline: hostile,
        target: hostile,
        latest: { value: hostile, at: at('15:00') },
      },
    ],
    phoenix,
  ),
  golden('report-modal', 'reporting a value', reportModal, reached),
  golden('report-modal-no-target', 'reporting a value against nothing', reportModal, unread),
  golden('report-modal-in-words', 'reporting an objective that is a sentence', reportModal, inWords),
  golden(
    'list-20',
    'as many as are listed',
    objectiveList,
    'Sprint 32',
    many(20, (n) => ({ ...unread, id: `objective-${n}`, metric: `Objective ${n}` })),
    phoenix,
  ),
]

export const helpers = [
  helper(objectiveLine, reached, phoenix),
  helper(objectiveName, reached, 200),
  helper(dependencyText, 'Sandbox keys (due 2026-11-18)', '2026-11-18', 200),
]
