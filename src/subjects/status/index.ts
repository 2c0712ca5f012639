// /sprint status: where the sprint stands.
import type { Subject } from '#subjects/subject.ts'
import { statusFeature } from './status.slack.ts'

export const status: Subject = { name: 'status', needs: ['begin'], slack: [statusFeature] }
