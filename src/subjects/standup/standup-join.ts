// Somebody replies in a stand-up's thread whom the team does not ask: they are answered once, and may be counted in.
import type { Who } from '#domain/access/policy.ts'
import { edit, post } from '#platform/delivery/outbox.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Message, Person } from '#platform/store/generated/client.ts'
import { requireAccess } from '#records/access.ts'
import { audit } from '#records/audit.ts'
import { syncTeamNames } from '#records/plan-names.ts'
import { joinedTeam, joinOffer } from './standup-join.messages.ts'

/** The outbox keeps it: a person is answered once in a team, whatever they reply later. */
const offerKey = (teamId: string, personId: string): string => `standup-join:${teamId}:${personId}`

export async function offerToJoin(
  services: Services,
  { parent, person, as }: { parent: Message; person: Person; as: Who },
): Promise<void> {
  const { teamId } = parent
  if (!teamId) return
  await services.db.$transaction(async (tx) => {
    const team = await tx.team.findUniqueOrThrow({
      where: { id: teamId },
      include: { roles: { include: { person: true } } },
    })
    const isLeftOut = team.roles.some(({ role, personId }) => role === 'left_out' && personId === person.id)
    const leading = team.roles.filter(({ role, person: { active } }) => role === 'facilitator' && active)
    await post(tx, services, {
      key: offerKey(teamId, person.id),
      channel: parent.postedIn ?? parent.channel,
      teamId,
      thread: { key: parent.key },
      ...joinOffer({
        ...{ teamId, teamName: team.name, personId: person.id, slackUserId: person.slackUserId },
        byFacilitator: as === 'guest' || as === 'stranger' || isLeftOut,
        facilitators: leading.map((held) => held.person.slackUserId),
      }),
    })
  })
}

/**
 * The person who was offered it is asked at the team's stand-ups from now on.
 *
 * @throws SprintkeeperError `not_allowed` (outside the channel, a guest, or left out by the team), `not_asked`
 */
export async function countIn(
  services: Services,
  { teamId, personId, person }: { teamId: string; personId: string; person: Person },
): Promise<void> {
  if (person.id !== personId) throw new SprintkeeperError('not_asked', 'This offer is for somebody else.')
  await requireAccess(services, person, 'standup.answer', teamId)
  await services.db.$transaction(async (tx) => {
    if (await tx.teamRole.findFirst({ where: { teamId, personId, role: 'left_out' } }))
      throw new SprintkeeperError(
        'not_allowed',
        'The team left you out of its stand-up.',
        'A facilitator of the team can add you: /sprint team → People.',
      )
    const row = { workspaceId: services.workspaceId, teamId, personId }
    await tx.membership.createMany({ data: [row], skipDuplicates: true })
    await audit(tx, services, { teamId, personId, action: 'team.joined', target: personId, detail: {} })
    await syncTeamNames(tx, services, teamId)
    await edit(tx, services, { key: offerKey(teamId, personId), ...joinedTeam(person.slackUserId) })
  })
}
