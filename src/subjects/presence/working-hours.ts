// A person's own zone, working hours and days, where Slack's profile and the team's calendar do not say them right.
import { isLocalTime } from '#domain/calendar/dates.ts'
import { isTimeZone } from '#domain/calendar/instant.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Person } from '#platform/store/generated/client.ts'
import type { HoursAnswer } from '#platform/store/generated/enums.ts'
import { isId } from '#platform/store/id.ts'
import { audit } from '#records/audit.ts'
import { hoursOf, settleQuestions, type WorkingHours } from '#subjects/hours-question/index.ts'
import { showOpenStandUps } from './absence.ts'

/**
 * Sets a person's hours: prompts and days off follow them at once.
 *
 * @throws SprintkeeperError `unknown_zone`, `hours_unclear`
 */
export async function setHours(services: Services, person: Person, hours: WorkingHours): Promise<void> {
  const { zone, start, end } = hours
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
  await services.db.$transaction((tx) => write(tx, services, person, hours, 'set'))
}

/**
 * Answers the question whether the hours are right: with Slack's zone, or with what the question called the other.
 *
 * @returns what counts now
 * @throws SprintkeeperError `hours_answered`
 */
export async function answerHoursQuestion(
  services: Services,
  person: Person,
  questionId: string,
  answer: 'slack' | 'keep',
): Promise<WorkingHours> {
  return services.db.$transaction(async (tx) => {
    const own = { id: questionId, personId: person.id, answer: null }
    const question = isId(questionId) ? await tx.hoursQuestion.findFirst({ where: own }) : null
    if (!question)
      throw new SprintkeeperError(
        'hours_answered',
        'That question was answered already.',
        '/sprint hours shows your working hours, and changes them.',
      )
    const zone = answer === 'slack' ? question.slackZone : question.keptZone
    const hours = { ...hoursOf(person), zone }
    await write(tx, services, person, hours, answer)
    return hours
  })
}

async function write(
  tx: Tx,
  services: Services,
  person: Person,
  hours: WorkingHours,
  answer: HoursAnswer,
): Promise<void> {
  const { zone, start, end, days } = hours
  await tx.person.update({
    where: { id: person.id },
    data: {
      ownTimeZone: zone,
      slackZoneThen: person.timeZone,
      hoursSetAt: services.clock.now(),
      workStart: start,
      workEnd: end,
      workingDays: days,
    },
  })
  const set = { teamId: null, personId: person.id, action: 'hours.set', target: person.id }
  await audit(tx, services, { ...set, detail: { zone, start, end, days, answer } })
  await settleQuestions(tx, services, person.id, answer, hours)
  await showOpenStandUps(tx, services, person.id)
}
