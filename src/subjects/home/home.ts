// What a person sees in App Home: each team's sprint, and in it what is theirs.

import { daysBetween } from '#domain/calendar/dates.ts'
import { progressOf } from '#domain/sprint/progress.ts'
import type { Services } from '#platform/services.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import type { Person, Team } from '#platform/store/generated/client.ts'
import type { CeremonyKind } from '#platform/store/generated/enums.ts'
import { currentSprint } from '#records/current-sprint.ts'
import { readSprint } from '#records/sprint-state.ts'
import { todayOf } from '#records/team-calendar.ts'
import { openCards } from '#subjects/blockers/blocker-card.ts'
import { ownOpenItems } from '#subjects/items/item-card.ts'
import type { HomeData, HomeTeam } from './home.messages.ts'

/** Teams shown whole; further ones are named. */
const mostTeams = 3
const nextShown = 3
/** Ceremonies that people come to. */
const attended: CeremonyKind[] = ['planning', 'standup', 'refinement', 'review', 'retro', 'sync', 'key_date']
const dayMillis = 86_400_000

export async function readHome(services: Services, person: Person): Promise<HomeData> {
  const memberships = await services.db.membership.findMany({
    where: { personId: person.id },
    include: { team: true },
    orderBy: { team: { name: 'asc' } },
  })
  const teams = memberships.map(({ team }) => team)
  const shown: HomeTeam[] = []
  for (const team of teams.slice(0, mostTeams)) shown.push(await readTeam(services, person, team))
  return {
    name: person.displayName.split(' ')[0] ?? person.displayName,
    zone: person.ownTimeZone ?? person.timeZone,
    teams: shown,
    others: teams.slice(mostTeams).map(({ name }) => name),
  }
}

async function readTeam(services: Services, person: Person, team: Team): Promise<HomeTeam> {
  const { db, clock } = services
  const now = clock.now()
  const today = todayOf(team, now)
  const [items, cards, next, actions, sprint] = [
    await ownOpenItems(services, team, person),
    await openCards(db, team, now),
    await db.occurrence.findMany({
      where: { teamId: team.id, state: 'planned', kind: { in: attended }, opensAt: { gt: now } },
      orderBy: { opensAt: 'asc' },
      take: nextShown,
      select: { title: true, opensAt: true },
    }),
    await db.action.findMany({
      where: { teamId: team.id, ownerId: person.id, state: 'open' },
      orderBy: [{ due: 'asc' }, { createdAt: 'asc' }],
    }),
    await currentSprint(db, team, today),
  ]
  const isMine = (slackUserId: string | null) => slackUserId === person.slackUserId
  return {
    id: team.id,
    name: team.name,
    channelId: team.channelId,
    sprint: sprint && (await sprintOf(services, team, sprint, now)),
    items,
    blockers: cards.filter((card) => isMine(card.takenBy ?? card.helper) || isMine(card.raisedBy)),
    openBlockers: cards.length,
    actions: actions.map(({ id, text, due }) => {
      const date = due && fromDateColumn(due)
      return { id, text, due: date, overdue: date !== null && date < today }
    }),
    next: next.map(({ title, opensAt }) => ({ title, at: opensAt })),
    checkIn: await checkInOf(services, team, person, now),
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

/** The stand-up that the person can answer: open now, or to open within a day. */
async function checkInOf(
  { db }: Services,
  team: Team,
  person: Person,
  now: Date,
): Promise<HomeTeam['checkIn']> {
  const standUp = await db.occurrence.findFirst({
    where: {
      teamId: team.id,
      kind: 'standup',
      state: { in: ['open', 'planned'] },
      closesAt: { gt: now },
      opensAt: { lt: new Date(now.getTime() + dayMillis) },
    },
    orderBy: { opensAt: 'asc' },
    include: { checkIns: { where: { personId: person.id } } },
  })
  if (!standUp) return null
  const { id: occurrenceId, state, opensAt, closesAt, checkIns } = standUp
  return { occurrenceId, open: state === 'open', opensAt, closesAt, answered: checkIns.length > 0 }
}
