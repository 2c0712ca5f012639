// What delivering is given.
import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { Clock } from '#platform/clock.ts'
import type { Metrics } from '#platform/metrics.ts'
import type { Services } from '#platform/services.ts'
import type { Claimed, Ledger } from './ledger.ts'
import type { Limits } from './limits.ts'

/** Where a deliverer can be, in order. Tests kill processes at each. */
export type DeliveryStep = 'claimed' | 'looked up' | 'cleared' | 'sending' | 'answered' | 'written'

/** The parts of a message's workspace. */
export type Workspace = Pick<Services, 'workspaceId' | 'jobs'> & { web: WebClient }

export interface Attempts {
  ledger: Ledger
  limits: Limits
  clock: Clock
  log: Logger
  metrics?: Metrics | undefined
  /** Undefined: not served by this process. */
  workspace(workspaceId: string): Workspace | undefined
  /** Whether to begin nothing more. */
  stopping(): boolean
  /** This process leaves what would exceed the budget alone for so long. */
  pause(budget: 'channels' | 'kinds', key: string, millis: number): void
  /** How long a lease lasts from `sending` on. More than twice the time-out of a call. */
  leaseMillis: number
  /** `<workspace>/<user>` → the channel of the direct messages, as opened before. */
  directChannels: Map<string, string>
  /** How long a request that got no answer may still be under way in Slack, before it is looked for. */
  settleMillis: number
  /** After so many tries a message is parked. */
  maxAttempts: number
  onStep(step: DeliveryStep, message: Claimed): Promise<void> | void
}
