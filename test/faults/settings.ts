// Times and budgets of deliverers under test: everything that waits is shortened in proportion.
import type { Budgets } from '../../src/delivery/limits.ts'

const plenty = { calls: 1_000_000, seconds: 1 }

/** Far more than a test sends. */
export const generousBudgets: Budgets = {
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

export const leaseSeconds = 2
/** A call's time-out: less than half the lease. */
export const timeoutMillis = 700
/** Longer than the harness's Slack takes over a request that its client gave up. */
export const settleMillis = 500
export const sweepMillis = 100
