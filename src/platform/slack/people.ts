// Slack users as persons of ours.
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Person } from '#platform/store/generated/client.ts'
import type { Columns } from '#platform/store/json-rows.ts'

type SlackUser = NonNullable<Awaited<ReturnType<Services['web']['users']['info']>>['user']>

/** Of a person whom raw SQL reads. */
export const personColumns: Columns<Person> = { hoursSetAt: 'date', updatedAt: 'date', workingDays: 'list' }

/** The person of a Slack user id; made from Slack's profile when first met. */
export async function personBySlackId(services: Services, slackUserId: string): Promise<Person> {
  const known = await services.db.person.findFirst({ where: { slackUserId } })
  if (known) return known
  const { user } = await services.web.users.info({ user: slackUserId })
  return savePerson(services, user ?? { id: slackUserId })
}

/** Writes what Slack says of a user: name, zone, active or not. What the person chose here stays. */
export async function savePerson(services: Services, user: SlackUser): Promise<Person> {
  const { db, workspaceId } = services
  const slackUserId = user.id ?? ''
  const name = user.profile?.real_name || user.real_name || user.name || slackUserId
  const profile = {
    name,
    displayName: user.profile?.display_name || name,
    timeZone: user.tz || 'UTC',
    active: !user.deleted,
    isBot: Boolean(user.is_bot),
    isGuest: Boolean(user.is_restricted || user.is_ultra_restricted),
    // Over Slack Connect: Slack says so, or gives the workspace that they are of.
    isStranger: Boolean(user.is_stranger) || (await isOfAnother(services, user.team_id)),
    isAdmin: Boolean(user.is_admin || user.is_owner),
  }
  return db.person.upsert({
    where: { workspaceId_slackUserId: { workspaceId, slackUserId } },
    create: { workspaceId, slackUserId, ...profile },
    update: profile,
  })
}

async function isOfAnother({ db, workspaceId }: Services, slackTeamId: string | undefined): Promise<boolean> {
  if (!slackTeamId) return false
  const own = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } })
  // On an Enterprise Grid a user's team may be the organisation itself.
  return slackTeamId !== own.slackTeamId && slackTeamId !== own.enterpriseId
}

/** The people of a team, by name; bots and deactivated accounts are left out, and guests whom no facilitator added. */
export async function membersOf(tx: Tx, teamId: string): Promise<(Person & { role: string | null })[]> {
  const memberships = await tx.membership.findMany({
    where: { teamId, person: { active: true, isBot: false, OR: [colleague, admittedTo(teamId)] } },
    include: { person: true },
    orderBy: { person: { name: 'asc' } },
  })
  return memberships.map(({ person, role }) => ({ ...person, role }))
}

const colleague = { isGuest: false, isStranger: false }
const admittedTo = (teamId: string) => ({ teamRoles: { some: { teamId, role: 'admitted' as const } } })
