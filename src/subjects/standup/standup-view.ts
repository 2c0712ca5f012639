// A stand-up read from the database, as its message shows it.

import { addDays } from '#domain/calendar/dates.ts'
import { workingDaysIn } from '#domain/calendar/workdays.ts'
import { content } from '#platform/delivery/outbox.ts'
import type { Tx } from '#platform/store/client.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import type {
  Blocker,
  CeremonyRule,
  CheckIn,
  Occurrence,
  Person,
  Sprint,
  Team,
} from '#platform/store/generated/client.ts'
import { stored } from '#platform/store/stored.ts'
import { type Attendance, attendanceOf, zoneOf } from '#records/attendance.ts'
import { calendarOf } from '#records/team-calendar.ts'
import { messageKey } from '#schedule/steps.ts'
import { type ItemMove, movesOf } from './check-in-items.ts'
import { missedBlockId } from './ids.ts'
import type { RaisedBlocker, StandUpView, Timing } from './standup-shown.ts'

export type StandUp = Occurrence & { team: Team; sprint: Sprint; rule: CeremonyRule }

/** What a query includes to read one. */
export const wholeStandUp = { team: true, sprint: true, rule: true } as const

/** The zone in which the stand-up's times are said. */
export const standUpZone = ({ rule, team }: StandUp): string => rule.zone ?? team.zone

/** A stand-up with everything that its messages are made of. */
export interface StandUpReading {
  view: StandUpView
  attendance: Attendance
  checkIns: (CheckIn & { person: Person; raised: Blocker[] })[]
  moves: ItemMove[]
}

/** The key of the stand-up's message in the channel, the parent of its thread. */
export const standUpKey = (occurrence: Occurrence): string => messageKey(occurrence, 'open')

/**
 * Reads a stand-up. Within a step, `now` gives what the occurrence's row does not say yet: the phase, whether it is late,
 * and what was missed.
 */
export async function readStandUp(
  tx: Tx,
  occurrence: StandUp,
  now: Partial<Pick<StandUpView, 'phase' | 'late' | 'missed'>> = {},
): Promise<StandUpReading> {
  const { team, sprint } = occurrence
  const zone = standUpZone(occurrence)
  const checkIns = await tx.checkIn.findMany({
    where: { occurrenceId: occurrence.id },
    include: { person: true, raised: { orderBy: { number: 'desc' }, take: 1 } },
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
  })
  const attendance = await attendanceOf(tx, team, occurrence)
  const answered = checkIns.filter(({ skipped }) => skipped === null)
  const moves = await movesOf(tx, occurrence, answered)
  const given = new Set(checkIns.map(({ personId }) => personId))
  const nameOfId = new Map(checkIns.map(({ personId, person }) => [personId, person.displayName]))
  const members = [...attendance.expected, ...attendance.away].map(({ person }) => person)
  const view: StandUpView = {
    occurrenceId: occurrence.id,
    date: fromDateColumn(occurrence.localDate),
    sprintDay: await sprintDayOf(tx, team, sprint, occurrence),
    goals: sprint.goals,
    zone,
    manyZones: members.some((person) => zoneOf(person, team) !== zone),
    opensAt: occurrence.opensAt,
    closesAt: occurrence.closesAt,
    phase: now.phase ?? phaseOf(occurrence),
    late: now.late ?? occurrence.late,
    missed: now.missed === undefined ? await postedMissed(tx, occurrence) : now.missed,
    answered: answered.map((checkIn) => ({
      ...who(checkIn.person),
      timing: timingOf(occurrence, checkIn),
      blockers: checkIn.blockers,
      raised: raisedFrom(checkIn),
    })),
    skipped: checkIns.flatMap(({ person, skipped }) =>
      skipped === null ? [] : [{ ...who(person), reason: skipped }],
    ),
    away: attendance.away
      .filter(({ person }) => !given.has(person.id))
      .map(({ person, until, reason }) => ({ ...who(person), until, reason })),
    missing: attendance.expected
      .filter(({ person }) => !given.has(person.id))
      .map(({ person, promptAt, outsideHours }) => ({
        ...who(person),
        atWork: !outsideHours && promptAt <= occurrence.opensAt,
      })),
    moved: moves.map(({ personId, ...move }) => ({ ...move, name: nameOfId.get(personId) ?? '' })),
  }
  return { view, attendance, checkIns, moves }
}

/** Ahead: before it opened; late: after its window. */
export function timingOf(
  { opensAt, openedAt, closesAt }: Pick<Occurrence, 'opensAt' | 'openedAt' | 'closesAt'>,
  { answeredAt }: Pick<CheckIn, 'answeredAt'>,
): Timing {
  if (answeredAt < (openedAt ?? opensAt)) return 'ahead'
  return answeredAt > closesAt ? 'late' : 'in time'
}

/** The blocker that was raised from an answer, unless the answer was changed since. */
export function raisedFrom({
  raised: [blocker],
  updatedAt,
}: Pick<CheckIn, 'updatedAt'> & { raised: Blocker[] }): RaisedBlocker | null {
  if (!blocker || updatedAt > blocker.raisedAt) return null
  return { number: blocker.number, resolved: blocker.state === 'resolved' }
}

const who = ({ displayName, name, slackUserId }: Person) => ({ name: displayName || name, slackUserId })

const phaseOf = ({ state }: Occurrence): StandUpView['phase'] =>
  state === 'open' ? 'open' : state === 'planned' ? 'planned' : 'closed'

/** Which of the sprint's working days the stand-up's date is. */
async function sprintDayOf(
  tx: Tx,
  team: Team,
  { start, end }: Sprint,
  { localDate }: Occurrence,
): Promise<StandUpView['sprintDay']> {
  if (!start || !end) return null
  const daysOff = await tx.teamDayOff.findMany({ where: { teamId: team.id } })
  const range = { from: fromDateColumn(start), to: fromDateColumn(end) }
  const days = workingDaysIn(calendarOf(team, daysOff), range)
  const tomorrow = addDays(fromDateColumn(localDate), 1)
  const n = days.filter((day) => day < tomorrow).length
  return n === 0 || localDate > end ? null : { n, of: days.length }
}

/** The line on what was missed, as the message was posted with: it is told once, and stays through every edit. */
async function postedMissed(tx: Tx, occurrence: Occurrence): Promise<StandUpView['missed']> {
  const posted = await tx.message.findFirst({ where: { key: standUpKey(occurrence) } })
  if (!posted) return null
  const { blocks } = stored(content, posted.payload, { table: 'Message', id: posted.id, column: 'payload' })
  return blocks?.find(({ block_id }) => block_id === missedBlockId) ?? null
}
