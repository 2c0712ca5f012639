// Asks a person about zone and hours where they differ from what the person does: one direct message a difference, one
// open at a time, none to people who are away, and never again once answered.

import { DAY_MILLIS } from '#domain/calendar/dates.ts'
import {
  CHECK_INS_IN_A_ROW,
  type HoursDifference,
  hoursDifference,
  sameClock,
} from '#domain/calendar/hours-difference.ts'
import { presenceAt } from '#domain/calendar/presence.ts'
import { edit, post } from '#platform/delivery/outbox.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { HoursQuestion, Person, Team } from '#platform/store/generated/client.ts'
import type { HoursAnswer } from '#platform/store/generated/enums.ts'
import { absencesAround, assumedHours, personCalendar } from '#records/attendance.ts'
import { calendarOf } from '#records/team-calendar.ts'
import { hoursOf, type WorkingHours } from './hours-of.ts'
import { hoursQuestion, hoursQuestionSettled } from './hours-question.messages.ts'

/** A question that could not be delivered by then is no news any more. */
const worthMillis = 3 * DAY_MILLIS

const questionKey = ({ personId, difference }: Pick<HoursQuestion, 'personId' | 'difference'>): string =>
  `hours:${personId}:${difference}`

/**
 * Asks the person where their hours differ from what they do (`hoursDifference`), and takes an open question back whose
 * reason is gone. The question leaves within their working hours: at once, or within a day; somebody who does not work
 * until then is asked at a later look. Safe to call at any occasion, as often as one likes.
 */
export async function lookAtHours(tx: Tx, services: Services, personId: string): Promise<void> {
  // The person's row is the lock, so that two looks at once ask one question. Nobody waits for it: who holds it looks.
  const locked = await tx.$queryRaw<unknown[]>`
    select id from "Person" where id = ${personId}::uuid for no key update skip locked`
  if (locked.length === 0) return
  const person = await tx.person.findUnique({ where: { id: personId }, include: { hoursQuestions: true } })
  if (!person?.active || person.isBot) return
  const memberships = await tx.membership.findMany({
    where: { personId },
    include: { team: { include: { daysOff: true } } },
    orderBy: { teamId: 'asc' },
  })
  const [team] = memberships.map((membership) => membership.team)
  if (!team) return
  const now = services.clock.now()
  const teamZones = memberships.map((membership) => membership.team.zone)
  const difference = hoursDifference(await factsOf(tx, person, teamZones), now)
  const open = person.hoursQuestions.find(({ answer }) => answer === null)
  if (open?.difference === difference?.key) return
  if (open) await settle(tx, services, open, 'withdrawn', null)
  if (!difference || person.hoursQuestions.some((asked) => asked.difference === difference.key)) return
  const about = memberships.find((membership) => membership.team.zone === difference.keptZone)?.team ?? team
  const dueAt = await workingMoment(tx, person, team, now)
  if (dueAt) await ask(tx, services, person, { team: about, difference, dueAt })
}

/** The same for a team's members, where a look is worth its queries. */
export async function lookAtMembersHours(
  tx: Tx,
  services: Services,
  team: Team,
  members: readonly Person[],
): Promise<void> {
  for (const { id, timeZone, slackZoneThen, ownTimeZone } of members)
    if (ownTimeZone === null ? timeZone !== team.zone : timeZone !== slackZoneThen)
      await lookAtHours(tx, services, id)
}

/** After a start: those who moved while nobody listened. */
export async function lookAtMoved(services: Services): Promise<void> {
  const said = await services.db.person.findMany({ where: { ownTimeZone: { not: null }, active: true } })
  for (const { id, timeZone, slackZoneThen } of said)
    if (timeZone !== slackZoneThen) await services.db.$transaction((tx) => lookAtHours(tx, services, id))
}

async function factsOf(tx: Tx, person: Person, teamZones: string[]) {
  const { id, timeZone, ownTimeZone, slackZoneThen, workStart, workEnd, hoursSetAt } = person
  const hours = workStart && workEnd ? { start: workStart, end: workEnd } : null
  const checkIns = hours
    ? await tx.checkIn.findMany({
        where: { personId: id, ...(hoursSetAt ? { answeredAt: { gt: hoursSetAt } } : {}) },
        orderBy: { answeredAt: 'desc' },
        take: CHECK_INS_IN_A_ROW,
      })
    : []
  return {
    slackZone: timeZone,
    saidZone: ownTimeZone,
    slackZoneThen,
    hours,
    teamZones,
    checkIns: checkIns.map(({ answeredAt }) => answeredAt),
  }
}

/** When the person works within the coming day; null: not at all, or not in their hours. */
export async function workingMoment(
  tx: Tx,
  person: Person,
  team: Team & { daysOff: Parameters<typeof calendarOf>[1] },
  now: Date,
): Promise<Date | null> {
  const window = { opensAt: now, closesAt: new Date(now.getTime() + DAY_MILLIS) }
  const absences = await absencesAround(tx, [person], window)
  const calendar = personCalendar(person, team, absences.get(person.id) ?? [])
  // Who said no hours is awake in the zone of the profile at least between these.
  const awake = { ...calendar, workingHours: calendar.workingHours ?? assumedHours }
  const [prompt] = presenceAt([awake], window, calendarOf(team, team.daysOff)).prompted
  return prompt && !prompt.outsideHours ? prompt.at : null
}

async function ask(
  tx: Tx,
  services: Services,
  person: Person,
  { team, difference, dueAt }: { team: Team; difference: HoursDifference; dueAt: Date },
): Promise<void> {
  const { workspaceId, clock } = services
  const now = clock.now()
  const { key, kind, keptZone } = difference
  const slackZone = person.timeZone
  const question = await tx.hoursQuestion.create({
    data: { workspaceId, personId: person.id, difference: key, slackZone, keptZone, askedAt: now },
  })
  const counted = hoursOf(person)
  await post(tx, services, {
    key: questionKey(question),
    channel: person.slackUserId,
    teamId: team.id,
    dueAt,
    expiresAt: new Date(dueAt.getTime() + worthMillis),
    ...hoursQuestion({
      questionId: question.id,
      kind,
      slackZone,
      keptZone,
      now: counted,
      teamName: team.name,
      times: difference.kind === 'outside' ? difference.times : [],
      offersSlackZone: !sameClock(slackZone, kind === 'assumed' ? keptZone : counted.zone, now),
    }),
  })
}

/** The person is away: a question that has not left waits for a later look. */
export async function withdrawUnsent(tx: Tx, personId: string): Promise<void> {
  const open = await tx.hoursQuestion.findMany({ where: { personId, answer: null } })
  for (const question of open)
    if (await takeBack(tx, question)) await tx.hoursQuestion.deleteMany({ where: { id: question.id } })
}

/** Ends whatever question the person has open: their hours are said. The message says what counts now. */
export async function settleQuestions(
  tx: Tx,
  services: Services,
  personId: string,
  answer: HoursAnswer,
  hours: WorkingHours,
): Promise<void> {
  const open = await tx.hoursQuestion.findMany({ where: { personId, answer: null } })
  for (const question of open) await settle(tx, services, question, answer, hours)
}

async function settle(
  tx: Tx,
  services: Services,
  question: HoursQuestion,
  answer: HoursAnswer,
  hours: WorkingHours | null,
): Promise<void> {
  const isUnsent = await takeBack(tx, question)
  // What nobody saw was not asked.
  if (isUnsent && answer === 'withdrawn') {
    await tx.hoursQuestion.deleteMany({ where: { id: question.id } })
    return
  }
  const answeredAt = services.clock.now()
  await tx.hoursQuestion.update({ where: { id: question.id }, data: { answer, answeredAt } })
  if (!isUnsent) await edit(tx, services, { key: questionKey(question), ...hoursQuestionSettled(hours) })
}

/** Deletes the question's message, unless it has left. */
async function takeBack(tx: Tx, question: HoursQuestion): Promise<boolean> {
  const { count } = await tx.message.deleteMany({ where: { key: questionKey(question), state: 'due' } })
  return count > 0
}
