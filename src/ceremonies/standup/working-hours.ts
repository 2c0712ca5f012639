// A person's own zone, working hours and days, where Slack's profile and the team's calendar do not say them right.
import { isLocalTime } from '../../calendar/dates.ts'
import { isTimeZone } from '../../calendar/instant.ts'
import type { LocalTime, Weekday } from '../../calendar/types.ts'
import { SprintkeeperError } from '../../errors.ts'
import type { Services } from '../../services.ts'
import type { Person } from '../../store/generated/client.ts'
import { showOpenStandUps } from './absence.ts'
import { zoneOf } from './attendance.ts'

export interface WorkingHours {
  /** IANA. */
  zone: string
  start: LocalTime
  /** At or before the start: past midnight. */
  end: LocalTime
  /** Empty: the team's. */
  days: Weekday[]
}

/** What counts as long as nobody says otherwise. */
const assumed = { start: '09:00', end: '17:00' }

/** What counts for the person now, said or assumed. */
export function hoursOf(person: Person): WorkingHours {
  return {
    zone: zoneOf(person),
    start: person.workStart ?? assumed.start,
    end: person.workEnd ?? assumed.end,
    days: person.workingDays as Weekday[],
  }
}

/**
 * Sets a person's hours: prompts and days off follow them at once.
 *
 * @throws SprintkeeperError `unknown_zone`, `hours_unclear`
 */
export async function setHours(services: Services, person: Person, hours: WorkingHours): Promise<void> {
  const { zone, start, end, days } = hours
  if (!isTimeZone(zone))
    throw new SprintkeeperError(
      'unknown_zone',
      `There is no time zone “${zone}”.`,
      'Use a name such as Europe/Berlin, America/Denver or Asia/Kolkata.',
    )
  if (!isLocalTime(start) || !isLocalTime(end) || start === end)
    throw new SprintkeeperError(
      'hours_unclear',
      'Those are no working hours.',
      'For example: /sprint hours 09:00-17:00',
    )
  await services.db.$transaction(async (tx) => {
    await tx.person.update({
      where: { id: person.id },
      data: {
        ownTimeZone: zone === person.timeZone ? null : zone,
        workStart: start,
        workEnd: end,
        workingDays: days,
      },
    })
    await showOpenStandUps(tx, services, person.id)
  })
}
