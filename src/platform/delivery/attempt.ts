// One message's way from its lease to what became of it. Every state is written before the next thing happens.

import type { WebClient } from '@slack/web-api'
import { failAfter, failBefore, fields, methodOf, OverBudget, park, unchanged } from './aftermath.ts'
import type { Attempts } from './delivery-parts.ts'
import { asked, CallFailed } from './errors.ts'
import type { Claimed } from './ledger.ts'
import type { Method } from './limits.ts'
import { withLinks } from './links.ts'
import { content } from './outbox.ts'
import { expired } from './parked.ts'
import {
  callPost,
  callUpdate,
  type Look,
  lookUp,
  lookUpMethod,
  openDirect,
  type Place,
} from './slack-calls.ts'

// A channel with more messages than on these pages since the send began is busier than any that people read.
const lookUpPages = 10

/** Delivers one message that is leased, or gives it back. Throws only when the database does not answer. */
export async function attempt(parts: Attempts, message: Claimed): Promise<void> {
  const { ledger } = parts
  await parts.onStep('claimed', message)
  const workspace = parts.workspace(message.workspaceId)
  if (!workspace) return ledger.later(message, unchanged(message), 60_000, 'workspace not served here')
  const payload = content.safeParse(message.payload)
  if (!payload.success) return park(parts, message, workspace, 'unreadable_payload')
  const isDoubtful = message.state === 'unknown'

  let target: Place | string | null
  let found: Place | null = null
  try {
    target = await targetOf(parts, workspace.web, message)
    if (isDoubtful && typeof target === 'string') {
      found = await findInSlack(parts, workspace.web, message, target)
      await parts.onStep('looked up', message)
    }
  } catch (error) {
    return failBefore(parts, message, workspace, error)
  }
  if (found) return succeed(parts, message, found, 'message found in Slack')
  const isOver = message.expiresAt !== null && message.expiresAt <= parts.clock.now()
  if (target === null && message.parentError !== expired)
    return park(parts, message, workspace, 'parent_not_sent')
  if (target === null || isOver) return expire(parts, message)
  if (isDoubtful && message.attempts >= parts.maxAttempts) return park(parts, message, workspace, 'gave_up')

  const linked = await withLinks(ledger, workspace.web, { ...message, payload: payload.data })
  const waitMillis = await budgetFor(parts, message)
  if (parts.stopping() || waitMillis > 0)
    return ledger.later(message, isDoubtful ? 'unknown' : 'due', waitMillis)
  await parts.onStep('cleared', message)
  const leasedAt = performance.now()
  if (!(await ledger.sending(message))) return
  await parts.onStep('sending', message)
  // Whoever takes the message over looks into Slack when the lease is over: no call may begin near that.
  if (performance.now() - leasedAt > parts.leaseMillis / 2)
    return ledger.later(message, isDoubtful ? 'unknown' : 'retry', 0)

  let place: Place
  try {
    place = await asked(
      typeof target === 'string'
        ? callPost(workspace.web, linked, target)
        : callUpdate(workspace.web, linked, target),
    )
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error
    return failAfter(parts, message, workspace, error.failure)
  }
  await parts.onStep('answered', message)
  await succeed(parts, message, place, 'message delivered')
}

async function expire(parts: Attempts, message: Claimed): Promise<void> {
  parts.metrics?.post(message.kind, 'expired')
  await parts.ledger.dead(message, expired, async () => parts.log.warn(fields(message), 'message expired'))
}

async function succeed(parts: Attempts, message: Claimed, place: Place, event: string): Promise<void> {
  await parts.ledger.sent(message, place.ts, place.channel)
  parts.metrics?.post(message.kind, event === 'message delivered' ? 'sent' : 'found')
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
  const opened = await asked(openDirect(web, message.channel))
  parts.directChannels.set(key, opened)
  return opened
}

async function findInSlack(
  parts: Attempts,
  web: WebClient,
  message: Claimed,
  channel: string,
): Promise<Place | null> {
  let cursor: string | null = null
  for (let page = 0; page < lookUpPages; page++) {
    await spend(parts, message, lookUpMethod(message))
    const look: Look = await asked(lookUp(web, message, channel, cursor))
    if (look.found || !look.cursor) return look.found
    cursor = look.cursor
  }
  return null
}

async function spend(parts: Attempts, message: Claimed, method: Method): Promise<void> {
  const { waitMillis } = await parts.limits.forMethod(message.workspaceId, method)
  if (waitMillis > 0) throw new OverBudget(waitMillis)
}

/** Takes a post or an edit out of its budgets: 0, or the milliseconds to wait. */
async function budgetFor(parts: Attempts, message: Claimed): Promise<number> {
  const { workspaceId, channel, kind } = message
  const all = await parts.limits.forMethod(workspaceId, methodOf(message))
  if (all.nextMillis > 0) parts.pause('kinds', `${workspaceId}/${kind}`, all.nextMillis)
  if (all.waitMillis > 0 || kind === 'edit') return all.waitMillis
  // The limiter does not tell when a channel's burst is spent, so a channel is paused only once it was refused.
  const one = await parts.limits.forChannel(workspaceId, channel)
  if (one.waitMillis > 0) parts.pause('channels', `${workspaceId}/${channel}`, one.waitMillis)
  return one.waitMillis
}
