// Who called, and for which team: asked at every command, so in one statement.
import type { Services } from '#platform/services.ts'
import type { Person, Team } from '#platform/store/generated/client.ts'
import { type JsonRow, rowsOf } from '#platform/store/json-rows.ts'
import { personBySlackId, personColumns } from './people.ts'

export interface Caller {
  person: Person
  /** The channel's; in a stakeholders' channel the one that reports there; elsewhere the person's only one. */
  team: Team | null
}

/** The person of a Slack user id, made from Slack's profile when first met, and the team that they mean in a channel. */
export async function callerOf(services: Services, slackUserId: string, channelId: string): Promise<Caller> {
  const { db, workspaceId } = services
  const [read] = await db.$queryRaw<{ person: JsonRow<Person> | null; team: JsonRow<Team> | null }[]>`
    with person as materialized (
      select * from "Person" where "workspaceId" = ${workspaceId}::uuid and "slackUserId" = ${slackUserId}
    ),
    reporting as (
      select * from "Team" where "workspaceId" = ${workspaceId}::uuid and "stakeholderChannelId" = ${channelId} limit 2
    ),
    own as (
      select team.* from "Team" team join "Membership" membership on membership."teamId" = team.id
      where membership."personId" = (select id from person) limit 2
    )
    select (select to_json(person) from person) as person, coalesce(
      (select to_json(team) from "Team" team where "workspaceId" = ${workspaceId}::uuid and "channelId" = ${channelId}),
      (select to_json(reporting) from reporting where (select count(*) from reporting) = 1),
      (select to_json(own) from own where (select count(*) from own) = 1)
    ) as team`
  const [known] = rowsOf<Person>(read?.person ? [read.person] : [], personColumns)
  const [team = null] = rowsOf<Team>(read?.team ? [read.team] : [], {
    createdAt: 'date',
    workingDays: 'list',
  })
  return { person: known ?? (await personBySlackId(services, slackUserId)), team }
}
