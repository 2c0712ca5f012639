// One message's way from its lease to what became of it. Every state is written before the next thing happens.
import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Services } from '../services.ts'
import type { Tx } from '../store/client.ts'
import { type Failure, failureOf } from './errors.ts'
import type { Claimed, Ledger } from './ledger.ts'
import type { Limits, Method } from './limits.ts'
import { expired, tellOnce } from './parked.ts'
import { callPost, callUpdate, lookUp, lookUpMethod, openDirect, type Place } from './slack-calls.ts'

/** Where a deliverer can be, in order. Tests kill processes at each. */
export type DeliveryStep = 'claimed' | 'looked up' | 'cleared' | 'sending' | 'answered' | 'written'

export interface Attempts {
  ledger: Ledger
  limits: Limits
  clock: Clock
  log: Logger
  /** The parts of the message's workspace; undefined: not served by this process. */
  workspace(workspaceId: string): (Pick<Services, 'workspaceId' | 'jobs'> & { web: WebClient }) | undefined
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

/** Thrown where a call's budget is used up: nothing was called. */
class OverBudget {
  readonly waitMillis: number

  constructor(waitMillis: number) {
    this.waitMillis = waitMillis
  }
}

/** Delivers one message that is leased, or gives it back. Throws only when the database does not answer. */
export async function attempt(parts: Attempts, message: Claimed): Promise<void> {
  await parts.onStep('claimed', message)
  const workspace = parts.workspace(message.workspaceId)
  if (!workspace) return parts.ledger.later(message, unchanged(message), 60_000, 'workspace not served here')
  const { web } = workspace
  const isDoubtful = message.state === 'unknown'

  let target: Place | string | null = null
  try {
    target = await targetOf(parts, web, message)
    if (isDoubtful && typeof target === 'string') {
      const found = await findInSlack(parts, web, message, target)
      await parts.onStep('looked up', message)
      if (found) return await succeed(parts, message, found, 'found in Slack')
    }
  } catch (error) {
    return failBefore(parts, message, workspace, error)
  }
  if (target === null) return park(parts, message, workspace, 'parent_not_sent')
  if (message.expiresAt && message.expiresAt <= parts.clock.now())
    return parts.ledger.dead(message, expired, async () =>
      parts.log.warn({ ...fields(message) }, 'message expired'),
    )

  if (isDoubtful && message.attempts >= parts.maxAttempts) return park(parts, message, workspace, 'gave_up')

  const wait = await budgetFor(parts, message)
  if (parts.stopping() || wait > 0) return parts.ledger.later(message, 'due', wait)
  await parts.onStep('cleared', message)
  const leased = performance.now()
  if (!(await parts.ledger.sending(message))) return
  await parts.onStep('sending', message)
  // Whoever takes the message over looks into Slack when the lease is over: no call may begin near that.
  if (performance.now() - leased > parts.leaseMillis / 2) return parts.ledger.later(message, 'retry', 0)

  let place: Place
  try {
    place =
      typeof target === 'string'
        ? await callPost(web, message, target)
        : await callUpdate(web, message, target)
  } catch (error) {
    return failAfter(parts, message, workspace, failureOf(error))
  }
  await parts.onStep('answered', message)
  await succeed(parts, message, place, 'message delivered')
}

async function succeed(parts: Attempts, message: Claimed, place: Place, event: string): Promise<void> {
  await parts.ledger.sent(message, place.ts, place.channel)
  await parts.onStep('written', message)
  parts.log.info({ ...fields(message), ts: place.ts }, event)
}

/** Where to post (a channel), what to edit (a place), or null when the parent or the edited message is not in Slack. */
async function targetOf(parts: Attempts, web: WebClient, message: Claimed): Promise<Place | string | null> {
  if (message.kind === 'edit' || message.threadKey) {
    const { parentTs: ts, parentIn: channel } = message
    if (message.parentState !== 'sent' || !ts || !channel) return null
    return message.kind === 'edit' ? { channel, ts } : channel
  }
  if (!/^[UW]/.test(message.channel)) return message.channel
  const key = `${message.workspaceId}/${message.channel}`
  const known = parts.directChannels.get(key)
  if (known) return known
  await spend(parts, message, 'conversations.open')
  const opened = await openDirect(web, message.channel)
  parts.directChannels.set(key, opened)
  return opened
}

function findInSlack(
  parts: Attempts,
  web: WebClient,
  message: Claimed,
  channel: string,
): Promise<Place | null> {
  return lookUp(web, message, channel, () => spend(parts, message, lookUpMethod(message)))
}

async function spend(parts: Attempts, message: Claimed, method: Method): Promise<void> {
  const { waitMillis } = await parts.limits.forMethod(message.workspaceId, method)
  if (waitMillis > 0) throw new OverBudget(waitMillis)
}

async function budgetFor(parts: Attempts, message: Claimed): Promise<number> {
  const { workspaceId, channel, kind } = message
  const all = await parts.limits.forMethod(workspaceId, methodOf(message))
  if (all.nextMillis > 0) parts.pause('kinds', `${workspaceId}/${kind}`, all.nextMillis)
  if (all.waitMillis > 0 || kind === 'edit') return all.waitMillis
  // (The burst of a channel is not told, so a channel is paused only when it is over.)
  const one = await parts.limits.forChannel(workspaceId, channel)
  if (one.waitMillis > 0) parts.pause('channels', `${workspaceId}/${channel}`, one.waitMillis)
  return one.waitMillis
}

/** A failure of opening the conversation or of the look-up: nothing was posted by it. */
async function failBefore(
  parts: Attempts,
  message: Claimed,
  workspace: Pick<Services, 'workspaceId' | 'jobs'>,
  error: unknown,
): Promise<void> {
  if (error instanceof OverBudget) return parts.ledger.later(message, unchanged(message), error.waitMillis)
  const failure = failureOf(error)
  if (failure.kind === 'permanent') return park(parts, message, workspace, failure.error)
  if (failure.kind !== 'limited' && message.attempts + 1 >= parts.maxAttempts)
    return park(parts, message, workspace, 'gave_up')
  const method = message.state === 'unknown' ? lookUpMethod(message) : 'conversations.open'
  const wait = await waitAfter(parts, message, method, failure)
  parts.log.warn({ ...fields(message), error: failure.error, method }, 'call failed')
  const counted = failure.kind === 'limited' ? message : { ...message, attempts: message.attempts + 1 }
  await parts.ledger.later(counted, unchanged(counted), wait, failure.error)
}

/** A failure of the post or edit itself. */
async function failAfter(
  parts: Attempts,
  message: Claimed,
  workspace: Pick<Services, 'workspaceId' | 'jobs'>,
  failure: Failure,
): Promise<void> {
  if (failure.kind === 'permanent') return park(parts, message, workspace, failure.error)
  const wait = await waitAfter(parts, message, methodOf(message), failure)
  parts.log.warn({ ...fields(message), error: failure.error, outcome: failure.kind }, 'send failed')
  // Saying an edit again is harmless, so nothing has to be looked up.
  if (failure.kind === 'unknown' && message.kind === 'post')
    return parts.ledger.later(message, 'unknown', Math.max(wait, parts.settleMillis), failure.error)
  if (failure.kind !== 'limited' && message.attempts + 1 >= parts.maxAttempts)
    return park(parts, message, workspace, 'gave_up')
  await parts.ledger.later(message, 'retry', wait, failure.error)
}

// Without a Retry-After: as long as Slack's per-minute tiers last. With zero: not at once, or it becomes a flood.
const defaultRetryAfterSeconds = 30
const leastRetryAfterSeconds = 1

async function waitAfter(
  parts: Attempts,
  message: Claimed,
  method: Method,
  failure: Failure,
): Promise<number> {
  if (failure.kind !== 'limited') return backoffMillis(message.attempts)
  const seconds = Math.max(failure.retryAfterSeconds ?? defaultRetryAfterSeconds, leastRetryAfterSeconds)
  await parts.limits.block(message.workspaceId, method, seconds)
  if (method === methodOf(message))
    parts.pause('kinds', `${message.workspaceId}/${message.kind}`, seconds * 1000)
  return seconds * 1000
}

/** 1 s, 2 s, 4 s … at most 5 minutes, each shortened by up to half so that not all come back at once. */
export function backoffMillis(attempts: number, random: () => number = Math.random): number {
  return Math.min(1000 * 2 ** attempts, 300_000) * (1 - random() / 2)
}

async function park(
  parts: Attempts,
  message: Claimed,
  workspace: Pick<Services, 'workspaceId' | 'jobs'>,
  error: string,
): Promise<void> {
  parts.log.error({ ...fields(message), error }, 'message parked')
  const services = { ...workspace, clock: parts.clock }
  const { teamId, channel, key } = message
  const told = { key, teamId, channel }
  await parts.ledger.dead(message, error, (tx: Tx) => tellOnce(tx, services, told, error))
}

const methodOf = ({ kind }: Claimed): Method => (kind === 'edit' ? 'chat.update' : 'chat.postMessage')

/** The state to give a message back in when nothing was called. */
const unchanged = ({ state, attempts }: Claimed) =>
  state === 'unknown' ? 'unknown' : attempts > 0 ? 'retry' : 'due'

const fields = ({ workspaceId, teamId, key }: Claimed) => ({ workspace: workspaceId, team: teamId, key })
