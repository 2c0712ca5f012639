/** Who is prompted at an occurrence, when, and why the others are not. */

import { addDays, dayNumber, minuteOf } from './dates.ts'
import { instantOf, localOf } from './instant.ts'
import type { LocalDate, Occurrence, PersonCalendar, TeamCalendar } from './types.ts'
import { workCalendar } from './workdays.ts'

export interface Prompt {
  personId: string
  /** Never after the deadline; before the opening only when `ahead`. */
  at: Date
  /** When the working hours that `at` lies in end, the window's end at the latest. */
  until: Date
  /** True: asked in the working hours before the opening, to answer ahead. */
  ahead: boolean
  /** True: the person's working hours and the window do not meet, and the prompt comes at the opening all the same. */
  outsideHours: boolean
}

export type NotPromptedCode = 'deactivated' | 'away' | 'not_working'

export interface NotPrompted {
  personId: string
  code: NotPromptedCode
  /** "away until 2026-07-03 (parental leave)", "Sunday is not a working day". Holds a person's own words. */
  reason: string
}

export interface Presence {
  prompted: Prompt[]
  notPrompted: NotPrompted[]
}

export interface PresenceOptions {
  /**
   * Where working hours and window do not meet, ask in the last working hours before the opening instead of at the
   * opening. Whoever asks for it must look before the opening: at most AHEAD_HOURS before.
   */
  ahead: boolean
}

/** How long before the opening somebody may be asked ahead. */
export const AHEAD_HOURS = 18
/** An ahead prompt leaves this long before the person's working hours end. */
const AHEAD_MINUTES_BEFORE_END = 60

interface Span {
  start: number
  end: number
}

/**
 * Sorts people into prompted and not, in their order. A person who works on a local date that the window touches is
 * prompted at the first moment that lies in both the window and the working hours. Throws UnknownTimeZone and
 * UnknownHolidayRegion.
 */
export function presenceAt(
  people: readonly PersonCalendar[],
  occurrence: Pick<Occurrence, 'opensAt' | 'closesAt'>,
  team: TeamCalendar,
  options: PresenceOptions = { ahead: false },
): Presence {
  const presence: Presence = { prompted: [], notPrompted: [] }
  for (const person of people) {
    const result = promptFor(person, occurrence, team, options)
    if ('code' in result) presence.notPrompted.push(result)
    else presence.prompted.push(result)
  }
  return presence
}

function promptFor(
  person: PersonCalendar,
  { opensAt, closesAt }: Pick<Occurrence, 'opensAt' | 'closesAt'>,
  team: TeamCalendar,
  options: PresenceOptions,
): Prompt | NotPrompted {
  const personId = person.id
  if (person.deactivated)
    return { personId, code: 'deactivated', reason: 'their Slack account is deactivated' }
  const zone = person.zone ?? team.zone
  const whyOff = absenceRule(person, team)
  const [opens, closes] = [opensAt.getTime(), closesAt.getTime()]
  const first = localOf(zone, opensAt).date
  const last = localOf(zone, new Date(Math.max(opens, closes - 1))).date
  const dates = first === last ? [first] : [first, last]
  const worked = dates.filter((date) => whyOff(date) === null)
  if (worked.length === 0) return { personId, ...(whyOff(first) as Omit<NotPrompted, 'personId'>) }

  // The night shift that began the evening before still counts as its own date's work.
  const meets = [addDays(first, -1), ...dates]
    .filter((date) => whyOff(date) === null)
    .map((date) => hoursOn(person, zone, date))
    .map((hours) => ({ start: Math.max(hours.start, opens), end: Math.min(hours.end, closes) }))
    .find((span) => span.start < span.end)
  if (meets)
    return {
      personId,
      at: new Date(meets.start),
      until: new Date(meets.end),
      ahead: false,
      outsideHours: false,
    }

  const ahead = options.ahead ? aheadOf(person, zone, first, opens, whyOff) : null
  if (ahead !== null)
    return { personId, at: new Date(ahead), until: opensAt, ahead: true, outsideHours: false }
  // The first moment of the window that lies on a day that they work.
  const firstWorked = instantOf(zone, worked[0] as LocalDate, '00:00').getTime()
  const at = new Date(Math.max(opens, firstWorked))
  return { personId, at, until: at, ahead: false, outsideHours: true }
}

function aheadOf(
  person: PersonCalendar,
  zone: string,
  first: LocalDate,
  opens: number,
  whyOff: (date: LocalDate) => Omit<NotPrompted, 'personId'> | null,
): number | null {
  for (const date of [first, addDays(first, -1)]) {
    if (whyOff(date) !== null) continue
    const hours = hoursOn(person, zone, date)
    const at = Math.max(hours.start, hours.end - AHEAD_MINUTES_BEFORE_END * 60_000)
    if (hours.end <= opens && opens - at <= AHEAD_HOURS * 3_600_000) return at
  }
  return null
}

function hoursOn(person: PersonCalendar, zone: string, date: LocalDate): Span {
  const { start, end } = person.workingHours ?? { start: '00:00', end: '00:00' }
  const endDate = minuteOf(end) <= minuteOf(start) ? addDays(date, 1) : date
  return { start: instantOf(zone, date, start).getTime(), end: instantOf(zone, endDate, end).getTime() }
}

/** Why a person does not work on a local date of theirs; null when they do. */
function absenceRule(
  person: PersonCalendar,
  team: TeamCalendar,
): (date: LocalDate) => Omit<NotPrompted, 'personId'> | null {
  const work = workCalendar({
    workingDays: person.workingDays ?? team.workingDays,
    country: person.country ?? team.country,
    region: person.country === null ? team.region : person.region,
    daysOff: team.daysOff,
  })
  return (date) => {
    const absence = person.absences.find(({ from, to }) => from <= date && date <= to)
    if (absence) {
      const why = absence.reason === null ? '' : ` (${absence.reason})`
      return { code: 'away', reason: `away until ${absence.to}${why}` }
    }
    const off = work.whyOff(dayNumber(date))
    return off === null ? null : { code: 'not_working', reason: off }
  }
}
