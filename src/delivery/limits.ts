// Slack's limits, as one budget for all processes: rate-limiter-flexible on our PostgreSQL.
import { BurstyRateLimiter, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { PrismaClient } from '../store/generated/client.ts'
import { rateTable } from './rate-table.ts'

/** Calls in a time. */
export interface Budget {
  calls: number
  seconds: number
}

export type Method =
  | 'chat.postMessage'
  | 'chat.update'
  | 'conversations.open'
  | 'conversations.history'
  | 'conversations.replies'

export interface Budgets {
  /** Posts in one channel. */
  channel: Budget
  /** What a channel may get on top, once in its time. */
  channelBurst: Budget
  /** Each method in one workspace. */
  methods: Record<Method, Budget>
}

/**
 * Slack's documented limits: about one message a second a channel with short bursts, "several hundred messages per
 * minute" a workspace (300 here), and tier 3, 50 a minute, for the other methods.
 */
export const slackBudgets: Budgets = {
  channel: { calls: 1, seconds: 1 },
  channelBurst: { calls: 3, seconds: 10 },
  methods: {
    'chat.postMessage': { calls: 5, seconds: 1 },
    'chat.update': { calls: 50, seconds: 60 },
    'conversations.open': { calls: 50, seconds: 60 },
    'conversations.history': { calls: 50, seconds: 60 },
    'conversations.replies': { calls: 50, seconds: 60 },
  },
}

const plenty: Budget = { calls: 1_000_000, seconds: 1 }

/** For a Slack on this machine, which has no limits: the local workspace, the tests and the benchmarks. */
export const localBudgets: Budgets = {
  channel: plenty,
  channelBurst: plenty,
  methods: {
    'chat.postMessage': plenty,
    'chat.update': plenty,
    'conversations.open': plenty,
    'conversations.history': plenty,
    'conversations.replies': plenty,
  },
}

export interface Grant {
  /** Milliseconds to wait before trying again; 0: the call may go. */
  waitMillis: number
  /** Milliseconds until the next call may go; 0: at once. */
  nextMillis: number
}

export interface Limits {
  /** Takes one call out of the method's budget. */
  forMethod(workspaceId: string, method: Method): Promise<Grant>
  /** Takes one post out of the channel's budget. */
  forChannel(workspaceId: string, channel: string): Promise<Grant>
  /** Slack said to stay away: nobody calls this method in this workspace for so long. */
  block(workspaceId: string, method: Method, seconds: number): Promise<void>
  /** Forgets what is over, so that the table does not grow. */
  prune(): Promise<void>
}

export function limits(prisma: PrismaClient, budgets: Budgets = slackBudgets): Limits {
  const storeClient = rateTable(prisma)
  const limiter = (keyPrefix: string, { calls, seconds }: Budget) =>
    new RateLimiterPostgres({
      storeClient,
      storeType: 'pool',
      tableName: 'RateLimit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      points: calls,
      duration: seconds,
    })
  const channels = new BurstyRateLimiter(
    limiter('channel', budgets.channel),
    limiter('burst', budgets.channelBurst),
  )
  const methods = new Map(
    Object.entries(budgets.methods).map(([method, budget]) => [method, limiter(method, budget)]),
  )
  const ofMethod = (method: Method) => {
    const found = methods.get(method)
    if (!found) throw new Error(`no budget for ${method}`)
    return found
  }
  return {
    forMethod: (workspaceId, method) => grantOf(ofMethod(method).consume(workspaceId)),
    forChannel: (workspaceId, channel) => grantOf(channels.consume(`${workspaceId}/${channel}`)),
    async block(workspaceId, method, seconds) {
      await ofMethod(method).block(workspaceId, seconds)
    },
    async prune() {
      await prisma.$executeRaw`delete from "RateLimit" where expire < extract(epoch from now() - interval '1 hour') * 1000`
    },
  }
}

async function grantOf(consumption: Promise<RateLimiterRes>): Promise<Grant> {
  try {
    const { remainingPoints, msBeforeNext } = await consumption
    return { waitMillis: 0, nextMillis: remainingPoints > 0 ? 0 : msBeforeNext }
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason
    const millis = Math.max(reason.msBeforeNext, 10)
    return { waitMillis: millis, nextMillis: millis }
  }
}
