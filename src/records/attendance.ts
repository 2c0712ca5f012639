// Who is expected at a ceremony and who is not: members against absences, holidays, working days and hours.

import { DAY_MILLIS } from '#domain/calendar/dates.ts'
import { isTimeZone, localOf } from '#domain/calendar/instant.ts'
import { presenceAt } from '#domain/calendar/presence.ts'
import type { LocalDate, PersonCalendar, Weekday } from '#domain/calendar/types.ts'
import { membersOf } from '#platform/slack/people.ts'
import type { Tx } from '#platform/store/client.ts'
import { fromDateColumn, toDateColumn } from '#platform/store/date-column.ts'
import type { Absence, Person, Team } from '#platform/store/generated/client.ts'
import { calendarOf } from './team-calendar.ts'

export interface Expected {
  person: Person
  /**
   * The first moment in the window that lies in their working hours. Where the two never meet: the opening, or with
   * `ahead` a moment in their last working hours before it.
   */
  promptAt: Date
  /** When the working hours that `promptAt` lies in end, the window's end at the latest. */
  promptUntil: Date
  ahead: boolean
  /** Their working hours and the window do not meet. */
  outsideHours: boolean
}

export interface NotExpected {
  person: Person
  /** The last day away; null: not away, but not working ("Friday is a holiday (…)", in `reason`). */
  until: LocalDate | null
  reason: string
}

export interface Attendance {
  /** Both in the order of names. */
  expected: Expected[]
  away: NotExpected[]
}

interface Window {
  opensAt: Date
  closesAt: Date
}

/** Hours that are assumed of people in another zone than the team's, so that nobody is prompted at night. */
export const assumedHours = { start: '09:00', end: '17:00' }

/** Sorts the team's members by whether they work in the window. Deactivated accounts are in neither list. */
export async function attendanceOf(
  tx: Tx,
  team: Team,
  window: Window,
  options: { ahead: boolean } = { ahead: false },
): Promise<Attendance> {
  const members = await membersOf(tx, team.id)
  const daysOff = await tx.teamDayOff.findMany({ where: { teamId: team.id } })
  const absences = await absencesAround(tx, members, window)
  const calendars = members.map((person) => personCalendar(person, team, absences.get(person.id) ?? []))
  const { prompted, notPrompted } = presenceAt(calendars, window, calendarOf(team, daysOff), options)
  const prompts = new Map(prompted.map((prompt) => [prompt.personId, prompt]))
  const why = new Map(notPrompted.map((one) => [one.personId, one]))
  const attendance: Attendance = { expected: [], away: [] }
  for (const person of members) {
    const prompt = prompts.get(person.id)
    const off = why.get(person.id)
    if (prompt) {
      const { at: promptAt, until: promptUntil, ahead, outsideHours } = prompt
      attendance.expected.push({ person, promptAt, promptUntil, ahead, outsideHours })
    }
    if (off && off.code !== 'deactivated') {
      const until =
        off.code === 'away' ? untilOf(person, team, absences.get(person.id) ?? [], window.opensAt) : null
      attendance.away.push({ person, until, reason: off.reason })
    }
  }
  return attendance
}

/** The zone that a person's days and hours count in. */
export function zoneOf(person: Pick<Person, 'timeZone' | 'ownTimeZone'>, team?: Pick<Team, 'zone'>): string {
  const zone = person.ownTimeZone ?? person.timeZone
  return isTimeZone(zone) ? zone : (team?.zone ?? 'UTC')
}

/** A person's calendar as `presenceAt` wants it. */
export function personCalendar(person: Person, team: Team, absences: Absence[]): PersonCalendar {
  const { id, workStart, workEnd, workingDays, country, region } = person
  const zone = zoneOf(person, team)
  const own = workStart && workEnd ? { start: workStart, end: workEnd } : null
  return {
    id,
    zone,
    workingDays: workingDays.length ? (workingDays as Weekday[]) : null,
    workingHours: own ?? (zone === team.zone ? null : assumedHours),
    country,
    region,
    absences: absences.map(({ from, to }) => ({
      from: fromDateColumn(from),
      to: fromDateColumn(to),
      reason: null,
    })),
    deactivated: !person.active,
  }
}

/** By person, those that end no earlier than the day before the window: zones differ by a day at most. */
export async function absencesAround(
  tx: Tx,
  people: Person[],
  { opensAt }: Window,
): Promise<Map<string, Absence[]>> {
  const from = toDateColumn(fromDateColumn(new Date(opensAt.getTime() - DAY_MILLIS)))
  const rows = await tx.absence.findMany({
    where: { personId: { in: people.map(({ id }) => id) }, to: { gte: from } },
    orderBy: { from: 'asc' },
  })
  return Map.groupBy(rows, ({ personId }) => personId)
}

/** The end of the absence, or of those that follow on it without a day between. */
function untilOf(person: Person, team: Team, absences: Absence[], at: Date): LocalDate | null {
  let until: Date | null = null
  const today = toDateColumn(localOf(zoneOf(person, team), at).date).getTime()
  for (const { from, to } of absences) {
    const isFirst = until === null && from.getTime() <= today + DAY_MILLIS && to.getTime() >= today
    const followsOn = until !== null && from.getTime() <= until.getTime() + DAY_MILLIS
    if (isFirst || (followsOn && until !== null && to > until)) until = to
  }
  return until && fromDateColumn(until)
}
