// Messages that cannot go until somebody mends something: parked, told once to who can mend it, retried after the cure.
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Message, Person } from '#platform/store/generated/client.ts'
import { cures, mute, quiet } from './errors.ts'
import { post } from './outbox.ts'
import { parkedMessage } from './parked.messages.ts'

/** The error of a message whose time was over before it could go. */
export const expired = 'expired'

const tellPrefix = 'parked:'

/**
 * The person who is told of a team's parked messages: who imported its newest plan, else its first member by name. Null
 * for a team without people.
 */
export async function responsibleFor(tx: Tx, teamId: string): Promise<Person | null> {
  const newest = await tx.planRevision.findFirst({
    where: { source: { teamId }, personId: { not: null } },
    orderBy: { importedAt: 'desc' },
    select: { personId: true },
  })
  const importer = newest?.personId
    ? await tx.person.findFirst({ where: { id: newest.personId, active: true } })
    : null
  if (importer) return importer
  const first = await tx.membership.findFirst({
    where: { teamId, person: { active: true, isBot: false } },
    orderBy: { person: { name: 'asc' } },
    include: { person: true },
  })
  return first?.person ?? null
}

/**
 * Tells the person who can mend it that a message is parked: once a day for the same team, channel and error. Errors that
 * shut Sprintkeeper out of Slack altogether cannot be told there; `doctor` and the log say them.
 */
export async function tellOnce(
  tx: Tx,
  services: Pick<Services, 'workspaceId' | 'clock' | 'jobs'>,
  message: Pick<Message, 'key' | 'teamId' | 'channel'>,
  error: string,
): Promise<void> {
  if (!message.teamId || message.key.startsWith(tellPrefix) || quiet.has(error) || mute.has(error)) return
  const person = await responsibleFor(tx, message.teamId)
  if (!person) return
  const day = services.clock.now().toISOString().slice(0, 10)
  await post(tx, services, {
    key: `${tellPrefix}${message.teamId}:${message.channel}:${error}:${day}`,
    channel: person.slackUserId,
    ...parkedMessage(message.channel, error, cures[error] ?? null),
  })
}

/** The messages that would go after a cure, oldest first. */
export async function parkedMessages(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  teamId?: string,
): Promise<Message[]> {
  return db.message.findMany({ where: worthwhile(clock.now(), teamId), orderBy: { sequence: 'asc' } })
}

/**
 * Tries the parked messages again that a cure may have helped, in their old order: those of a team, or all of the
 * workspace. What is no longer worth saying stays where it is.
 *
 * @returns how many will be tried
 */
export async function retryParked(services: Services, teamId?: string): Promise<number> {
  const parked = worthwhile(services.clock.now(), teamId)
  return services.db.$transaction(async (tx) => {
    const again = { attempts: 0, error: null, retryAt: null }
    // What Slack may have taken before it was parked is looked for first.
    const doubtful = await tx.message.updateMany({
      where: { ...parked, kind: 'post', sendingAt: { not: null } },
      data: { ...again, state: 'unknown' },
    })
    const refused = await tx.message.updateMany({ where: parked, data: { ...again, state: 'due' } })
    const count = doubtful.count + refused.count
    if (count > 0) await services.jobs?.wake(tx, services.workspaceId, 0)
    return count
  })
}

const curable = Object.entries(cures).flatMap(([error, cure]) => (cure === null ? [] : [error]))

const worthwhile = (now: Date, teamId?: string) => ({
  state: 'dead' as const,
  error: { in: curable },
  ...(teamId ? { teamId } : {}),
  OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
})
