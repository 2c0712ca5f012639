// The states of messages, as SQL: every step is one conditional update of the row that the deliverer's lease holds.
import type { Clock } from '#platform/clock.ts'
import type { Tx } from '#platform/store/client.ts'
import type { PrismaClient } from '#platform/store/generated/client.ts'
import type { MessageKind, MessageState } from '#platform/store/generated/enums.ts'
import { batched } from './batch.ts'
import type { Content } from './outbox.ts'
import type { Sql } from './sql.ts'

/** A message that this deliverer holds the lease of. */
export interface Claimed {
  id: string
  workspaceId: string
  key: string
  kind: MessageKind
  state: MessageState
  teamId: string | null
  channel: string
  threadKey: string | null
  threadTs: string | null
  editsKey: string | null
  /** As it is stored: a newer version may have written it. */
  payload: unknown
  attempts: number
  expiresAt: Date | null
  sendingAt: Date | null
  /** Of the thread's parent or the edited message: null when nobody wrote it. */
  parentState: MessageState | null
  parentTs: string | null
  parentIn: string | null
  parentError: string | null
}

/** One whose payload this version can read. */
export type Readable = Claimed & { payload: Content }

/** What this process knows to be over its budget for now. */
export interface Paused {
  /** `<workspace>/<channel>` */
  channels: string[]
  /** `<workspace>/<kind>` */
  kinds: string[]
}

export interface Ledger {
  /**
   * Takes leases of at most `count` messages that may go now: in a channel one, and the first of its strand; of a
   * workspace at most `perWorkspace`.
   */
  claim(count: number, perWorkspace: number, paused: Paused): Promise<Claimed[]>
  /** What a dead process held: not begun is due again, begun is unknown. Gives the number of rows. */
  takeOver(): Promise<number>
  /** Writes `sending`, before the call. False: the lease was lost, and nothing may be called. */
  sending(message: Claimed): Promise<boolean>
  sent(message: Claimed, ts: string, postedIn: string): Promise<void>
  /** Gives a message back, to be taken again after `waitMillis`; all but `unknown` says that Slack did not take it. */
  later(
    message: Claimed,
    state: 'due' | 'retry' | 'unknown',
    waitMillis: number,
    error?: string,
  ): Promise<void>
  /** Writes a message off, with why; `also` writes along in the same transaction. */
  dead(message: Claimed, error: string, also: (tx: Tx) => Promise<void>): Promise<void>
  /** Where a message is in Slack; null: nowhere yet. */
  placeOf(workspaceId: string, key: string): Promise<{ channel: string; ts: string } | null>
  /** Gives back every lease on which nothing was called. */
  handBack(): Promise<void>
  /** Whether a message is due by the clock and not done with, but for those that wait for one that is not due. */
  pending(): Promise<boolean>
  /**
   * Milliseconds until the first message that waits, for its time or its `retryAt`, may be taken; null: none within
   * `withinMillis`.
   */
  nextIn(withinMillis: number): Promise<number | null>
}

// `set_config('synchronous_commit', 'off', true)`: a statement with this in its `from` does not wait for the disk. Only
// `sending` has to: when the database itself crashes, a claim that is lost was not called for (its `sending` fails), and
// an outcome that is lost is found again in Slack.

// How many of the first due rows a claim looks at. A wider look is for when those are blocked.
const windows = [64, 1024, 8192, 1_000_000] as const

/** @param served ids of the workspaces whose messages this process delivers: those of others are another's to take */
// Long: all SQL on a message's states, in one place to be read as one protocol.
export function ledger(
  sql: Sql,
  prisma: PrismaClient,
  clock: Clock,
  owner: string,
  leaseSeconds: number,
  served: readonly string[],
): Ledger {
  let windowAt = 0

  const sending = batched(async (messages: Claimed[]) => {
    const rows = await sql<{ id: string }>`
      update "Message" set state = 'sending', attempts = attempts + 1,
        "sendingAt" = coalesce("sendingAt", least(now(), ${clock.now()}::timestamptz)),
        "leasedUntil" = now() + make_interval(secs => ${leaseSeconds})
      where id = any(${messages.map(({ id }) => id)}::uuid[])
        and "leasedBy" = ${owner} and "leasedUntil" > now() and state in ('leased', 'unknown')
      returning id`
    const held = new Set(rows.map(({ id }) => id))
    return messages.map(({ id }) => held.has(id))
  })

  const sent = batched(async (posts: { id: string; ts: string; postedIn: string }[]) => {
    await sql`
      update "Message" m set state = 'sent', ts = p.ts, "postedIn" = p.channel, "sentAt" = ${clock.now()}::timestamptz,
        error = null, "leasedBy" = null, "leasedUntil" = null, "retryAt" = null
      from unnest(${posts.map(({ id }) => id)}::uuid[], ${posts.map(({ ts }) => ts)}::text[],
        ${posts.map(({ postedIn }) => postedIn)}::text[]) as p (id, ts, channel),
        set_config('synchronous_commit', 'off', true)
      where m.id = p.id and m."leasedBy" = ${owner} and m.state in ('sending', 'unknown')`
    return posts.map(() => undefined)
  })

  const later = batched(
    async (rows: { message: Claimed; state: string; waitMillis: number; error: string | null }[]) => {
      await sql`
        update "Message" m set state = p.state, attempts = greatest(m.attempts, p.attempts), error = coalesce(p.error, m.error),
          "retryAt" = now() + make_interval(secs => p.wait / 1000.0), "leasedBy" = null, "leasedUntil" = null,
          "sendingAt" = case p.state when 'unknown' then m."sendingAt" else p.since end
        from unnest(${rows.map(({ message }) => message.id)}::uuid[], ${rows.map(({ state }) => state)}::"MessageState"[],
          ${rows.map(({ waitMillis }) => Math.ceil(waitMillis))}::int[], ${rows.map(({ error }) => error)}::text[],
          ${rows.map(({ message }) => message.sendingAt)}::timestamptz[],
          ${rows.map(({ message }) => message.attempts)}::int[]) as p (id, state, wait, error, since, attempts)
        where m.id = p.id and m."leasedBy" = ${owner} and m.state in ('leased', 'sending', 'unknown')`
      return rows.map(() => undefined)
    },
  )

  return {
    sending,
    sent: (message, ts, postedIn) => sent({ id: message.id, ts, postedIn }),
    later: (message, state, waitMillis, error) => later({ message, state, waitMillis, error: error ?? null }),

    async claim(count, perWorkspace, paused) {
      const window = windows[windowAt] ?? windows[0]
      // In a channel one goes at a time, and one that waits for the channel's pace is not overtaken; one that waits for
      // something else holds up its strand alone. The inner query says who may go by what it sees; the outer one asks again of each row once it is locked, so that
      // of several processes one gets it. `sent` and `dead` are final, so a strand once free stays free.
      // `offset 0` and the array keep the planner to one probe of an index a row, where it would rather read the table.
      const rows = await sql<Claimed & { looked: number }>`
        with looked as materialized (
          select id, "workspaceId", channel, strand, sequence
          from "Message", set_config('synchronous_commit', 'off', true)
          where "workspaceId" = any(${served}::uuid[]) and state in ('due', 'retry', 'unknown')
            and "dueAt" <= ${clock.now()}::timestamptz
            and ("retryAt" is null or "retryAt" <= now()) and ("leasedUntil" is null or "leasedUntil" <= now())
            and not ("workspaceId"::text || '/' || channel = any(${paused.channels}::text[]))
            and not ("workspaceId"::text || '/' || kind::text = any(${paused.kinds}::text[]))
          order by "dueAt", sequence limit ${window}
        ), free as (
          select distinct on ("workspaceId", channel) id, "workspaceId", sequence from looked c
          where not exists (
            select 1 from "Message" e where e."workspaceId" = c."workspaceId" and e.strand = c.strand
              and e.sequence < c.sequence and e.state <> 'sent' and e.state <> 'dead' offset 0)
          and not exists (
            select 1 from "Message" e where e."workspaceId" = c."workspaceId" and e.channel = c.channel and e.id <> c.id
              and (e.state in ('leased', 'sending') or (e.state = 'due' and e."retryAt" is not null))
              and (e.state <> 'due' or (e.sequence < c.sequence and e."retryAt" > now())) offset 0)
          order by "workspaceId", channel, sequence
        ), ready as (
          select id, row_number() over (partition by "workspaceId" order by sequence) as rank from free
        ), taken as (
          update "Message" m
          set state = case m.state when 'unknown' then m.state else 'leased' end,
            "leasedBy" = ${owner}, "leasedUntil" = now() + make_interval(secs => ${leaseSeconds})
          from (
            select id from "Message" where id = any(array(select id from ready where rank <= ${perWorkspace}))
              and state in ('due', 'retry', 'unknown') and ("leasedUntil" is null or "leasedUntil" <= now())
              and ("retryAt" is null or "retryAt" <= now())
            order by "dueAt", sequence limit ${count} for update skip locked
          ) as mine where m.id = mine.id returning m.*
        )
        select t.id, t."workspaceId", t.key, t.kind, t.state, t."teamId", t.channel,
          t."threadKey", t."threadTs", t."editsKey", t.payload, t.attempts, t."expiresAt", t."sendingAt",
          p.state as "parentState", p.ts as "parentTs", p."postedIn" as "parentIn", p.error as "parentError",
          (select count(*)::int from looked) as looked
        from taken t
        left join "Message" p on p."workspaceId" = t."workspaceId" and p.key = coalesce(t."threadKey", t."editsKey")
        order by t.sequence`
      const full = (rows[0]?.looked ?? 0) === window
      const isTooNarrow = rows.length < count && (full || rows.length === 0)
      windowAt = isTooNarrow ? (windowAt + 1) % windows.length : Math.max(windowAt - 1, 0)
      return rows
    },

    async takeOver() {
      const taken = await sql`
        update "Message" set "leasedBy" = null, "leasedUntil" = null, state = (case
        when state = 'sending' and kind = 'post' then 'unknown'
        when state = 'sending' or attempts > 0 then 'retry' else 'due' end)::"MessageState"
      where "workspaceId" = any(${served}::uuid[]) and state in ('leased', 'sending') and "leasedUntil" <= now()
        returning id`
      return taken.length
    },

    dead: (message, error, also) =>
      prisma.$transaction(async (tx) => {
        const { count } = await tx.message.updateMany({
          where: { id: message.id, leasedBy: owner, state: { in: ['leased', 'sending', 'unknown'] } },
          data: { state: 'dead', error, leasedBy: null, leasedUntil: null, sendingAt: message.sendingAt },
        })
        if (count > 0) await also(tx)
      }),

    async placeOf(workspaceId, key) {
      const found = await prisma.message.findFirst({ where: { workspaceId, key, state: 'sent' } })
      return found?.ts && found.postedIn ? { channel: found.postedIn, ts: found.ts } : null
    },

    async handBack() {
      await sql`
        update "Message" set "leasedBy" = null, "leasedUntil" = null,
          state = (case when state = 'unknown' then 'unknown' when attempts > 0 then 'retry' else 'due' end)::"MessageState"
        where "leasedBy" = ${owner} and state in ('leased', 'unknown')`
    },

    async pending() {
      const rows = await sql`
        select 1 from "Message" m
        where "workspaceId" = any(${served}::uuid[]) and state not in ('sent', 'dead')
          and "dueAt" <= ${clock.now()}::timestamptz and not exists (
          select 1 from "Message" e where e."workspaceId" = m."workspaceId" and e.strand = m.strand
            and e.sequence < m.sequence and e.state not in ('sent', 'dead') and e."dueAt" > ${clock.now()}::timestamptz)
        limit 1`
      return rows.length > 0
    },

    async nextIn(withinMillis) {
      const now = clock.now()
      const [row] = await sql<{ wait: number | null }>`
        select ceil(least(
          (select extract(epoch from min("retryAt") - now()) * 1000 from "Message"
            where "workspaceId" = any(${served}::uuid[]) and state in ('due', 'retry', 'unknown')
              and "dueAt" <= ${now}::timestamptz and "retryAt" > now()),
          (select extract(epoch from min("dueAt") - ${now}::timestamptz) * 1000 from "Message"
            where "workspaceId" = any(${served}::uuid[]) and state = 'due' and "dueAt" > ${now}::timestamptz
              and "dueAt" <= ${new Date(now.getTime() + withinMillis)}::timestamptz)
        ))::int as wait`
      return row?.wait ?? null
    },
  }
}
