// What a use case is given: the workspace's database, the clock, Slack's Web API and the log.
import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Jobs } from './delivery/jobs.ts'
import type { Hooks } from './hooks.ts'
import type { Db } from './store/client.ts'

export interface Services {
  /** Confined to `workspaceId`. */
  db: Db
  workspaceId: string
  clock: Clock
  log: Logger
  /** For reading (users, channels) and for views, which answer a person at once. Messages go through delivery/outbox.ts. */
  web: WebClient
  /** Wakes the deliverer when a transaction with messages commits. Left out: its next sweep finds them, within a second. */
  jobs?: Jobs
  /** How a change reaches the parts that it concerns (src/subjects/compose.ts). */
  hooks: Hooks
}
