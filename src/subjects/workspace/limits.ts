// An admin sets who may start teams and which channels are closed; what is closed is left at once.
import { fieldError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Person, Team } from '#platform/store/generated/client.ts'
import { requireAccess } from '#records/access.ts'
import { audit } from '#records/audit.ts'
import type { Limits } from './limits.messages.ts'

/**
 * @returns the names of the teams that lost a channel
 * @throws SprintkeeperError `not_allowed`, `field:people`
 */
export async function saveLimits(services: Services, person: Person, limits: Limits): Promise<string[]> {
  await requireAccess(services, person, 'workspace.change')
  const { creators, people, closed } = limits
  if (creators === 'named' && people.length === 0) throw fieldError('people', 'Name somebody.')
  return services.db.$transaction(async (tx) => {
    await tx.workspace.update({
      where: { id: services.workspaceId },
      data: { teamCreators: creators, teamCreatorIds: people, closedChannels: closed },
    })
    const entry = {
      teamId: null,
      personId: person.id,
      action: 'workspace.limits',
      target: services.workspaceId,
    }
    await audit(tx, services, { ...entry, detail: { creators, people, closed } })
    const held = await tx.team.findMany({
      where: { OR: [{ channelId: { in: closed } }, { stakeholderChannelId: { in: closed } }] },
      orderBy: { name: 'asc' },
    })
    for (const team of held) await leaveChannels(tx, services, person, team, closed)
    await tx.channelLink.deleteMany({ where: { channelId: { in: closed } } })
    // What waits for such a channel, of whatever team, is not said any more.
    await tx.message.deleteMany({ where: { channel: { in: closed }, state: 'due' } })
    return held.map(({ name }) => name)
  })
}

async function leaveChannels(
  tx: Tx,
  services: Services,
  person: Person,
  { id: teamId, channelId, stakeholderChannelId }: Team,
  closed: readonly string[],
): Promise<void> {
  const kept = (id: string | null) => (id !== null && closed.includes(id) ? null : id)
  const data = { channelId: kept(channelId), stakeholderChannelId: kept(stakeholderChannelId) }
  await tx.team.update({ where: { id: teamId }, data })
  const detail = { ...data, why: 'an admin closed a channel' }
  await audit(tx, services, { teamId, personId: person.id, action: 'team.channels', target: teamId, detail })
}
