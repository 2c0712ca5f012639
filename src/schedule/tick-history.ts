// The list of ticks at which something happened: kept for a week, for whoever asks what was late.
import { DAY_MILLIS } from '#domain/calendar/dates.ts'
import type { Clock } from '#platform/clock.ts'
import type { PrismaClient } from '#platform/store/generated/client.ts'

const keptMillis = 7 * DAY_MILLIS

/** Forgets the ticks older than seven days. @returns how many */
export async function pruneTicks(prisma: Pick<PrismaClient, 'tick'>, clock: Clock): Promise<number> {
  const oldest = new Date(clock.now().getTime() - keptMillis)
  const { count } = await prisma.tick.deleteMany({ where: { at: { lt: oldest } } })
  return count
}
