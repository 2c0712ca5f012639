// The hours that count for a person: said, or assumed as long as nobody says otherwise.
import type { LocalTime, Weekday } from '#domain/calendar/types.ts'
import type { Person } from '#platform/store/generated/client.ts'
import { assumedHours, zoneOf } from '#records/attendance.ts'

export interface WorkingHours {
  /** IANA. */
  zone: string
  start: LocalTime
  /** At or before the start: past midnight. */
  end: LocalTime
  /** Empty: the team's. */
  days: Weekday[]
}

/** What counts for the person now. */
export function hoursOf(person: Person): WorkingHours {
  return {
    zone: zoneOf(person),
    start: person.workStart ?? assumedHours.start,
    end: person.workEnd ?? assumedHours.end,
    days: person.workingDays as Weekday[],
  }
}
