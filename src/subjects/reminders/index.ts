// Reminders of what falls due: dependencies, key dates, syncs.
import type { Subject } from '#subjects/subject.ts'
import { remindersFeature } from './reminders.slack.ts'
import { reminders as steps } from './reminders.steps.ts'

export { finishDependencyButton } from './ids.ts'

export const reminders: Subject = {
  name: 'reminders',
  needs: [],
  slack: [remindersFeature],
  ceremonies: [steps],
}
