// GET /health: what a probe or an operator asks: is the database there, when was the last tick, what is due, late, missed.

import type { Clock } from '#platform/clock.ts'
import type { Route } from '#platform/http/route.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import type { PrismaClient } from '#platform/store/generated/client.ts'

export interface Health {
  ok: boolean
  now: string
  /** Seconds since this process last looked at the calendar. */
  lastTickSecondsAgo: number | null
  ticks: { at: string; moved: number; late: number; missed: number; failed: number }[]
  due: number
  messages: { waiting: number; unknown: number; parked: number }
  missed: { title: string; date: string; reason: string | null }[]
}

export interface Probe {
  prisma: PrismaClient
  clock: Clock
  /** When this process last ticked. */
  lastTick(): Date | null
}

export const healthPath = '/health'

/** A process whose last tick is older than this is not healthy: it ticks every second. */
const staleAfterSeconds = 90

/** What the process and its database say of themselves. Throws when the database does not answer. */
export async function readHealth({ prisma, clock, lastTick }: Probe): Promise<Health> {
  const now = clock.now()
  const [ticks, due, messages, missed] = await Promise.all([
    prisma.tick.findMany({ orderBy: { at: 'desc' }, take: 5 }),
    prisma.occurrence.count({ where: { nextAt: { lte: now } } }),
    prisma.message.groupBy({ by: ['state'], where: { state: { not: 'sent' } }, _count: true }),
    prisma.occurrence.findMany({ where: { state: 'missed' }, orderBy: { opensAt: 'desc' }, take: 5 }),
  ])
  const last = lastTick()
  const age = last ? Math.round((now.getTime() - last.getTime()) / 1000) : null
  const count = (...states: string[]) =>
    messages.filter((row) => states.includes(row.state)).reduce((sum, row) => sum + row._count, 0)
  return {
    ok: age !== null && age < staleAfterSeconds,
    now: now.toISOString(),
    lastTickSecondsAgo: age,
    ticks: ticks.map(({ at, moved, late, missed: lost, failed }) => ({
      at: at.toISOString(),
      moved,
      late,
      missed: lost,
      failed,
    })),
    due,
    messages: {
      waiting: count('due', 'leased', 'sending', 'retry'),
      unknown: count('unknown'),
      parked: count('dead'),
    },
    missed: missed.map(({ title, localDate, reason }) => ({
      title,
      date: fromDateColumn(localDate),
      reason,
    })),
  }
}

/** 200 when all is well, 503 when not; the body says why. */
export function healthRoute(probe: Probe): Route {
  return {
    path: healthPath,
    method: 'GET',
    handler(_request, response) {
      readHealth(probe)
        .then((health) => ({ status: health.ok ? 200 : 503, body: health as unknown }))
        .catch(() => ({ status: 503, body: { ok: false, error: 'the database does not answer' } }))
        .then(({ status, body }) => {
          response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`)
        })
    },
  }
}
