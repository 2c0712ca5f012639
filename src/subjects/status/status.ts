// What /sprint status shows, and posting it to the channel.

import { addDays, daysBetween } from '#domain/calendar/dates.ts'
import { instantOf, localOf } from '#domain/calendar/instant.ts'
import { ATTENDED_KINDS, ceremonyKind } from '#domain/kinds.ts'
import { openBlockers } from '#domain/sprint/blockers.ts'
import { burndownOf } from '#domain/sprint/burndown.ts'
import { progressOf } from '#domain/sprint/progress.ts'
import { post } from '#platform/delivery/outbox.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import type { Occurrence, Person, Team } from '#platform/store/generated/client.ts'
import { stored } from '#platform/store/stored.ts'
import { stakeholdersOf } from '#records/channel-links.ts'
import { sprintById } from '#records/sprint-by-id.ts'
import { forecastOf } from '#records/sprint-forecast.ts'
import { risksOf } from '#records/sprint-risks.ts'
import { readCurrentSprint, readSprint, type SprintState } from '#records/sprint-state.ts'
import { ceremonyName } from '#wording/ceremony-name.ts'
import { shortSprintName } from '#wording/sprint-name.ts'
import { type StatusView, statusMessage } from './status.messages.ts'

/** The team's status as it stands now. Throws `no_sprint`. */
export async function sprintStatus(services: Services, team: Team): Promise<StatusView> {
  const now = services.clock.now()
  const [state, next] = await Promise.all([
    readCurrentSprint(services.db, team, now),
    ahead(services.db, team, now),
  ])
  return viewOf(state, next, null)
}

export interface PostStatus {
  sprintId: string
  /** Of the answer whose button was clicked: each answer is posted once, however often it is clicked. */
  nonce: string
  person: Person
  /** Where the button was clicked. */
  channelId: string
}

/**
 * Posts the status as it stands now: in the stakeholders' channel when it was asked for there, else in the team's.
 *
 * @returns the channel's id
 * @throws SprintkeeperError `gone` (the sprint is no longer there), `no_channel`
 */
export async function postStatus(services: Services, asked: PostStatus): Promise<string> {
  const { sprint, team } = await sprintById(services, asked.sprintId)
  const outside = await stakeholdersOf(services.db, team)
  const channel = asked.channelId === outside ? outside : team.channelId
  if (!channel)
    throw new SprintkeeperError(
      'no_channel',
      `${team.name} has no channel yet, so there is nowhere to post.`,
      'Choose one with /sprint team.',
    )
  const now = services.clock.now()
  await services.db.$transaction(async (tx) => {
    const [state, next] = [await readSprint(tx, team, sprint, now), await ahead(tx, team, now)]
    const content = statusMessage(viewOf(state, next, asked.person.slackUserId))
    const key = `status:${sprint.id}:${asked.nonce}:${asked.person.id}`
    await post(tx, services, { ...content, key, channel, teamId: team.id })
  })
  return channel
}

function viewOf(
  state: SprintState,
  next: Pick<StatusView, 'next' | 'later'>,
  postedBy: string | null,
): StatusView {
  const { sprint, team, timeline, items, events, today, dated } = state
  const progress = progressOf(items, timeline, sprint.committed)
  const window =
    dated && sprint.start && sprint.end
      ? {
          start: timeline.start,
          end: timeline.end,
          startsInDays: daysBetween(today, fromDateColumn(sprint.start)),
          endsInDays: daysBetween(today, fromDateColumn(sprint.end)),
        }
      : null
  return {
    sprintId: sprint.id,
    nonce: String(state.now.getTime()),
    teamName: team.name,
    sprintName: shortSprintName(sprint.name, team.name),
    theme: sprint.theme,
    window,
    goals: sprint.goals,
    progress,
    burndown: dated ? burndownOf(items, events, timeline) : null,
    blockers: openBlockers(state.blockers, timeline),
    risks: risksOf(state).ranked,
    forecast: forecastOf(state, progress),
    ...next,
    zone: team.zone,
    postedBy,
  }
}

/** What comes next that people go to, and what is posted by itself before that, today. */
async function ahead(db: Tx, team: Team, now: Date): Promise<Pick<StatusView, 'next' | 'later'>> {
  const planned = { teamId: team.id, state: 'planned' as const, opensAt: { gt: now } }
  const next = await db.occurrence.findFirst({
    where: { ...planned, kind: { in: ATTENDED_KINDS } },
    orderBy: { opensAt: 'asc' },
  })
  const midnight = instantOf(team.zone, addDays(localOf(team.zone, now).date, 1), '00:00')
  const until = next && next.opensAt < midnight ? next.opensAt : midnight
  const later = await db.occurrence.findMany({
    where: { ...planned, kind: { notIn: ATTENDED_KINDS }, opensAt: { gt: now, lt: until } },
    orderBy: { opensAt: 'asc' },
  })
  return { next: next && named(next), later: later.map(named) }
}

function named({ id, kind, title, opensAt }: Occurrence): { title: string; at: Date } {
  const known = stored(ceremonyKind, kind, { table: 'Occurrence', id, column: 'kind' })
  return { title: ceremonyName(known, title), at: opensAt }
}
