// What comes for one team, for those who look ahead such as the local workspace's clock.
import type { Services } from '#platform/services.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import { currentSprint } from '#records/current-sprint.ts'
import { todayOf } from '#records/team-calendar.ts'

export interface TeamAgenda {
  /** IANA; the team's. */
  zone: string
  /** The team's sprint with its local dates, both inclusive; null: it has none with dates. */
  sprint: { name: string; start: string; end: string } | null
  next: { at: Date; title: string; channelId: string } | null
  /** When its next retro opens; null: none is planned. */
  retro: Date | null
}

/** What comes for the team of a channel; null: it is no team's. */
export async function agendaOf(services: Services, channelId: string): Promise<TeamAgenda | null> {
  const { db, clock } = services
  const team = await db.team.findFirst({ where: { channelId } })
  if (!team) return null
  const ofTeam = { teamId: team.id, nextAt: { not: null } }
  const soonest = { orderBy: { nextAt: 'asc' as const } }
  const [next, retro, sprint] = await Promise.all([
    db.occurrence.findFirst({ where: ofTeam, ...soonest }),
    db.occurrence.findFirst({ where: { ...ofTeam, kind: 'retro', state: 'planned' }, ...soonest }),
    currentSprint(db, team, todayOf(team, clock.now())),
  ])
  return {
    zone: team.zone,
    sprint:
      sprint?.start && sprint.end
        ? { name: sprint.name, start: fromDateColumn(sprint.start), end: fromDateColumn(sprint.end) }
        : null,
    next: next?.nextAt ? { at: next.nextAt, title: next.title, channelId } : null,
    retro: retro?.opensAt ?? null,
  }
}
