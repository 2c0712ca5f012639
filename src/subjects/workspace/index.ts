// /sprint admin: what admins of the workspace set for all its teams.
import type { Subject } from '#subjects/subject.ts'
import { limitsFeature } from './limits.slack.ts'

export const workspace: Subject = { name: 'workspace', needs: [], slack: [limitsFeature] }
