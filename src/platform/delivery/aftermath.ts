// What happens to a message whose call failed: tried again later, looked up, or parked.
import type { Attempts, Workspace } from './delivery-parts.ts'
import { CallFailed, type Failure } from './errors.ts'
import type { Claimed } from './ledger.ts'
import type { Method } from './limits.ts'
import { tellOnce } from './parked.ts'
import { lookUpMethod } from './slack-calls.ts'

/** Thrown where a call's budget is used up: nothing was called. */
export class OverBudget {
  readonly waitMillis: number

  constructor(waitMillis: number) {
    this.waitMillis = waitMillis
  }
}

// Without a Retry-After: half of the minute that Slack's tiers count by. With zero: not at once, or it becomes a flood.
const defaultRetryAfterSeconds = 30
const leastRetryAfterSeconds = 1

/** A failure of opening the conversation or of the look-up: nothing was posted by it. Others are thrown on. */
export async function failBefore(
  parts: Attempts,
  message: Claimed,
  workspace: Workspace,
  error: unknown,
): Promise<void> {
  if (error instanceof OverBudget) return parts.ledger.later(message, unchanged(message), error.waitMillis)
  if (!(error instanceof CallFailed)) throw error
  const { failure } = error
  if (failure.kind === 'permanent') return park(parts, message, workspace, failure.error)
  const isLimited = failure.kind === 'limited'
  if (!isLimited && message.attempts + 1 >= parts.maxAttempts)
    return park(parts, message, workspace, 'gave_up')
  const method = message.state === 'unknown' ? lookUpMethod(message) : 'conversations.open'
  const wait = await waitAfter(parts, message, method, failure)
  parts.log.warn({ ...fields(message), error: failure.error, method }, 'call failed')
  const counted = isLimited ? message : { ...message, attempts: message.attempts + 1 }
  await parts.ledger.later(counted, unchanged(counted), wait, failure.error)
}

/** A failure of the post or edit itself. */
export async function failAfter(
  parts: Attempts,
  message: Claimed,
  workspace: Workspace,
  failure: Failure,
): Promise<void> {
  if (failure.kind === 'permanent') return park(parts, message, workspace, failure.error)
  const wait = await waitAfter(parts, message, methodOf(message), failure)
  parts.log.warn({ ...fields(message), error: failure.error, outcome: failure.kind }, 'send failed')
  parts.metrics?.post(message.kind, failure.kind)
  // Saying an edit again is harmless, so nothing has to be looked up.
  if (failure.kind === 'unknown' && message.kind === 'post')
    return parts.ledger.later(message, 'unknown', Math.max(wait, parts.settleMillis), failure.error)
  if (failure.kind !== 'limited' && message.attempts + 1 >= parts.maxAttempts)
    return park(parts, message, workspace, 'gave_up')
  await parts.ledger.later(message, 'retry', wait, failure.error)
}

/** Parks a message until somebody mends what holds it back, and tells them. */
export async function park(
  parts: Attempts,
  message: Claimed,
  workspace: Workspace,
  error: string,
): Promise<void> {
  parts.log.error({ ...fields(message), error }, 'message parked')
  parts.metrics?.post(message.kind, 'parked')
  const services = { ...workspace, clock: parts.clock }
  await parts.ledger.dead(message, error, (tx) => tellOnce(tx, services, message, error))
}

/** 1 s, 2 s, 4 s … at most 5 minutes, each shortened by up to half so that not all come back at once. */
export function backoffMillis(attempts: number, random: () => number = Math.random): number {
  return Math.min(1000 * 2 ** attempts, 300_000) * (1 - random() / 2)
}

async function waitAfter(
  parts: Attempts,
  message: Claimed,
  method: Method,
  failure: Failure,
): Promise<number> {
  if (failure.kind !== 'limited') return backoffMillis(message.attempts)
  // With a Retry-After the client has counted it (countLimits).
  if (failure.retryAfterSeconds === null) parts.metrics?.limited(method)
  const seconds = Math.max(failure.retryAfterSeconds ?? defaultRetryAfterSeconds, leastRetryAfterSeconds)
  await parts.limits.block(message.workspaceId, method, seconds)
  if (method === methodOf(message))
    parts.pause('kinds', `${message.workspaceId}/${message.kind}`, seconds * 1000)
  return seconds * 1000
}

export const methodOf = ({ kind }: Claimed): Method => (kind === 'edit' ? 'chat.update' : 'chat.postMessage')

/** The state to give a message back in when nothing was called. */
export const unchanged = ({ state, attempts }: Claimed) =>
  state === 'unknown' ? 'unknown' : attempts > 0 ? 'retry' : 'due'

/** What a log line says of a message. */
export const fields = ({ workspaceId, teamId, key }: Claimed) => ({
  workspace: workspaceId,
  team: teamId,
  key,
})
