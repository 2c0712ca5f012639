// Objectives, and reporting where they stand.
import type { Subject } from '#subjects/subject.ts'
import { objectivesFeature } from './objectives.slack.ts'

export { objectiveLine } from './objectives.messages.ts'

export const objectives: Subject = { name: 'objectives', needs: [], slack: [objectivesFeature] }
