// pg-boss on our PostgreSQL: the jobs that wake the deliverer, sent in the transaction that writes the messages.

import { fromPrisma, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Tx } from '#platform/store/client.ts'

/**
 * The queue of a workspace's wake-ups, so that they reach the process that serves it. A job says that something is due; the
 * Message rows say what.
 */
export const deliverQueue = (workspaceId: string): string => `deliver-${workspaceId}`

export interface Jobs {
  /** Sends a wake-up with the transaction; it arrives when that commits, or `afterMillis` (real time) later. */
  wake(tx: Tx, workspaceId: string, afterMillis: number): Promise<void>
}

/**
 * Starts pg-boss, with LISTEN/NOTIFY and the queues that the deliverer works. Its schema `pgboss` is made or migrated.
 * Stop it after the deliverer: `boss.stop()`.
 */
export async function startBoss(
  connectionString: string,
  log: Logger,
  workspaceIds: readonly string[],
): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString,
    useListenNotify: true,
    // Occurrences are planned by our own calendar, so pg-boss needs no schedules.
    schedule: false,
    max: 4,
    application_name: 'sprintkeeper-jobs',
  })
  boss.on('error', (error) => log.error({ error: error.message }, 'pg-boss failed'))
  boss.on('warning', (warning) => log.warn({ warning: warning.message }, 'pg-boss warns'))
  await boss.start()
  // A wake-up that was not seen to is of no use later: the sweep has done its work by then.
  const options = {
    notify: true,
    retryLimit: 0,
    expireInSeconds: 60,
    deleteAfterSeconds: 60,
    retentionSeconds: 86_400 * 30,
  }
  for (const id of workspaceIds) await boss.createQueue(deliverQueue(id), options)
  return boss
}

/** What `Services.jobs` needs. */
export function jobsOf(boss: PgBoss): Jobs {
  return {
    async wake(tx, workspaceId, afterMillis) {
      const seconds = Math.ceil(afterMillis / 1000)
      const startAfter = seconds > 0 ? { startAfter: seconds } : {}
      await boss.send(deliverQueue(workspaceId), {}, { db: fromPrisma(tx), ...startAfter })
    },
  }
}
