// GET /health and GET /ready: what a platform asks. To a stranger they say yes or no; why stands in the log.
import type { ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { Clock } from '#platform/clock.ts'
import type { Route } from '#platform/http/route.ts'
import type { PrismaClient } from '#platform/store/generated/client.ts'

export interface Probe {
  prisma: Pick<PrismaClient, '$queryRaw' | '$executeRaw' | '$transaction'>
  clock: Clock
  log: Logger
  /** When this process last ticked. */
  lastTick(): Date | null
  /** Throws when the data folder cannot be written to; left out: there is none. */
  tryFolder?: () => Promise<void>
}

export const healthPath = '/health'
export const readyPath = '/ready'

/** A process whose last tick is older than this is not healthy: it ticks every second. */
const staleAfterSeconds = 90
/** A probe asks every 30 s; whoever asks more often gets the same answer, and costs nothing. */
const keepAnswerMillis = 2_000
/** Probes give up after 5 s. */
const withinMillis = 4_000

/**
 * Whether the process does its work: it has looked at the calendar lately, the database takes a write, and the disk too.
 * Null: it does; else why not, in words.
 */
export async function illness({ prisma, clock, lastTick, tryFolder }: Probe): Promise<string | null> {
  const last = lastTick()
  if (!last) return 'the calendar was not looked at yet'
  const age = Math.round((clock.now().getTime() - last.getTime()) / 1000)
  if (age >= staleAfterSeconds) return `the calendar was last looked at ${age} s ago`
  try {
    await within(canWrite(prisma))
  } catch (error) {
    return `the database does not take a write: ${wordsOf(error)}`
  }
  try {
    await within(tryFolder?.() ?? Promise.resolve())
  } catch (error) {
    return wordsOf(error)
  }
  return null
}

/** A table of this connection's own, gone with the transaction: a full disk refuses it, and nothing is left. */
async function canWrite(prisma: Probe['prisma']): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await tx.$executeRaw`create temporary table health_probe (filler text) on commit drop`
    await tx.$executeRaw`insert into health_probe select repeat('x', 100) from generate_series(1, 200)`
  })
}

async function within(work: Promise<void>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no answer within ${withinMillis / 1000} s`)), withinMillis)
  try {
    await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}

/** `/health`: 200 or 503, `{"ok":true}` or `{"ok":false}`. `/ready`: the same question, of whether to send requests here. */
export function healthRoutes(probe: Probe): Route[] {
  let asked: { at: number; answer: Promise<boolean> } | null = null
  const isWell = () => {
    if (!asked || performance.now() - asked.at > keepAnswerMillis) {
      const answer = illness(probe).then((why) => {
        if (why) probe.log.error({ why }, 'not healthy')
        return why === null
      })
      asked = { at: performance.now(), answer }
    }
    return asked.answer
  }
  const handler = (_request: unknown, response: ServerResponse) => {
    void isWell().then((ok) => {
      response
        .writeHead(ok ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end(`${JSON.stringify({ ok })}\n`)
    })
  }
  return [healthPath, readyPath].map((path) => ({ path, method: 'GET', asks: null, handler }))
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
