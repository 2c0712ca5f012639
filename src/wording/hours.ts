// A person's working hours in words.
import { WEEKDAY_NAMES, WEEKDAYS } from '#domain/calendar/dates.ts'
import type { LocalTime, Weekday } from '#domain/calendar/types.ts'
import { safe } from '#platform/blocks/text.ts'

export interface HoursView {
  zone: string
  start: LocalTime
  end: LocalTime
  /** Empty: the team's. */
  days: Weekday[]
}

/** "09:00 to 17:00, Asia/Kolkata, Monday to Friday". */
export function hoursText({ zone, start, end, days }: HoursView): string {
  const named = WEEKDAYS.filter((day) => days.includes(day)).map((day) => WEEKDAY_NAMES[day])
  return `${start} to ${end}, ${safe(zone, 60)}, ${named.length ? named.join(', ') : "the team's working days"}`
}
