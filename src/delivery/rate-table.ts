// The table under rate-limiter-flexible: its statements on Prisma's connections, many in one.
import type { PrismaClient } from '../store/generated/client.ts'
import { batched } from './batch.ts'

interface Query {
  name?: string
  text: string
  values?: unknown[]
}

interface Row {
  points: number
  expire: number | null
}

/** What the limiters need of a `pg` pool, on Prisma's connections; what they take at the same moment goes together. */
export function rateTable(prisma: PrismaClient) {
  const take = batched((takes: Take[]) => takeAll(prisma, takes))
  return {
    async query({ name = '', text, values = [] }: Query): Promise<{ rows: Row[]; rowCount: number }> {
      if (name.endsWith(':rlflx-upsert')) {
        const [key, points, expire, now] = values
        const row = await take({
          key: String(key),
          points: Number(points),
          expire: Number(expire),
          now: Number(now),
        })
        return { rows: [row], rowCount: 1 }
      }
      const rows = await prisma.$queryRawUnsafe<{ points: number; expire: bigint | null }[]>(text, ...values)
      return { rows: rows.map(rowOf), rowCount: rows.length }
    },
  }
}

/** One upsert of rate-limiter-flexible: add points to a key, or begin its time anew when that is over. */
interface Take {
  key: string
  points: number
  expire: number
  now: number
}

/** rate-limiter-flexible's upsert for many keys at once. Of several takes of a key each is told its own running count. */
async function takeAll(prisma: PrismaClient, takes: Take[]): Promise<Row[]> {
  const totals = new Map<string, Take>()
  for (const take of takes) {
    const before = totals.get(take.key)
    totals.set(take.key, before ? { ...take, points: before.points + take.points } : take)
  }
  // In the keys' order, so that processes which take the same keys wait for each other and do not deadlock.
  const sums = [...totals.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  const rows = await prisma.$queryRaw<{ key: string; points: number; expire: bigint | null }[]>`
    insert into "RateLimit" as r (key, points, expire)
    select key, points, expire from unnest(${sums.map(({ key }) => key)}::text[], ${sums.map(({ points }) => points)}::int[],
      ${sums.map(({ expire }) => String(expire))}::text[]::bigint[]) as taken (key, points, expire),
      set_config('synchronous_commit', 'off', true)
    on conflict (key) do update set
      points = case when r.expire <= ${String(takes[0]?.now ?? 0)}::bigint then excluded.points
        else r.points + excluded.points end,
      expire = case when r.expire <= ${String(takes[0]?.now ?? 0)}::bigint then excluded.expire else r.expire end
    returning key, points, expire`
  const results = new Map(rows.map((row) => [row.key, rowOf(row)]))
  const given = new Map<string, number>()
  return takes.map(({ key, points }) => {
    const result = results.get(key)
    if (!result) throw new Error(`the budget of ${key} was not written`)
    const soFar = (given.get(key) ?? 0) + points
    given.set(key, soFar)
    return { points: result.points - (totals.get(key)?.points ?? 0) + soFar, expire: result.expire }
  })
}

const rowOf = ({ points, expire }: { points: number; expire: bigint | null }): Row => ({
  points,
  expire: expire === null ? null : Number(expire),
})
