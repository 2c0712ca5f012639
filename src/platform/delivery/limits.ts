// Slack's limits, as one budget for all processes: counted in our PostgreSQL, by its clock.
import { batched } from './batch.ts'
import type { Sql } from './sql.ts'

/** Calls in a time, which begins with the first of them. */
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
  /** Posts in one channel; null: as many as come. */
  channel: Budget | null
  /** What a channel may get on top, once in its time. */
  channelBurst: Budget
  /** Each method in one workspace; null: as many as come, but for what Slack blocks. */
  methods: Record<Method, Budget | null>
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

/** For a Slack on this machine, which has no limits: the local workspace, the tests and the benchmarks. */
export const localBudgets: Budgets = {
  channel: null,
  // Nothing is taken out of it as long as the channel's pace is no limit.
  channelBurst: { calls: 1, seconds: 1 },
  methods: {
    'chat.postMessage': null,
    'chat.update': null,
    'conversations.open': null,
    'conversations.history': null,
    'conversations.replies': null,
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
  /** Takes one post out of the channel's budget: out of its pace, or else out of its burst. */
  forChannel(workspaceId: string, channel: string): Promise<Grant>
  /** Slack said to stay away: nobody calls this method in this workspace for so long. */
  block(workspaceId: string, method: Method, seconds: number): Promise<void>
  /** Forgets what is over, so that the table does not grow. */
  prune(): Promise<void>
}

/** One call out of the budget of a key. */
interface Take {
  key: string
  budget: Budget
}

// More than any budget's calls, and as many again can be added without leaving the column's range.
const blocked = 1_000_000_000

/** The budgets of all processes on the database of `sql`. */
export function limits(sql: Sql, budgets: Budgets = slackBudgets): Limits {
  const take = batched((takes: Take[]) => takeAll(sql, takes))
  const blocks = knownBlocks(sql)
  return {
    forMethod(workspaceId, method) {
      const budget = budgets.methods[method]
      const key = keyOf(workspaceId, method)
      return budget ? take({ key, budget }) : blocks.of(key)
    },
    async forChannel(workspaceId, channel) {
      if (!budgets.channel) return atOnce
      const key = `channel:${workspaceId}/${channel}`
      const paced = await take({ key, budget: budgets.channel })
      if (paced.waitMillis === 0) return paced
      const burst = await take({ key: `burst:${key}`, budget: budgets.channelBurst })
      return burst.waitMillis === 0 || burst.waitMillis < paced.waitMillis ? burst : paced
    },
    async block(workspaceId, method, seconds) {
      await sql`
        insert into "RateLimit" as b (key, calls, until)
        values (${keyOf(workspaceId, method)}, ${blocked}, now() + make_interval(secs => ${seconds}))
        on conflict (key) do update set calls = excluded.calls, until = greatest(b.until, excluded.until)`
      blocks.forget()
    },
    async prune() {
      await sql`delete from "RateLimit" where until < now() - interval '1 hour'`
    },
  }
}

const atOnce: Grant = { waitMillis: 0, nextMillis: 0 }

/** What is counted nowhere is looked at so often, instead of by each call: another process may have met a 429. */
const lookEveryMillis = 100

/** What Slack has blocked, for methods whose calls nobody counts. */
function knownBlocks(sql: Sql) {
  let lookedAt = Number.NEGATIVE_INFINITY
  let known: Promise<Map<string, number>> | null = null
  const readNow = async () => {
    const rows = await sql<{ key: string; millis: number }>`
      select key, (extract(epoch from until - now()) * 1000)::float8 as millis
      from "RateLimit" where calls >= ${blocked} and until > now()`
    return new Map(rows.map(({ key, millis }) => [key, performance.now() + millis]))
  }
  return {
    async of(key: string): Promise<Grant> {
      // Whoever asks while it is read anew goes by what was read before.
      const last = known
      if (performance.now() - lookedAt >= lookEveryMillis) {
        lookedAt = performance.now()
        const fresh = readNow()
        known = fresh
        fresh.catch(() => {
          if (known === fresh) known = null
        })
      }
      const wait = ((await (last ?? known))?.get(key) ?? 0) - performance.now()
      return wait > 0 ? { waitMillis: wait, nextMillis: wait } : atOnce
    },
    forget: () => {
      known = null
      lookedAt = Number.NEGATIVE_INFINITY
    },
  }
}

const keyOf = (workspaceId: string, method: Method) => `${method}:${workspaceId}`

/** What many ask for at the same moment, in one statement. Of several takes of a key each counts after the other. */
async function takeAll(sql: Sql, takes: Take[]): Promise<Grant[]> {
  const totals = new Map<string, { calls: number; seconds: number }>()
  for (const { key, budget } of takes)
    totals.set(key, { calls: (totals.get(key)?.calls ?? 0) + 1, seconds: budget.seconds })
  // In the keys' order, so that processes which take the same keys wait for each other and do not deadlock.
  const keys = [...totals.keys()].sort()
  const rows = await sql<{ key: string; calls: number; millis: number }>`
    insert into "RateLimit" as b (key, calls, until)
    select key, calls, now() + make_interval(secs => seconds)
    from unnest(${keys}::text[], ${keys.map((key) => totals.get(key)?.calls)}::int[],
      ${keys.map((key) => totals.get(key)?.seconds)}::float8[]) as taken (key, calls, seconds),
      set_config('synchronous_commit', 'off', true)
    on conflict (key) do update set
      calls = excluded.calls + case when b.until <= now() then 0 else b.calls end,
      until = case when b.until <= now() then excluded.until else b.until end
    returning key, calls, greatest(extract(epoch from until - now()) * 1000, 0)::float8 as millis`
  const after = new Map(rows.map((row) => [row.key, row]))
  const given = new Map<string, number>()
  return takes.map(({ key, budget }) => {
    const row = after.get(key)
    if (!row) throw new Error(`the budget of ${key} was not written`)
    const before = row.calls - (totals.get(key)?.calls ?? 0)
    const mine = (given.get(key) ?? 0) + 1
    given.set(key, mine)
    const left = budget.calls - before - mine
    if (left > 0) return { waitMillis: 0, nextMillis: 0 }
    const millis = Math.max(row.millis, leastWaitMillis)
    return { waitMillis: left === 0 ? 0 : millis, nextMillis: millis }
  })
}

// A time that is all but over: asking again at once would only be refused once more.
const leastWaitMillis = 10
