// What a person sees in App Home: each team's sprint, and in it what the subjects show of theirs.
import { daysBetween } from '#domain/calendar/dates.ts'
import { ATTENDED_KINDS } from '#domain/kinds.ts'
import { progressOf } from '#domain/sprint/progress.ts'
import type { Services } from '#platform/services.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import type { Person, Team } from '#platform/store/generated/client.ts'
import { askAccess } from '#records/access.ts'
import { currentSprint } from '#records/current-sprint.ts'
import { readSprint } from '#records/sprint-state.ts'
import { todayOf } from '#records/team-calendar.ts'
import type { HomePart, HomeShown } from '#subjects/subject.ts'
import { storedCeremonyName } from '#wording/ceremony-name.ts'
import type { HomeData, HomeTeam } from './home.messages.ts'

/** Teams shown whole; further ones are named. */
const mostTeams = 3
const nextShown = 3

export async function readHome(
  services: Services,
  person: Person,
  parts: readonly HomePart[],
): Promise<HomeData> {
  const memberships = await services.db.membership.findMany({
    where: { personId: person.id },
    include: { team: true },
    orderBy: { team: { name: 'asc' } },
  })
  const isAllowed = (await askAccess(services, person, 'home.read')).allowed
  const teams: Team[] = []
  for (const { team } of isAllowed ? memberships : [])
    if ((await askAccess(services, person, 'sprint.read', team.id)).allowed) teams.push(team)
  const shown: HomeTeam[] = []
  for (const team of teams.slice(0, mostTeams)) shown.push(await readTeam(services, person, team, parts))
  return {
    name: person.displayName.split(' ')[0] ?? person.displayName,
    zone: zoneOf(person),
    teams: shown,
    others: teams.slice(mostTeams).map(({ name }) => name),
  }
}

const zoneOf = (person: Person): string => person.ownTimeZone ?? person.timeZone

async function readTeam(
  services: Services,
  person: Person,
  team: Team,
  parts: readonly HomePart[],
): Promise<HomeTeam> {
  const { db, clock } = services
  const now = clock.now()
  const next = await db.occurrence.findMany({
    where: { teamId: team.id, state: 'planned', kind: { in: ATTENDED_KINDS }, opensAt: { gt: now } },
    orderBy: { opensAt: 'asc' },
    take: nextShown,
    select: { kind: true, title: true, opensAt: true },
  })
  const sprint = await currentSprint(db, team, todayOf(team, now))
  const shown: HomeShown[] = []
  for (const part of parts) shown.push(await part.read(services, { person, team, now, zone: zoneOf(person) }))
  return {
    id: team.id,
    name: team.name,
    channelId: team.channelId,
    sprint: sprint && (await sprintOf(services, team, sprint, now)),
    parts: shown,
    next: next.map((row) => ({ title: storedCeremonyName(row), at: row.opensAt })),
  }
}

async function sprintOf(
  { db }: Services,
  team: Team,
  sprint: NonNullable<Awaited<ReturnType<typeof currentSprint>>>,
  now: Date,
): Promise<HomeTeam['sprint']> {
  const state = await readSprint(db, team, sprint, now)
  const { start, end } = sprint
  return {
    name: sprint.name,
    goals: sprint.goals,
    progress: progressOf(state.items, state.timeline, sprint.committed),
    window:
      start && end
        ? {
            start: fromDateColumn(start),
            end: fromDateColumn(end),
            startsInDays: daysBetween(state.today, fromDateColumn(start)),
            endsInDays: daysBetween(state.today, fromDateColumn(end)),
          }
        : null,
  }
}
