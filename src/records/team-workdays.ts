// A team's working days between two instants, for ages.
import { localOf } from '#domain/calendar/instant.ts'
import type { TeamCalendar, Workday } from '#domain/calendar/types.ts'
import { workdaysOf } from '#domain/calendar/workdays.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Team } from '#platform/store/generated/client.ts'
import { calendarOf } from './team-calendar.ts'

/** The working days from the local date of `from` to that of `to`, in the team's zone. */
export async function teamWorkdays(db: Tx, team: Team, from: Date, to: Date): Promise<Workday[]> {
  const daysOff = await db.teamDayOff.findMany({ where: { teamId: team.id } })
  return workdaysBetween(calendarOf(team, daysOff), from, to)
}

/** The same, of a calendar that is at hand. */
export function workdaysBetween(calendar: TeamCalendar, from: Date, to: Date): Workday[] {
  const { zone } = calendar
  return workdaysOf(calendar, { from: localOf(zone, from).date, to: localOf(zone, to).date })
}
