// When a person is there: days off, zone and working hours.
import type { Subject } from '#subjects/subject.ts'
import { awayFeature } from './away.slack.ts'
import { hoursFeature } from './hours.slack.ts'

export const presence: Subject = {
  name: 'presence',
  needs: ['hours-question', 'standup'],
  slack: [awayFeature, hoursFeature],
}
