// Reminders of what falls due, of key dates and of syncs, each in the team's channel.

import { daysBetween, isLocalDate } from '#domain/calendar/dates.ts'
import { instantOf, localOf } from '#domain/calendar/instant.ts'
import type { LocalDate } from '#domain/calendar/types.ts'
import { edit, post } from '#platform/delivery/outbox.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import type { Person } from '#platform/store/generated/client.ts'
import { isId } from '#platform/store/id.ts'
import { readSprint, type SprintState } from '#records/sprint-state.ts'
import { ceremonyChannel, skippedNoChannel } from '#schedule/ceremony-channel.ts'
import { type Ceremony, done, messageKey, type StepContext, type StepResult } from '#schedule/steps.ts'
import { storedCeremonyName } from '#wording/ceremony-name.ts'
import { shortSprintName } from '#wording/sprint-name.ts'
import {
  type DueReminder,
  dependencyDone,
  dueReminder,
  keyDateReminder,
  syncReminder,
} from './reminders.messages.ts'

export const reminders: Ceremony = {
  kinds: ['dependency_due', 'key_date', 'sync'],
  steps: { open: remind },
}

async function remind(context: StepContext): Promise<StepResult> {
  const { tx, services, now, occurrence } = context
  const { team, sprint } = occurrence
  const title = storedCeremonyName(occurrence)
  const channel = await ceremonyChannel(services, occurrence)
  if (!channel) return skippedNoChannel
  if (occurrence.kind === 'dependency_due') return remindOfDependencies(context, channel)
  const { date: today } = localOf(team.zone, now)
  const on = fromDateColumn(occurrence.localDate)
  const content =
    occurrence.kind === 'key_date'
      ? keyDateReminder(title, on, daysBetween(today, on), shortSprintName(sprint.name, team.name))
      : syncReminder(title, occurrence.opensAt, occurrence.closesAt, team.zone)
  const key = messageKey(occurrence, `slot${occurrence.slot}`)
  await post(tx, services, { ...content, key, channel, teamId: team.id })
  return done
}

/** One message for all that fall due, however many dependencies have a rule of their own for this day. */
async function remindOfDependencies(
  { tx, services, now, occurrence }: StepContext,
  channel: string,
): Promise<StepResult> {
  const { team, sprint } = occurrence
  const state = await readSprint(tx, team, sprint, now)
  const reminder = reminderOn(state, state.today)
  if (reminder.dependencies.every((dependency) => dependency.done))
    return { ...done, state: 'skipped', reason: 'skipped: all that falls due is done' }
  const key = reminderKey(sprint.id, state.today)
  await post(tx, services, { ...dueReminder(reminder), key, channel, teamId: team.id })
  return done
}

const reminderKey = (sprintId: string, date: LocalDate) => `dependency_due:${sprintId}:${date}`

export interface FinishDependency {
  dependencyId: string
  /** The reminder that the button stood in. */
  sprintId: string
  date: LocalDate
  person: Person
}

/**
 * Marks a dependency done, strikes it out in its reminder, and tells the team in that message's thread. A second click
 * changes nothing.
 *
 * @returns the dependency's text, and whether the team was told: it is not where no reminder was posted
 * @throws SprintkeeperError `gone`
 */
export async function finishDependency(
  services: Services,
  asked: FinishDependency,
): Promise<{ text: string; told: boolean }> {
  const { dependencyId, sprintId, date, person } = asked
  return services.db.$transaction(async (tx) => {
    const dependency = isId(dependencyId)
      ? await tx.dependency.findFirst({ where: { id: dependencyId, removedAt: null } })
      : null
    if (!dependency) throw new SprintkeeperError('gone', 'That dependency is no longer in the plan.')
    const now = services.clock.now()
    const { count } = await tx.dependency.updateMany({
      where: { id: dependencyId, doneAt: null },
      data: { doneAt: now },
    })
    const { text } = dependency
    if (count === 0) return { text, told: false }
    await tx.auditEntry.create({
      data: {
        ...{ workspaceId: services.workspaceId, teamId: dependency.teamId, personId: person.id, at: now },
        action: 'dependency.done',
        target: dependencyId,
        detail: {},
      },
    })
    const told = await refresh(tx, services, { sprintId, date, text, dependencyId, person })
    return { text, told }
  })
}

async function refresh(
  tx: Tx,
  services: Services,
  shown: { sprintId: string; date: string; dependencyId: string; text: string; person: Person },
): Promise<boolean> {
  const { sprintId, date, dependencyId, text, person } = shown
  const row = isId(sprintId)
    ? await tx.sprint.findFirst({ where: { id: sprintId }, include: { team: true } })
    : null
  const key = reminderKey(sprintId, date)
  const posted = row && isLocalDate(date) ? await tx.message.findFirst({ where: { key } }) : null
  if (!row || !posted) return false
  const { team, ...sprint } = row
  const state = await readSprint(tx, team, sprint, services.clock.now())
  await edit(tx, services, { ...dueReminder(reminderOn(state, date)), key })
  await post(tx, services, {
    ...dependencyDone(text, person.slackUserId),
    key: `dependency:${dependencyId}:done`,
    channel: posted.channel,
    teamId: team.id,
    thread: { key },
  })
  return true
}

/** What fell due on a date or by the working day after it, as it stood that morning, with what was done since. */
function reminderOn(state: SprintState, date: LocalDate): DueReminder {
  const { sprint, team, timeline } = state
  const until = timeline.workdays.find((day) => day.date > date)?.date ?? date
  const morning = instantOf(team.zone, date, '00:00')
  return {
    sprintId: sprint.id,
    sprintName: shortSprintName(sprint.name, team.name),
    date,
    dependencies: state.dependencies.flatMap(({ id, text, on, due, doneAt }) =>
      due === null || due < date || due > until || (doneAt !== null && doneAt < morning)
        ? []
        : [{ id, text, on, due, inDays: daysBetween(date, due), done: doneAt !== null }],
    ),
  }
}
