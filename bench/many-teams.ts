// Thousands of teams with people, a running sprint, items and their history, written straight into a migrated database.
import type pg from 'pg'

export interface ManyTeams {
  teams: number
  peopleEach: number
  itemsEach: number
  /** Local date, ISO, within every team's sprint: a week after its start. */
  today: string
}

/** The Slack ids that `addTeams` gives; counted from 1. */
export const slackIds = {
  workspace: 'T0BENCH',
  bot: 'U0BENCHBOT',
  channel: (team: number) => `C0BENCH${team}`,
  person: (team: number, member: number) => `U0BENCH${team}X${member}`,
}

/** Makes the workspace and its teams. @returns the workspace's id */
export async function addTeams(client: pg.Client, wanted: ManyTeams): Promise<string> {
  const { teams, peopleEach, itemsEach, today } = wanted
  const made = await client.query<{ id: string }>(
    `insert into "Workspace" (id, "slackTeamId", name, "botUserId") values (uuidv7(), $1, 'Bench', $2) returning id`,
    [slackIds.workspace, slackIds.bot],
  )
  const workspaceId = made.rows[0]?.id ?? ''
  const fill = (sql: string, ...values: unknown[]) => client.query(sql, [workspaceId, ...values])
  await fill(
    `insert into "Team" (id, "workspaceId", slug, name, zone, "channelId")
     select uuidv7(), $1, 'team-' || n, 'Team ' || n, 'America/Denver', 'C0BENCH' || n
     from generate_series(1, $2::int) n`,
    teams,
  )
  await fill(
    `insert into "Person" (id, "workspaceId", "slackUserId", name, "displayName", "timeZone", "updatedAt")
     select uuidv7(), $1, 'U0BENCH' || n || 'X' || m, 'Member' || m || ' Of Team ' || n, 'Member' || m,
       'America/Denver', now()
     from generate_series(1, $2::int) n, generate_series(1, $3::int) m`,
    teams,
    peopleEach,
  )
  await fill(
    `insert into "Membership" ("workspaceId", "teamId", "personId")
     select $1, t.id, p.id from "Person" p
     join "Team" t on t."channelId" = 'C0BENCH' || split_part(substr(p."slackUserId", 8), 'X', 1)`,
  )
  await fill(
    `insert into "ChannelMember" ("workspaceId", "channelId", "slackUserId")
     select $1, 'C0BENCH' || split_part(substr("slackUserId", 8), 'X', 1), "slackUserId" from "Person"`,
  )
  await fill(
    `insert into "PlanSource" (id, "workspaceId", "teamId", path)
     select uuidv7(), $1, id, 'plans/' || slug || '.md' from "Team"`,
  )
  // A sprint that is over and one that runs.
  await fill(
    `insert into "Sprint" (id, "workspaceId", "teamId", "sourceId", name, number, state, position, start, "end",
       "datesFrom", goals, "capacityLow", "capacityHigh", committed, "capacityUnit", line)
     select uuidv7(), $1, s."teamId", s.id, 'Sprint ' || (31 + k), 31 + k,
       case k when 0 then 'closed' else 'active' end::"SprintState", k,
       $2::date - 21 + 14 * k, $2::date - 10 + 14 * k, 'stated',
       array['Settle refunds within a day', 'No page at night'], 200, 260, 240, 'points', 1
     from "PlanSource" s, generate_series(0, 1) k`,
    today,
  )
  await fill(
    `insert into "Item" (id, "workspaceId", "teamId", "sourceId", "sprintId", key, "keyStated", title, "estimateValue",
       "estimateUnit", stretch, status, assignees, acceptance, tasks, position, line, "createdAt", "statusAt")
     select uuidv7(), $1, s."teamId", s."sourceId", s.id, 'BE-' || i, true, 'Refund path number ' || i,
       1 + i % 8, 'points', i % 20 = 0,
       (array['done', 'done', 'in_progress', 'in_review', 'ready', 'ready'])[1 + i % 6]::"ItemStatus",
       array['Member' || (1 + i % 5) || ' Of Team'], array['A refund is booked', 'It is shown'], '[]', i, 10 + i,
       s.start, s.start + (i % 7) * interval '1 day'
     from "Sprint" s, generate_series(1, $2::int) i where s.state = 'active'`,
    itemsEach,
  )
  await fill(
    `insert into "ItemEvent" (id, "workspaceId", "teamId", "itemId", "sprintId", at, field, "from", "to")
     select uuidv7(), $1, "teamId", id, "sprintId", "statusAt", 'status', 'ready', status::text
     from "Item" where status <> 'ready'`,
  )
  await fill(
    `insert into "Blocker" (id, "workspaceId", "teamId", "sprintId", "itemId", number, text, severity, "raisedById", "raisedAt")
     select uuidv7(), $1, i."teamId", i."sprintId", i.id, i.position, 'The sandbox of the bank is down', 'medium',
       (select "personId" from "Membership" m where m."teamId" = i."teamId" limit 1), i."statusAt"
     from "Item" i where i.position in (2, 3)`,
  )
  await fill(
    `insert into "Risk" (id, "workspaceId", "teamId", "sourceId", "sprintId", title, likelihood, impact, position, line)
     select uuidv7(), $1, "teamId", "sourceId", id, 'The bank changes its interface (' || k || ')', 'medium', 'high', k, k
     from "Sprint", generate_series(1, 5) k where state = 'active'`,
  )
  await fill(
    `insert into "Objective" (id, "workspaceId", "sprintId", text, metric, target, position, line)
     select uuidv7(), $1, id, 'Objective ' || k, 'share of refunds within a day', '95 %', k, k
     from "Sprint", generate_series(1, 3) k where state = 'active'`,
  )
  await fill(
    `insert into "CeremonyRule" (id, "workspaceId", "teamId", "sprintId", key, kind, title, recurrence, start,
       "windowMinutes", origin)
     select uuidv7(), $1, "teamId", id, 'standup', 'standup', 'Daily stand-up', '{"type":"daily"}', '09:30', 180, 'plan'
     from "Sprint" where state = 'active'`,
  )
  await client.query('analyze')
  return workspaceId
}

/**
 * Adds stand-ups to the teams in turn, `slots` of them a team's date: the n-th of a team `perTeam` days and slots on.
 *
 * @param opensAt the instant of the first; the next date's opens 24 hours later
 */
export async function addStandUps(
  client: pg.Client,
  stand: { count: number; opensAt: Date; firstSlot: number },
): Promise<void> {
  await client.query(
    `insert into "Occurrence" (id, "workspaceId", "teamId", "sprintId", "ruleId", kind, title, "localDate", slot,
       "opensAt", "closesAt", "nextAt")
     select uuidv7(), r."workspaceId", r."teamId", r."sprintId", r.id, r.kind, r.title,
       ($2::timestamptz at time zone 'UTC')::date + day, $3::int, opens, opens + interval '3 hours', opens
     from (
       select n, n / rules.total as day, $2::timestamptz + (n / rules.total) * interval '1 day' as opens, rules.total
       from generate_series(0, $1::int - 1) n, (select count(*)::int as total from "CeremonyRule") rules
     ) wanted
     join (select *, row_number() over (order by id) - 1 as place from "CeremonyRule") r on r.place = wanted.n % wanted.total`,
    [stand.count, stand.opensAt, stand.firstSlot],
  )
  await client.query('analyze "Occurrence"')
}
