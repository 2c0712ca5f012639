// Asks the policy (src/domain/access) for a person, the operator or a token, before anything is read or changed.
import { type Action, TEAM_ACTIONS } from '#domain/access/actions.ts'
import { type Decision, decide, decideFor, type TeamStanding } from '#domain/access/policy.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Person, Team } from '#platform/store/generated/client.ts'
import type { TeamRoleKind } from '#platform/store/generated/enums.ts'
import { audit } from './audit.ts'
import { workspaceLimits } from './workspace-limits.ts'

/** Who asks: a person of the workspace, or a way in that is no person. */
export type Actor = Person | 'operator' | 'token'

const isOfTeam = (action: Action): boolean => (TEAM_ACTIONS as readonly Action[]).includes(action)

export type Allowed = Decision & { allowed: true }

/**
 * Lets through who may do it; anybody else gets words that say who can, and leaves a line in the log and in the audit.
 *
 * @param teamId of an action that is of a team
 * @param channelId of `channel.decide`: the channel that the team is to post in
 * @returns what `claimTeam` wants in the transaction of what was allowed
 * @throws SprintkeeperError `not_allowed`, `no_such_team`
 */
export async function requireAccess(
  services: Services,
  actor: Actor,
  action: Action,
  teamId: string | null = null,
  channelId = '',
): Promise<Allowed> {
  const decision = await askAccess(services, actor, action, teamId, channelId)
  const personId = typeof actor === 'string' ? null : actor.id
  if (decision.allowed) return decision
  const { as, message, hint } = decision
  services.log.warn(
    { workspace: services.workspaceId, person: personId, team: teamId, action, as },
    'access refused',
  )
  const target = teamId ?? personId ?? as
  await audit(services.db, services, {
    teamId,
    personId,
    action: 'access.refused',
    target,
    detail: { action, as },
  })
  throw new SprintkeeperError('not_allowed', message, hint)
}

/** The decision alone, for a list that leaves out what somebody may not see. @throws SprintkeeperError `no_such_team` */
export async function askAccess(
  services: Services,
  actor: Actor,
  action: Action,
  teamId: string | null = null,
  channelId = '',
): Promise<Decision> {
  if (typeof actor === 'string') return decideFor(actor, action, null)
  const team = isOfTeam(action) ? await standingIn(services, actor, teamId, channelId) : null
  if (action !== 'team.create') return decide(action, { ...actor, team })
  const { teamCreators: rule, teamCreatorIds } = await workspaceLimits(services)
  const creators = { rule, isNamed: teamCreatorIds.includes(actor.slackUserId) }
  return decide(action, { ...actor, team, creators })
}

/** The teams near a person (of the channels that they are in, or of none) in which they may do something, by name. */
export async function teamsFor(
  services: Services,
  person: Person,
  action: Action,
  most: number,
): Promise<Team[]> {
  const { db } = services
  const { slackUserId } = person
  const channels = await db.channelMember.findMany({ where: { slackUserId }, select: { channelId: true } })
  const near = await db.team.findMany({
    where: { OR: [{ channelId: { in: channels.map(({ channelId }) => channelId) } }, { channelId: null }] },
    orderBy: { name: 'asc' },
    take: most,
  })
  const decided = await Promise.all(
    near.map(async (team) => ({ team, ...(await askAccess(services, person, action, team.id)) })),
  )
  return decided.filter(({ allowed }) => allowed).map(({ team }) => team)
}

interface StandingRow extends Omit<TeamStanding, 'facilitators'> {
  facilitators: string[] | null
}

async function standingIn(
  services: Services,
  person: Person,
  teamId: string | null,
  channelId: string,
): Promise<TeamStanding> {
  const { db, workspaceId } = services
  const [row] = await db.$queryRaw<StandingRow[]>`
    select team.name, team."channelId",
      exists (select from "ChannelMember" member where member."workspaceId" = team."workspaceId"
        and member."channelId" = team."channelId" and member."slackUserId" = ${person.slackUserId}) as "inChannel",
      exists (select from "ChannelMember" member where member."workspaceId" = team."workspaceId"
        and member."channelId" = team."stakeholderChannelId" and member."slackUserId" = ${person.slackUserId})
        as "inStakeholderChannel",
      exists (select from "ChannelLink" link join "ChannelMember" member on member."workspaceId" = link."workspaceId"
        and member."channelId" = link."channelId" and member."slackUserId" = ${person.slackUserId}
        where link."teamId" = team.id and link."channelId" = ${channelId}) as "isHost",
      exists (select from "Membership" own where own."teamId" = team.id and own."personId" = ${person.id}::uuid)
        as "isAsked",
      team."channelId" is null and not exists (select from "Membership" any_of where any_of."teamId" = team.id)
        as "isOrphan",
      exists (select from "TeamRole" own where own."teamId" = team.id and own."personId" = ${person.id}::uuid
        and own.role = 'facilitator') as "isFacilitator",
      exists (select from "TeamRole" own where own."teamId" = team.id and own."personId" = ${person.id}::uuid
        and own.role = 'admitted') as "isAdmitted",
      (select array_agg(leader.name order by leader.name) from "TeamRole" held
        join "Person" leader on leader.id = held."personId" and leader.active
        where held."teamId" = team.id and held.role = 'facilitator' and (
          case when team."channelId" is null
            then exists (select from "Membership" asked where asked."teamId" = team.id and asked."personId" = leader.id)
            else exists (select from "ChannelMember" member where member."workspaceId" = team."workspaceId"
              and member."channelId" = team."channelId" and member."slackUserId" = leader."slackUserId")
          end)) as facilitators
    from "Team" team where team."workspaceId" = ${workspaceId}::uuid and team.id = ${teamId}::uuid`
  if (!row)
    throw new SprintkeeperError('no_such_team', 'That team is not there any more.', 'Try /sprint team again.')
  return { ...row, facilitators: row.facilitators ?? [] }
}

/**
 * A team that has no facilitator gets one in whoever did what only facilitators do: in the transaction of the deed, so that
 * opening a form, or a preview, makes nobody one.
 */
export async function claimTeam(
  tx: Tx,
  services: Pick<Services, 'workspaceId' | 'clock'>,
  { claims }: Allowed,
  teamId: string,
  actor: Actor,
): Promise<void> {
  if (!claims || typeof actor === 'string') return
  await addFacilitator(tx, services, teamId, actor.id)
  const entry = { teamId, personId: actor.id, action: 'access.facilitator', target: actor.id }
  await audit(tx, services, { ...entry, detail: { from: 'the team had none' } })
}

/** Makes somebody a facilitator of a team, beside those who are. */
export async function addFacilitator(
  tx: Tx,
  { workspaceId, clock }: Pick<Services, 'workspaceId' | 'clock'>,
  teamId: string,
  personId: string,
): Promise<void> {
  await addRole(tx, { workspaceId, clock }, teamId, 'facilitator', [personId])
}

/** Gives people a role beside those who have it. */
export async function addRole(
  tx: Tx,
  { workspaceId, clock }: Pick<Services, 'workspaceId' | 'clock'>,
  teamId: string,
  role: TeamRoleKind,
  personIds: readonly string[],
): Promise<void> {
  const data = personIds.map((personId) => ({ workspaceId, teamId, personId, role, since: clock.now() }))
  if (data.length) await tx.teamRole.createMany({ data, skipDuplicates: true })
}

/**
 * The teams that rows belong to, by the rows' ids: of a team itself, a sprint, an occurrence, an item or whatever else a
 * button carries. Ids that stand for nothing, or for something of a person's own, give none.
 */
export async function teamsOf({ db, workspaceId }: Services, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const asked = [...ids]
  const rows = await db.$queryRaw<{ teamId: string }[]>`
    with asked as materialized (select unnest(${asked}::uuid[]) as id)
    select distinct found."teamId" from (
      select id as "teamId", "workspaceId" from "Team" where id in (select id from asked)
      union all select "teamId", "workspaceId" from "Sprint" where id in (select id from asked)
      union all select "teamId", "workspaceId" from "Occurrence" where id in (select id from asked)
      union all select "teamId", "workspaceId" from "Item" where id in (select id from asked)
      union all select "teamId", "workspaceId" from "Blocker" where id in (select id from asked)
      union all select "teamId", "workspaceId" from "Action" where id in (select id from asked)
      union all select "teamId", "workspaceId" from "Risk" where id in (select id from asked)
      union all select "teamId", "workspaceId" from "Dependency" where id in (select id from asked)
      union all select "teamId", "workspaceId" from "Decision" where id in (select id from asked)
      union all select retro."teamId", note."workspaceId" from "RetroNote" note
        join "Occurrence" retro on retro.id = note."occurrenceId" where note.id in (select id from asked)
      union all select sprint."teamId", objective."workspaceId" from "Objective" objective
        join "Sprint" sprint on sprint.id = objective."sprintId" where objective.id in (select id from asked)
    ) found where found."workspaceId" = ${workspaceId}::uuid`
  return rows.map(({ teamId }) => teamId)
}
