// The rows that a sprint's reading is made of, in one statement: one round trip, whatever the sprint's size.
import type { Tx } from '#platform/store/client.ts'
import type {
  Blocker,
  Decision,
  Dependency,
  Item,
  ItemEvent,
  Objective,
  PlanName,
  Reading,
  Risk,
  Sprint,
  TeamDayOff,
} from '#platform/store/generated/client.ts'
import { type JsonRow, rowsOf } from '#platform/store/json-rows.ts'
import type { Known } from './owners.ts'

/** A plan's long texts stay in the database. */
export type ItemRow = Pick<
  Item,
  | ('id' | 'key' | 'title' | 'sprintId' | 'removedAt' | 'createdAt' | 'status' | 'statusAt' | 'stretch')
  | ('estimateValue' | 'estimateUnit' | 'estimateSize' | 'ownerId' | 'assignees' | 'acceptance')
>

export interface EventRow extends Pick<ItemEvent, 'itemId' | 'at' | 'field' | 'from' | 'to' | 'revisionId'> {
  /** The name of who did it. */
  person: string | null
}

const itemColumns = {
  ...({ removedAt: 'date', createdAt: 'date', statusAt: 'date' } as const),
  ...({ assignees: 'list', acceptance: 'list' } as const),
}

type BlockerFacts = 'id' | 'number' | 'text' | 'severity' | 'state' | 'raisedAt' | 'resolvedAt' | 'resolution'
export interface BlockerRow extends Pick<Blocker, BlockerFacts> {
  itemKey: string | null
  /** Names of people. */
  raisedBy: string | null
  helper: string | null
  takenBy: string | null
}

type ReadingRow = Pick<Reading, 'value' | 'at'>
type ObjectiveFacts = Pick<Objective, 'id' | 'text' | 'metric' | 'baseline' | 'target' | 'direction'>
export interface ObjectiveRow extends ObjectiveFacts {
  /** The newest two, the newest first. */
  readings: ReadingRow[]
}

export interface SprintRows {
  daysOff: TeamDayOff[]
  /** The sprint's, cut ones too, by position; then those that were in it and moved on to another. */
  items: ItemRow[]
  events: EventRow[]
  /** The sprint's, resolved ones too, and all of the team that are not resolved. */
  blockers: BlockerRow[]
  risks: Pick<Risk, 'id' | 'title' | 'likelihood' | 'impact' | 'mitigation' | 'owner' | 'closedAt'>[]
  dependencies: Pick<Dependency, 'id' | 'text' | 'on' | 'due' | 'doneAt'>[]
  objectives: ObjectiveRow[]
  /** Those that wait for an answer, and the sprint's that have one. */
  decisions: Decision[]
  /** What the owner book is made of. */
  members: Known[]
  planNames: Pick<PlanName, 'name' | 'personId'>[]
  /** Who owns an item or is meant by a name, members or not. */
  others: Known[]
}

type Json = {
  [K in Exclude<keyof SprintRows, 'objectives'>]: JsonRow<SprintRows[K][number]>[]
} & { objectives: (ObjectiveFacts & { readings: JsonRow<ReadingRow>[] })[] }

/** Reads them. Risks and dependencies that a plan states above its sprints count for each of its sprints. */
// Long: one SQL statement, so that one round trip reads a whole sprint.
export async function sprintRows(
  db: Tx,
  sprint: Pick<Sprint, 'id' | 'workspaceId' | 'teamId' | 'sourceId'>,
): Promise<SprintRows> {
  const { id, workspaceId, teamId, sourceId } = sprint
  const [read] = await db.$queryRaw<Json[]>`
    with item as materialized (
      select id, key, title, "sprintId", "removedAt", "createdAt", status, "statusAt", stretch, "estimateValue",
        "estimateUnit", "estimateSize", "ownerId", assignees, acceptance, position, false as moved
      from "Item" where "workspaceId" = ${workspaceId}::uuid and "sprintId" = ${id}::uuid
      union all
      select id, key, title, "sprintId", "removedAt", "createdAt", status, "statusAt", stretch, "estimateValue",
        "estimateUnit", "estimateSize", "ownerId", assignees, acceptance, 0, true
      from "Item" where "workspaceId" = ${workspaceId}::uuid and id in (
        select "itemId" from "ItemEvent" where "sprintId" = ${id}::uuid
        except select id from "Item" where "sprintId" = ${id}::uuid
      )
    ),
    plan_name as materialized (
      select name, "personId" from "PlanName"
      where "workspaceId" = ${workspaceId}::uuid and "teamId" = ${teamId}::uuid and "personId" is not null
    )
    select
      (select coalesce(json_agg(one), '[]') from (
        select * from "TeamDayOff" where "workspaceId" = ${workspaceId}::uuid and "teamId" = ${teamId}::uuid
      ) one) as "daysOff",
      (select coalesce(json_agg(one), '[]') from (
        select id, key, title, "sprintId", "removedAt", "createdAt", status, "statusAt", stretch, "estimateValue",
          "estimateUnit", "estimateSize", "ownerId", assignees, acceptance
        from item order by moved, position, key
      ) one) as items,
      (select coalesce(json_agg(one), '[]') from (
        select "itemId", at, field, "from", "to", "revisionId",
          (select name from "Person" where id = "personId") as person
        from "ItemEvent" where "workspaceId" = ${workspaceId}::uuid and "sprintId" = ${id}::uuid order by at, id
      ) one) as events,
      (select coalesce(json_agg(one), '[]') from (
        select blocker.id, blocker.number, blocker.text, blocker.severity, blocker.state, blocker."raisedAt",
          blocker."resolvedAt", blocker.resolution,
          (select key from "Item" where id = blocker."itemId") as "itemKey",
          (select name from "Person" where id = blocker."raisedById") as "raisedBy",
          (select name from "Person" where id = blocker."helperId") as helper,
          (select name from "Person" where id = blocker."takenById") as "takenBy"
        from "Blocker" blocker
        where blocker."workspaceId" = ${workspaceId}::uuid and blocker."teamId" = ${teamId}::uuid
          and (blocker."sprintId" = ${id}::uuid or blocker.state <> 'resolved')
        order by blocker.number
      ) one) as blockers,
      (select coalesce(json_agg(one), '[]') from (
        select id, title, likelihood, impact, mitigation, owner, "closedAt" from "Risk"
        where "workspaceId" = ${workspaceId}::uuid and "teamId" = ${teamId}::uuid and "removedAt" is null
          and ("sprintId" = ${id}::uuid or "sprintId" is null and "sourceId" = ${sourceId}::uuid)
        order by position, id
      ) one) as risks,
      (select coalesce(json_agg(one), '[]') from (
        select id, text, "on", due, "doneAt" from "Dependency"
        where "workspaceId" = ${workspaceId}::uuid and "teamId" = ${teamId}::uuid and "removedAt" is null
          and ("sprintId" = ${id}::uuid or "sprintId" is null and "sourceId" = ${sourceId}::uuid)
        order by due, position
      ) one) as dependencies,
      (select coalesce(json_agg(one), '[]') from (
        select objective.id, objective.text, metric, baseline, target, direction,
          (select coalesce(json_agg(newest), '[]') from (
            select value, at from "Reading" where "objectiveId" = objective.id order by at desc limit 2
          ) newest) as readings
        from "Objective" objective
        where objective."workspaceId" = ${workspaceId}::uuid and objective."sprintId" = ${id}::uuid
        order by objective.position
      ) one) as objectives,
      (select coalesce(json_agg(one), '[]') from (
        select * from "Decision"
        where "workspaceId" = ${workspaceId}::uuid and "teamId" = ${teamId}::uuid
          and ("sprintId" = ${id}::uuid or "decidedAt" is null)
        order by "askedAt"
      ) one) as decisions,
      (select coalesce(json_agg(one), '[]') from (
        select person.id, person.name, person."displayName" from "Membership" membership
        join "Person" person on person.id = membership."personId"
        where membership."workspaceId" = ${workspaceId}::uuid and membership."teamId" = ${teamId}::uuid
          and person.active and not person."isBot"
        order by person.name
      ) one) as members,
      (select coalesce(json_agg(one), '[]') from plan_name one) as "planNames",
      (select coalesce(json_agg(one), '[]') from (
        select id, name, "displayName" from "Person"
        where "workspaceId" = ${workspaceId}::uuid
          and id = any(array(select "ownerId" from item union select "personId" from plan_name))
      ) one) as others`
  if (!read) throw new Error('a select without a table gave no row')
  return {
    ...read,
    daysOff: rowsOf(read.daysOff, { date: 'date' }),
    items: rowsOf<ItemRow>(read.items, itemColumns),
    events: rowsOf<EventRow>(read.events, { at: 'date' }),
    blockers: rowsOf<BlockerRow>(read.blockers, { raisedAt: 'date', resolvedAt: 'date' }),
    risks: rowsOf<SprintRows['risks'][number]>(read.risks, { closedAt: 'date' }),
    dependencies: rowsOf<SprintRows['dependencies'][number]>(read.dependencies, {
      due: 'date',
      doneAt: 'date',
    }),
    objectives: read.objectives.map((objective) => {
      return { ...objective, readings: rowsOf<ReadingRow>(objective.readings, { at: 'date' }) }
    }),
    decisions: rowsOf<Decision>(read.decisions, { askedAt: 'date', decidedAt: 'date' }),
  }
}
