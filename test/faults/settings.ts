// Times of deliverers under test: everything that waits is shortened in proportion.
export const leaseSeconds = 2
/** A call's time-out: less than half the lease. */
export const timeoutMillis = 700
/** Longer than the harness's Slack takes over a request that its client gave up. */
export const settleMillis = 500
export const sweepMillis = 100
