// The daily stand-up: opens with one message, reminds those who are missing once, and closes with its summary.
import { decide } from '#domain/calendar/lateness.ts'
import { edit, post } from '#platform/delivery/outbox.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Occurrence } from '#platform/store/generated/client.ts'
import type { Attendance, Expected } from '#records/attendance.ts'
import { ceremonyChannel, skippedNoChannel } from '#schedule/ceremony-channel.ts'
import type { Ceremony, StepContext, StepResult } from '#schedule/steps.ts'
import { lookAtMembersHours } from '#subjects/hours-question/index.ts'
import { showAnswer } from './check-in-post.ts'
import { reminder } from './prompts.messages.ts'
import { askAhead, askedAhead, followEnd, reminderKey } from './prompts.ts'
import { missedBlock, standUpMessage } from './standup.messages.ts'
import { readStandUp, type StandUp, standUpKey, standUpZone, wholeStandUp } from './standup-view.ts'

const minuteMillis = 60_000
/** The reminder comes so long before the end; in the middle of what is left where that is less than twice as long. */
const reminderMillis = 30 * minuteMillis
/** A reminder closer to the end than this helps nobody. */
const leastMillis = 2 * minuteMillis

export const standUp: Ceremony = {
  kinds: ['standup'],
  steps: { open, remind, close },
}

const nobodyWorks: StepResult = {
  state: 'skipped',
  step: 'closed',
  nextAt: null,
  reason: 'skipped: nobody of the team works that day',
}

async function open({ tx, services, now, occurrence, late, missedNotes }: StepContext): Promise<StepResult> {
  const { team } = occurrence
  const channel = await ceremonyChannel(services, occurrence)
  if (!channel) return skippedNoChannel
  const opened = { ...occurrence, openedAt: now }
  const reading = await readStandUp(tx, opened, {
    phase: 'open',
    late: late !== false,
    missed: missedBlock(missedNotes),
  })
  const { expected, away } = reading.attendance
  if (expected.length === 0 && away.length > 0 && reading.checkIns.length === 0) return nobodyWorks
  const key = standUpKey(occurrence)
  await post(tx, services, { key, channel, teamId: team.id, ...standUpMessage(reading.view) })
  for (const checkIn of reading.checkIns) await showAnswer(tx, services, opened, checkIn, reading.moves)
  await endTheOneBefore(tx, services, occurrence)
  return { state: 'open', step: 'remind', nextAt: firstReminder(reading.attendance, opened) }
}

/** Once this one is open the one before takes no answers: its message and its reminders offer it no more. */
async function endTheOneBefore(tx: Tx, services: Services, { teamId, opensAt }: StandUp): Promise<void> {
  const before = await tx.occurrence.findFirst({
    where: { teamId, kind: 'standup', state: 'closed', opensAt: { lt: opensAt } },
    orderBy: { opensAt: 'desc' },
    include: wholeStandUp,
  })
  if (!before) return
  const { view } = await readStandUp(tx, before, { phase: 'over' })
  await edit(tx, services, { key: standUpKey(before), ...standUpMessage(view) })
  await followEnd(tx, services, before, 'over')
}

/** Reminds each who is missing once, those who begin work later at their beginning; the last of them leads to the end. */
async function remind({ tx, services, now, occurrence }: StepContext): Promise<StepResult> {
  const { team, closesAt } = occurrence
  const closing: StepResult = { state: 'open', step: 'close', nextAt: closesAt }
  const latest = new Date(closesAt.getTime() - leastMillis)
  const window = { closesAt, zone: standUpZone(occurrence) }
  const isMissed = decide('reminder', occurrence.nextAt ?? now, now, window) === 'missed'
  if (isMissed || now > latest) return closing
  const { view, attendance, checkIns } = await readStandUp(tx, occurrence)
  const given = new Set([
    ...checkIns.map(({ personId }) => personId),
    ...(await askedAhead(tx, occurrence, attendance)),
  ])
  const later: Date[] = []
  for (const expected of attendance.expected) {
    const { person, promptUntil } = expected
    if (given.has(person.id)) continue
    const at = reminderFor(expected, occurrence)
    // Outside of their hours nobody is reminded, whichever way the time came about.
    if (!at || promptUntil <= now) continue
    if (at > now) {
      later.push(at)
      continue
    }
    await post(tx, services, {
      key: reminderKey(occurrence, person.id),
      channel: person.slackUserId,
      teamId: team.id,
      expiresAt: promptUntil,
      ...reminder(view, team.name),
    })
  }
  const next = later.sort((a, b) => a.getTime() - b.getTime())[0]
  return next ? { state: 'open', step: 'remind', nextAt: next } : closing
}

/**
 * When a person who is missing is reminded: with the others; where their working hours end before that, half an hour before
 * they do; where they begin later, at their beginning. Null: their hours and the window do not meet long enough.
 */
function reminderFor(
  { promptAt, promptUntil, outsideHours }: Expected,
  { openedAt, opensAt, closesAt }: Pick<Occurrence, 'openedAt' | 'opensAt' | 'closesAt'>,
): Date | null {
  if (outsideHours || promptUntil.getTime() - promptAt.getTime() < leastMillis) return null
  const withOthers = remindAt(openedAt ?? opensAt, closesAt)
  const beforeTheirEnd = new Date(promptUntil.getTime() - reminderMillis)
  const wanted = promptUntil < closesAt && beforeTheirEnd < withOthers ? beforeTheirEnd : withOthers
  return new Date(Math.max(wanted.getTime(), promptAt.getTime()))
}

/** When the first of those who are expected would be reminded. */
function firstReminder({ expected }: Attendance, opened: StandUp): Date {
  const times = expected.flatMap((one) => reminderFor(one, opened)?.getTime() ?? [])
  return times.length
    ? new Date(Math.min(...times))
    : remindAt(opened.openedAt ?? opened.opensAt, opened.closesAt)
}

/** Ends with the summary, and looks ahead: who sleeps through the next stand-up is asked before it. */
async function close({ tx, services, occurrence }: StepContext): Promise<StepResult> {
  const { view, attendance } = await readStandUp(tx, occurrence, { phase: 'closed' })
  await edit(tx, services, { key: standUpKey(occurrence), ...standUpMessage(view) })
  await followEnd(tx, services, occurrence, 'closed')
  await askAhead(tx, services, occurrence)
  const members = attendance.expected.map(({ person }) => person)
  await lookAtMembersHours(tx, services, occurrence.team, members)
  return { state: 'closed', step: 'closed', nextAt: null }
}

/** When the missing are reminded of a stand-up that opened at `opened`. */
export function remindAt(opened: Date, closesAt: Date): Date {
  const left = closesAt.getTime() - opened.getTime()
  return new Date(closesAt.getTime() - Math.min(reminderMillis, Math.max(0, left / 2)))
}
