// The clock of the database: every process that shares a database shares its time, whatever the host's clock says.
import type { Clock } from '#platform/clock.ts'
import type { PrismaClient } from './generated/client.ts'

export interface DatabaseClock extends Clock {
  /** Asks the database for its time again. */
  synchronise(): Promise<void>
}

/** A clock that runs at the host's pace and shows the database's time, exact to half a round trip. */
export async function databaseClock(prisma: PrismaClient): Promise<DatabaseClock> {
  let offsetMillis = 0
  const clock: DatabaseClock = {
    now: () => new Date(performance.timeOrigin + performance.now() + offsetMillis),
    async synchronise() {
      const sent = performance.timeOrigin + performance.now()
      const [row] = await prisma.$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`
      const received = performance.timeOrigin + performance.now()
      if (row) offsetMillis = row.now.getTime() - (sent + received) / 2
    },
  }
  await clock.synchronise()
  return clock
}
