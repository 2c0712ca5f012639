// Decisions that are asked of the stakeholders.
import type { Subject } from '#subjects/subject.ts'
import { decisionsFeature } from './decisions.slack.ts'

export { answerButton, questionLine } from './decisions.messages.ts'
export { openAsking } from './ids.ts'

export const decisions: Subject = { name: 'decisions', needs: [], slack: [decisionsFeature] }
