// The deliverer: takes the messages that are due out of the outbox and brings them to Slack. Any number of processes may
// run one on the same database.

import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Clock } from '#platform/clock.ts'
import type { Metrics } from '#platform/metrics.ts'
import type { Services } from '#platform/services.ts'
import type { PrismaClient } from '#platform/store/generated/client.ts'
import { alarm } from './alarm.ts'
import { attempt } from './attempt.ts'
import type { Attempts, DeliveryStep } from './delivery-parts.ts'
import { pruneHandled } from './handled.ts'
import { deliverQueue, type Jobs, jobsOf, startBoss } from './jobs.ts'
import { type Claimed, ledger } from './ledger.ts'
import { type Budgets, limits, slackBudgets } from './limits.ts'
import { openSql } from './sql.ts'

export interface DeliverySettings {
  connectionString: string
  /** For all workspaces. */
  prisma: PrismaClient
  /** Whose messages this process delivers, each with the client to call. */
  workspaces: Pick<Services, 'workspaceId' | 'web'>[]
  /** Decides what is due and what has expired. Leases, pace and back-off go by the database's own clock. */
  clock: Clock
  log: Logger
  metrics?: Metrics | undefined
  /** Names this process in the leases. */
  owner: string
  budgets?: Budgets
  /** Messages under way at once, from the lease to what became of them. Default 16. */
  concurrency?: number
  /**
   * A dead process's messages are taken over after this, at most a sweep later. More than twice the client's
   * time-out. Default 25 s.
   */
  leaseSeconds?: number
  /** Default 5 s; see Attempts. */
  settleMillis?: number
  /** Default 10, over about 12 minutes. */
  maxAttempts?: number
  /** How often the outbox is looked at without being woken. Default 1 s. */
  sweepMillis?: number
  onStep?: (step: DeliveryStep, message: Claimed) => Promise<void> | void
}

export interface Delivery {
  /** For `Services.jobs`: wakes deliverers when a transaction commits. */
  jobs: Jobs
  /** Resolves when every message that is due by the clock is sent or dead. */
  idle(): Promise<void>
  /** Begins nothing more, lets the requests under way end, and hands back the rest. */
  stop(): Promise<void>
}

// SIGTERM gives the whole process 5 s.
const stopWithinMillis = 4_000

// How long slow requests may keep the places from being filled again.
const refillMillis = 50
const gatherMillis = 10

// Leases that one statement takes.
const claimAtOnce = 64

// Long: one loop with its state (who is under way, what is paused, whether more waits), which its parts all turn.
export async function startDelivery(settings: DeliverySettings): Promise<Delivery> {
  const { prisma, clock, log } = settings
  const sweepMillis = settings.sweepMillis ?? 1_000
  const concurrency = settings.concurrency ?? 16
  const owner = `${settings.owner}/${randomUUID()}`
  const leaseSeconds = settings.leaseSeconds ?? 25
  const sql = openSql(settings.connectionString, log)
  const served = settings.workspaces.map(({ workspaceId }) => workspaceId)
  const book = ledger(sql, prisma, clock, owner, leaseSeconds, served)
  const budgets = settings.budgets ?? slackBudgets
  const budget = limits(sql, budgets)
  // More of one workspace at a time would only be given back.
  const perWorkspace = budgets.methods['chat.postMessage']?.calls ?? claimAtOnce
  const paused = { channels: new Map<string, number>(), kinds: new Map<string, number>() }
  const underWay = new Set<Promise<void>>()
  // What follows in a thread or a channel may go when a message is done; those that are done together wake once.
  const { wake, wakeSoon, forget, sleep } = alarm(gatherMillis)
  let stopping = false

  const parts: Attempts = {
    ledger: book,
    limits: budget,
    clock,
    log,
    metrics: settings.metrics,
    workspace: (id) => {
      const found = settings.workspaces.find(({ workspaceId }) => workspaceId === id)
      return found && { workspaceId: id, web: found.web, jobs }
    },
    stopping: () => stopping,
    pause: (kind, key, millis) => paused[kind].set(key, performance.now() + millis),
    leaseMillis: leaseSeconds * 1000,
    directChannels: new Map(),
    settleMillis: settings.settleMillis ?? 5_000,
    maxAttempts: settings.maxAttempts ?? 10,
    onStep: settings.onStep ?? (() => {}),
  }

  const begin = (message: Claimed) => {
    const going = attempt(parts, message)
      // The database did not answer. The lease runs out, and whoever takes it over finds out what became of the message.
      .catch((error: unknown) => log.error({ err: error, key: message.key }, 'delivery interrupted'))
      .finally(() => {
        underWay.delete(going)
        if (!isBehind) wakeSoon()
        else if (concurrency - underWay.size >= refill) wake()
      })
    underWay.add(going)
  }

  // After a claim that was filled more is likely to wait: it is fetched by the batch, not one by one.
  let isBehind = false
  const refill = Math.ceil(Math.min(claimAtOnce, concurrency / 2))
  let sweptAt = Number.NEGATIVE_INFINITY
  /** Begins what may begin now. Gives the milliseconds after which to look again. */
  const round = async (): Promise<number> => {
    if (performance.now() - sweptAt >= sweepMillis) {
      const taken = await book.takeOver()
      if (taken > 0) log.warn({ messages: taken }, 'took over the messages of a dead process')
      sweptAt = performance.now()
    }
    const free = concurrency - underWay.size
    if (free === 0) return sweepMillis
    const count = Math.min(free, claimAtOnce)
    const claimed = await book.claim(count, perWorkspace, {
      channels: active(paused.channels),
      kinds: active(paused.kinds),
    })
    for (const message of claimed) begin(message)
    isBehind = claimed.length === count
    if (isBehind && free - count >= refill) return 0
    if (claimed.length > 0) return refillMillis
    const unpausedIn = untilUnpaused(paused.kinds)
    if (unpausedIn <= refillMillis) return Math.max(unpausedIn, gatherMillis)
    const next = (await book.nextIn(sweepMillis)) ?? sweepMillis
    return Math.max(Math.min(sweepMillis, next, unpausedIn), 1)
  }

  const loop = async () => {
    while (!stopping) {
      forget()
      let wait: number
      try {
        wait = await round()
      } catch (error) {
        log.error({ err: error }, 'the outbox could not be read')
        forget()
        wait = sweepMillis
      }
      if (!stopping) await sleep(wait)
    }
  }

  const boss = await startBoss(settings.connectionString, log, served)
  const jobs = jobsOf(boss)
  for (const id of served)
    await boss.work(deliverQueue(id), { batchSize: 500, pollingIntervalSeconds: 1 }, async () => wake())
  const pruning = setInterval(() => {
    Promise.all([budget.prune(), pruneHandled(prisma)]).catch((error: unknown) =>
      log.error({ err: error }, 'what is over was not pruned'),
    )
  }, 300_000)
  const looping = loop()
  let stopped: Promise<void> | null = null
  const stop = async () => {
    stopping = true
    clearInterval(pruning)
    wake()
    const patience = new Promise<void>((done) => setTimeout(done, stopWithinMillis).unref())
    await Promise.race([Promise.all([looping, ...underWay]), patience])
    await boss
      .stop({ graceful: false })
      .catch((error: unknown) => log.error({ err: error }, 'pg-boss did not stop'))
    await book.handBack()
    await Promise.race([sql.end(), patience])
  }

  return {
    jobs,
    async idle() {
      wake()
      for (;;) {
        await Promise.all(underWay)
        if (!isBehind && !(await book.pending())) return
        await new Promise((done) => setTimeout(done, 25))
      }
    },
    stop: () => (stopped ??= stop()),
  }
}

function untilUnpaused(paused: Map<string, number>): number {
  const now = performance.now()
  return Math.min(...[...paused.values()].map((until) => Math.max(until - now, 0)))
}

function active(paused: Map<string, number>): string[] {
  for (const [key, until] of paused) if (until <= performance.now()) paused.delete(key)
  return [...paused.keys()]
}
