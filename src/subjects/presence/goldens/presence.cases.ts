// Days off and working hours.

import {
  type HoursQuestionView,
  hoursQuestion,
  hoursQuestionSettled,
} from '#subjects/hours-question/hours-question.messages.ts'
import { golden, helper } from '#test/goldens/golden.ts'
import { harbor, hostile, many } from '#test/goldens/people.ts'
import { type HoursView, hoursText } from '#wording/hours.ts'
import { type AbsenceView, absenceList, awayModal, awaySavedModal, daysText } from '../absence.messages.ts'
import { hoursModal, hoursSaved, hoursSavedModal } from '../working-hours.messages.ts'

const day: AbsenceView = { id: 'absence-1', from: '2026-11-19', to: '2026-11-19', note: null }
const week: AbsenceView = {
  id: 'absence-2',
  from: '2026-12-21',
  to: '2027-01-01',
  note: 'With the children at the sea',
}
const hours: HoursView = {
  zone: 'Asia/Kolkata',
  start: '10:00',
  end: '18:30',
  days: ['MO', 'TU', 'WE', 'TH'],
}
const question: HoursQuestionView = {
  questionId: 'question-1',
  kind: 'moved',
  slackZone: 'Europe/Berlin',
  now: hours,
  keptZone: 'Asia/Kolkata',
  teamName: harbor,
  times: [],
  offersSlackZone: true,
}

export const goldens = [
  golden('away-modal', 'asks for days off', awayModal, '2026-11-18'),
  golden('away-saved-one-day', 'a day off was saved', awaySavedModal, day),
  golden('away-saved-over-new-year', 'days off over New Year were saved', awaySavedModal, week),
  golden('absences-none', 'no days off', absenceList, [], null),
  golden('absences-two', 'a day, and two weeks with a note', absenceList, [day, week], null),
  golden('absences-just-added', 'a day was just added', absenceList, [day], 'You are away on Thu 19 Nov.'),
  golden(
    'absences-last-taken-back',
    'the last day off was just taken back',
    absenceList,
    [],
    'Taken back: Thu 19 Nov. You are expected again.',
  ),
  golden(
    'absences-25',
    'more days off than are listed',
    absenceList,
    many(25, (n) => ({ ...day, id: `absence-${n}` })),
    null,
  ),
  golden(
    'absences-hostile-text',
    'a note that is out to do harm',
    absenceList,
    [{ ...day, note: hostile }],
    hostile,
  ),
  golden('hours-modal', 'own hours and days', hoursModal, hours),
  golden('hours-modal-team-days', "the team's days", hoursModal, { ...hours, days: [] }),
  golden('hours-saved-modal', 'hours were saved in the modal', hoursSavedModal, hours),
  golden('hours-saved', 'hours were typed', hoursSaved, { ...hours, days: [] }),
  golden(
    'hours-question-moved',
    'the laptop is in Berlin, the hours are said for Kolkata',
    hoursQuestion,
    question,
  ),
  golden('hours-question-assumed', 'never said, and Slack has another zone than the team', hoursQuestion, {
    ...question,
    kind: 'assumed',
    now: { zone: 'Europe/Berlin', start: '09:00', end: '17:00', days: [] },
    keptZone: 'America/Phoenix',
  }),
  golden('hours-question-outside', 'checks in outside of the hours, in the same zone', hoursQuestion, {
    ...question,
    kind: 'outside',
    times: ['21:05', '20:40', '22:15'],
    offersSlackZone: false,
  }),
  golden(
    'hours-question-outside-and-elsewhere',
    'checks in outside of the hours, and Slack has another zone',
    hoursQuestion,
    {
      ...question,
      kind: 'outside',
      times: ['21:05', '20:40', '22:15'],
    },
  ),
  golden('hours-question-answered', 'the question was answered', hoursQuestionSettled, hours),
  golden('hours-question-needless', 'the reason to ask is gone', hoursQuestionSettled, null),
  golden(
    'absences-20',
    'as many as are listed',
    absenceList,
    many(20, (n) => ({ ...day, id: `absence-${n}` })),
    null,
  ),
]

export const helpers = [helper(daysText, week), helper(hoursText, hours)]
