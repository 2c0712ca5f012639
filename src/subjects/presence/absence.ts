// Days off of a person: said, listed, taken back. Stand-ups that are open follow at once.

import { daysBetween } from '#domain/calendar/dates.ts'
import { localOf } from '#domain/calendar/instant.ts'
import type { DateRange, LocalDate } from '#domain/calendar/types.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import { fromDateColumn, toDateColumn } from '#platform/store/date-column.ts'
import type { Absence, Person } from '#platform/store/generated/client.ts'
import { isId } from '#platform/store/id.ts'
import { attendanceOf, zoneOf } from '#records/attendance.ts'
import { audit } from '#records/audit.ts'
import { withdrawUnsent } from '#subjects/hours-question/index.ts'
import { dropQuestion, lockStandUp, showStandUp } from '#subjects/standup/index.ts'
import type { AbsenceView } from './absence.messages.ts'

/** Longer than this is more likely a slip than a leave. */
const mostDays = 400

/** The person's own date now. */
export function personToday({ clock }: Services, person: Person): LocalDate {
  return localOf(zoneOf(person), clock.now()).date
}

/**
 * Says that a person is away on these days, both included. Days that overlap become one stretch, which one take-back ends.
 *
 * @throws SprintkeeperError `days_off_range` when they end before they begin, are over, or are more than 400
 */
export async function addAbsence(
  services: Services,
  person: Person,
  { from, to, note }: DateRange & { note: string | null },
): Promise<AbsenceView> {
  const problem =
    to < from
      ? 'Those days end before they begin.'
      : to < personToday(services, person)
        ? 'Those days are over.'
        : daysBetween(from, to) >= mostDays
          ? `Those are more than ${mostDays} days.`
          : null
  if (problem)
    throw new SprintkeeperError('days_off_range', problem, 'For example: /sprint away until Friday')
  return services.db.$transaction(async (tx) => {
    const days = { from: toDateColumn(from), to: toDateColumn(to) }
    const overlapping = await tx.absence.findMany({
      where: { personId: person.id, from: { lte: days.to }, to: { gte: days.from } },
      orderBy: { from: 'asc' },
    })
    const [known, ...others] = overlapping
    const data = { ...union([days, ...overlapping]), note: noteOf(note, overlapping) }
    const { workspaceId, clock } = services
    const absence = known
      ? await tx.absence.update({ where: { id: known.id }, data })
      : await tx.absence.create({
          data: { workspaceId, personId: person.id, ...data, createdAt: clock.now() },
        })
    await tx.absence.deleteMany({ where: { id: { in: others.map(({ id }) => id) } } })
    await auditDays(tx, services, absence, known ? 'edited' : 'set')
    await withdrawUnsent(tx, person.id)
    await showOpenStandUps(tx, services, person.id)
    return absenceView(absence)
  })
}

function union(ranges: readonly { from: Date; to: Date }[]): { from: Date; to: Date } {
  const at = (dates: Date[], pick: (...millis: number[]) => number) =>
    new Date(pick(...dates.map((date) => date.getTime())))
  return {
    from: at(
      ranges.map(({ from }) => from),
      Math.min,
    ),
    to: at(
      ranges.map(({ to }) => to),
      Math.max,
    ),
  }
}

/** What is said now, else what was said of the days before. */
const noteOf = (note: string | null, before: readonly Absence[]): string | null =>
  note ?? before.find((absence) => absence.note !== null)?.note ?? null

/**
 * Takes days off back.
 *
 * @returns them; null when they are gone already, or another person's
 */
export async function removeAbsence(
  services: Services,
  person: Person,
  absenceId: string,
): Promise<AbsenceView | null> {
  return services.db.$transaction(async (tx) => {
    const where = { id: absenceId, personId: person.id }
    const absence = isId(absenceId) ? await tx.absence.findFirst({ where }) : null
    if (!absence) return null
    await tx.absence.deleteMany({ where: { id: absence.id } })
    await auditDays(tx, services, absence, 'ended')
    await showOpenStandUps(tx, services, person.id)
    return absenceView(absence)
  })
}

/** Days off are a person's, of no team; their note is nobody's business. */
async function auditDays(
  tx: Tx,
  services: Services,
  { id: target, personId, from, to }: Absence,
  became: 'set' | 'edited' | 'ended',
): Promise<void> {
  const detail = { from: fromDateColumn(from), to: fromDateColumn(to) }
  await audit(tx, services, { teamId: null, personId, action: `absence.${became}`, target, detail })
}

/** The person's days off that are not over, the next first. */
export async function absencesOf(services: Services, person: Person): Promise<AbsenceView[]> {
  const today = toDateColumn(personToday(services, person))
  const absences = await services.db.absence.findMany({
    where: { personId: person.id, to: { gte: today } },
    orderBy: [{ from: 'asc' }, { to: 'asc' }],
  })
  return absences.map(absenceView)
}

function absenceView({ id, from, to, note }: Absence): AbsenceView {
  return { id, from: fromDateColumn(from), to: fromDateColumn(to), note }
}

/** Who is expected has changed: the messages of the person's teams say so, and no question for those days leaves. */
export async function showOpenStandUps(tx: Tx, services: Services, personId: string): Promise<void> {
  const memberships = await tx.membership.findMany({ where: { personId } })
  const ofTeams = { kind: 'standup', teamId: { in: memberships.map(({ teamId }) => teamId) } } as const
  const planned = await tx.occurrence.findMany({
    where: { ...ofTeams, state: 'planned' },
    orderBy: { opensAt: 'asc' },
    take: memberships.length,
    include: { team: true },
  })
  for (const next of planned) {
    const { away } = await attendanceOf(tx, next.team, next)
    if (away.some(({ person }) => person.id === personId)) await dropQuestion(tx, next, personId)
  }
  const open = await tx.occurrence.findMany({ where: { ...ofTeams, state: 'open' }, orderBy: { id: 'asc' } })
  for (const { id } of open) await showStandUp(tx, services, await lockStandUp(tx, id))
}
