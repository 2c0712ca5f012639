// Who called, and for which team: asked at every command, so in one statement.
import type { Services } from '#platform/services.ts'
import type { Person, Team } from '#platform/store/generated/client.ts'
import { type JsonRow, rowsOf } from '#platform/store/json-rows.ts'
import { personBySlackId, personColumns } from './people.ts'

export interface Caller {
  person: Person
  /**
   * The channel's; in a stakeholders' channel the one that reports there; elsewhere the person's only one. Of several the one
   * that they chose last.
   */
  team: Team | null
  /** The teams that could be meant, where that is not told by the place: of several the person is asked. */
  choices: TeamChoice[]
}

export interface TeamChoice {
  slug: string
  name: string
}

/** More than so many buttons are no choice; the others are typed. */
const mostChoices = 20

/** The person of a Slack user id, made from Slack's profile when first met, and the team that they mean in a channel. */
export async function callerOf(services: Services, slackUserId: string, channelId: string): Promise<Caller> {
  const { db, workspaceId } = services
  const [read] = await db.$queryRaw<
    { person: JsonRow<Person> | null; team: JsonRow<Team> | null; choices: TeamChoice[] }[]
  >`
    with person as materialized (
      select * from "Person" where "workspaceId" = ${workspaceId}::uuid and "slackUserId" = ${slackUserId}
    ),
    reporting as (
      select * from "Team" where "workspaceId" = ${workspaceId}::uuid and "stakeholderChannelId" = ${channelId}
    ),
    own as (
      select team.* from "Team" team join "Membership" membership on membership."teamId" = team.id
      where membership."personId" = (select id from person)
    ),
    possible as (
      select * from reporting where (select count(*) from reporting) = 1 or (select count(*) from own) = 0
      union all select * from own where (select count(*) from reporting) <> 1
    )
    select (select to_json(person) from person) as person, coalesce(
      (select to_json(team) from "Team" team where "workspaceId" = ${workspaceId}::uuid and "channelId" = ${channelId}),
      (select to_json(possible) from possible where (select count(*) from possible) = 1),
      (select to_json(possible) from possible where id = (select "chosenTeamId" from person))
    ) as team, coalesce((
      select json_agg(json_build_object('slug', slug, 'name', name) order by name)
      from (select slug, name from possible order by name limit ${mostChoices}) listed
    ), '[]'::json) as choices`
  const [known] = rowsOf<Person>(read?.person ? [read.person] : [], personColumns)
  const [team = null] = rowsOf<Team>(read?.team ? [read.team] : [], {
    createdAt: 'date',
    workingDays: 'list',
  })
  const byPlace = team !== null && team.channelId === channelId
  return {
    person: known ?? (await personBySlackId(services, slackUserId)),
    team,
    choices: byPlace ? [] : (read?.choices ?? []),
  }
}

/**
 * Remembers which team a person means, by its short name or its name, among those that they are in or that report where they
 * are.
 *
 * @returns the team's name; null: none of theirs is called so
 */
export async function chooseTeam(
  { db }: Services,
  caller: Pick<Caller, 'person'> & { choices: readonly TeamChoice[] },
  wanted: string,
): Promise<string | null> {
  const same = (text: string) => text.trim().toLowerCase() === wanted.trim().toLowerCase()
  const chosen = caller.choices.find(({ slug, name }) => same(slug) || same(name))
  if (!chosen) return null
  const team = await db.team.findFirstOrThrow({ where: { slug: chosen.slug } })
  await db.person.update({ where: { id: caller.person.id }, data: { chosenTeamId: team.id } })
  return team.name
}
