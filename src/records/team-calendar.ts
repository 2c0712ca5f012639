// A team's row as the calendar wants it: its local day, and its working days and days off.
import { localOf } from '#domain/calendar/instant.ts'
import type { LocalDate, TeamCalendar, Weekday } from '#domain/calendar/types.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import type { Team, TeamDayOff } from '#platform/store/generated/client.ts'

/** The team's local date at an instant. */
export function todayOf(team: Pick<Team, 'zone'>, now: Date): LocalDate {
  return localOf(team.zone, now).date
}

/** The team's calendar as the planner wants it. */
export function calendarOf(team: Team, daysOff: TeamDayOff[]): TeamCalendar {
  return {
    zone: team.zone,
    workingDays: team.workingDays as Weekday[],
    country: team.country,
    region: team.region,
    daysOff: daysOff.map(({ date, name }) => ({ date: fromDateColumn(date), name })),
    onHoliday: team.onHoliday,
  }
}
