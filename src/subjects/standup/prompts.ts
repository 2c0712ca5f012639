// Direct messages of a stand-up: those whose working hours it does not meet are asked before it opens, instead of at
// night; and once a person has answered, what was asked of them says so.

import { edit, post } from '#platform/delivery/outbox.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import type { Occurrence } from '#platform/store/generated/client.ts'
import { type Attendance, attendanceOf, zoneOf } from '#records/attendance.ts'
import { messageKey } from '#schedule/steps.ts'
import { askAheadMessage, closedReminder, overReminder, settledPrompt } from './prompts.messages.ts'
import { readStandUp, type StandUp, wholeStandUp } from './standup-view.ts'

/** The key of the one reminder to a person. */
export const reminderKey = (occurrence: Occurrence, personId: string): string =>
  messageKey(occurrence, `remind.${personId}`)

const aheadKey = (occurrence: Occurrence, personId: string): string =>
  messageKey(occurrence, `ahead.${personId}`)

/** Writes the questions for the stand-up that follows on this one; each leaves in its reader's last working hours before. */
export async function askAhead(tx: Tx, services: Services, { teamId, opensAt }: StandUp): Promise<void> {
  const next = await tx.occurrence.findFirst({
    where: { teamId, kind: 'standup', state: 'planned', opensAt: { gt: opensAt } },
    orderBy: { opensAt: 'asc' },
    include: wholeStandUp,
  })
  if (!next) return
  const { expected } = await attendanceOf(tx, next.team, next, { ahead: true })
  const { view, checkIns } = await readStandUp(tx, next)
  const given = new Set(checkIns.map(({ personId }) => personId))
  for (const { person, promptAt, ahead } of expected) {
    if (!ahead || given.has(person.id) || promptAt < services.clock.now()) continue
    await post(tx, services, {
      key: aheadKey(next, person.id),
      channel: person.slackUserId,
      teamId,
      dueAt: promptAt,
      expiresAt: next.opensAt,
      ...askAheadMessage(view, next.team.name, zoneOf(person, next.team)),
    })
  }
}

/** Takes back the question to a person ahead, unless it has left already. */
export async function dropQuestion(tx: Tx, occurrence: Occurrence, personId: string): Promise<void> {
  await tx.message.deleteMany({ where: { key: aheadKey(occurrence, personId), state: 'due' } })
}

/** A person has answered or skips: what waits is taken back, and what was sent says so instead of asking on. */
export async function settlePrompts(
  tx: Tx,
  services: Services,
  occurrence: Occurrence,
  personId: string,
  outcome: 'answered' | 'skipped',
): Promise<void> {
  await dropQuestion(tx, occurrence, personId)
  const content = settledPrompt(occurrence.id, fromDateColumn(occurrence.localDate), outcome)
  for (const key of [aheadKey(occurrence, personId), reminderKey(occurrence, personId)])
    await edit(tx, services, { key, ...content })
}

/** What was asked of those who gave no answer says what still can be done: answer late, or nothing. */
export async function followEnd(
  tx: Tx,
  services: Services,
  occurrence: StandUp,
  phase: 'closed' | 'over',
): Promise<void> {
  const { view, attendance, checkIns } = await readStandUp(tx, occurrence, { phase })
  const given = new Set(checkIns.map(({ personId }) => personId))
  const content = phase === 'closed' ? closedReminder(view) : overReminder(view)
  for (const { person } of attendance.expected) {
    if (given.has(person.id)) continue
    for (const key of [reminderKey(occurrence, person.id), aheadKey(occurrence, person.id)])
      await edit(tx, services, { key, ...content })
  }
}

/** The ids of those who were asked ahead: they are not reminded a second time, at night. */
export async function askedAhead(
  tx: Tx,
  occurrence: Occurrence,
  { expected }: Attendance,
): Promise<string[]> {
  const ids = new Map(expected.map(({ person }) => [aheadKey(occurrence, person.id), person.id]))
  const sent = await tx.message.findMany({ where: { key: { in: [...ids.keys()] }, state: 'sent' } })
  return sent.flatMap(({ key }) => ids.get(key) ?? [])
}
