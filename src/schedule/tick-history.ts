// The list of ticks at which something happened, and of the times in which processes ran: kept for a week, for whoever asks
// what was late.
import { DAY_MILLIS } from '#domain/calendar/dates.ts'
import type { Clock } from '#platform/clock.ts'
import type { PrismaClient } from '#platform/store/generated/client.ts'

const keptMillis = 7 * DAY_MILLIS

/** Forgets the ticks, and the times of running, older than seven days. @returns how many ticks */
export async function pruneTicks(
  prisma: Pick<PrismaClient, 'tick' | 'uptime'>,
  clock: Clock,
): Promise<number> {
  const oldest = new Date(clock.now().getTime() - keptMillis)
  await prisma.uptime.deleteMany({ where: { until: { lt: oldest } } })
  const { count } = await prisma.tick.deleteMany({ where: { at: { lt: oldest } } })
  return count
}
