// GET /metrics: what this process counted, and what the database says at that moment.
import type { Clock } from '#platform/clock.ts'
import type { Route } from '#platform/http/route.ts'
import { refuse } from '#platform/http/server.ts'
import type { Metrics } from '#platform/metrics.ts'
import type { PrismaClient } from '#platform/store/generated/client.ts'

export interface Watched {
  metrics: Metrics
  prisma: Pick<PrismaClient, '$queryRaw'>
  clock: Clock
  /** Whose messages and ceremonies are counted. */
  workspaceId: string
  /** When this process last ticked. */
  lastTick(): Date | null
}

export const metricsPath = '/metrics'

/** A message that was due before this, and is not in Slack, is late: a sweep finds what is due within a second. */
const lateAfterSeconds = 60

interface Counts {
  due: number
  late: number
  waiting: number
  unknown: number
  parked: number
  oldest: number
  overdue: number
}

/** One statement, so that a scrape each few seconds costs nothing that matters. */
async function count({ prisma, clock, workspaceId }: Watched): Promise<Counts> {
  const now = clock.now()
  const [counts] = await prisma.$queryRaw<Counts[]>`
    select m.*, o.overdue from (
      select count(*) filter (where state in ('due', 'retry', 'leased', 'sending') and "dueAt" <= ${now})::int as due,
        count(*) filter (where state <> 'dead' and "dueAt" <= ${now}::timestamptz - make_interval(secs => ${lateAfterSeconds}))::int as late,
        count(*) filter (where state <> 'dead' and "dueAt" > ${now})::int as waiting,
        count(*) filter (where state = 'unknown')::int as unknown,
        count(*) filter (where state = 'dead' and error <> 'expired')::int as parked,
        coalesce(extract(epoch from ${now}::timestamptz - min("dueAt") filter (where state <> 'dead' and "dueAt" <= ${now})), 0)::float8 as oldest
      from "Message" where "workspaceId" = ${workspaceId}::uuid and state <> 'sent') m,
    (select coalesce(extract(epoch from ${now}::timestamptz - min("nextAt")), 0)::float8 as overdue
      from "Occurrence" where "workspaceId" = ${workspaceId}::uuid and "nextAt" <= ${now}) o`
  if (!counts) throw new Error('the outbox was not counted')
  return counts
}

/** The route. A database that does not answer leaves what it would say out, and shows as `sprintkeeper_database_up 0`. */
export async function metricsRoute(watched: Watched): Promise<Route> {
  const { Gauge } = await import('prom-client')
  const { metrics, clock, lastTick } = watched
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `sprintkeeper_${name}`, help, labelNames, registers: [metrics.registry] })
  const up = gauge('database_up', 'Whether the database answered this scrape.')
  const outbox = gauge('outbox_messages', 'Messages that are not in Slack, by what they wait for.', ['state'])
  const oldest = gauge('outbox_oldest_due_seconds', 'Age of the oldest message that is due.')
  const overdue = gauge(
    'ceremony_overdue_seconds',
    'How long the oldest step of a ceremony that is due has waited.',
  )
  const age = gauge('tick_age_seconds', 'Since the last look at the calendar; one comes each second.')
  const read = async () => {
    for (const each of [outbox, oldest, overdue, age]) each.reset()
    const last = lastTick()
    age.set(last ? Math.max((clock.now().getTime() - last.getTime()) / 1000, 0) : Number.POSITIVE_INFINITY)
    try {
      const counts = await count(watched)
      for (const state of ['due', 'late', 'waiting', 'unknown', 'parked'] as const)
        outbox.set({ state }, counts[state])
      oldest.set(counts.oldest)
      overdue.set(counts.overdue)
      up.set(1)
    } catch {
      up.set(0)
    }
    return metrics.registry.metrics()
  }
  return {
    path: metricsPath,
    method: 'GET',
    asks: null,
    handler(_request, response) {
      read().then(
        (text) => response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text),
        () => refuse(response, 500, 'The metrics could not be read.'),
      )
    },
  }
}
