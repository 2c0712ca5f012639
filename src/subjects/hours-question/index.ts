// The one question whether a person’s zone and working hours are right.
import type { Subject } from '#subjects/subject.ts'
import { lookAtHours, lookAtMoved } from './hours-question.ts'

export { hoursOf, type WorkingHours } from './hours-of.ts'
export {
  lookAtHours,
  lookAtMembersHours,
  settleQuestions,
  withdrawUnsent,
  workingMoment,
} from './hours-question.ts'

export { keepHours, openHoursForm, useSlackZone } from './ids.ts'

export const hoursQuestion: Subject = {
  name: 'hours-question',
  needs: [],
  hooks: { personChanged: lookAtHours, peopleRead: lookAtMoved },
}
