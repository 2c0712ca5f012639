// When somebody looked at a workspace's calendar: what tells "it was not running" from "it ran, and was late".

import type { Clock } from '#platform/clock.ts'
import type { Tx } from '#platform/store/client.ts'
import type { PrismaClient } from '#platform/store/generated/client.ts'

/** A process that is alive looks each second; after so long without a look it was not running in between. */
const breakMillis = 90_000
const notedEveryMillis = 15_000

export interface Uptime {
  /** Notes that the calendar is looked at now. */
  note(): Promise<void>
}

/** The record of one process for the workspaces that it serves. */
export function uptimeOf(
  prisma: Pick<PrismaClient, 'uptime'>,
  clock: Clock,
  process: string,
  workspaceIds: readonly string[],
): Uptime {
  let since: Date | null = null
  let until: Date | null = null
  return {
    async note() {
      const now = clock.now()
      const passed = until === null ? Number.POSITIVE_INFINITY : now.getTime() - until.getTime()
      if (passed >= 0 && passed < notedEveryMillis) return
      const goesOn = since !== null && passed >= 0 && passed <= breakMillis
      if (goesOn && since)
        await prisma.uptime.updateMany({
          where: { process, since, workspaceId: { in: [...workspaceIds] } },
          data: { until: now },
        })
      else {
        await prisma.uptime.createMany({
          data: workspaceIds.map((workspaceId) => ({ workspaceId, process, since: now, until: now })),
        })
        since = now
      }
      until = now
    },
  }
}

/** Whether the calendar was looked at, at an instant. `db` is the workspace's. */
export async function wasRunning(db: Tx, at: Date): Promise<boolean> {
  return (await db.uptime.findFirst({ where: { since: { lte: at }, until: { gte: at } } })) !== null
}
