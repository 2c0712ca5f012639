// /sprint begin: a sprint gets its dates.
import type { Subject } from '#subjects/subject.ts'
import { beginFeature } from './begin.slack.ts'

export { openBegin } from './ids.ts'

export const begin: Subject = { name: 'begin', needs: [], slack: [beginFeature] }
