// Answers that were given ahead to a stand-up which a change of plan takes away: kept where they still fit, else said.

import { post } from '#platform/delivery/outbox.ts'
import type { Replanned, Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import type { CheckIn, Occurrence, Person, Team } from '#platform/store/generated/client.ts'
import { messageKey } from '#schedule/steps.ts'
import { answerNotPosted } from './prompts.messages.ts'

type WaitingAnswer = CheckIn & { person: Person; occurrence: Occurrence }

/**
 * After the calendar was written and before what is gone is deleted: what was asked ahead about stand-ups that are not held
 * is taken back, and an answer given ahead is kept where it still fits, else its writer is told.
 */
export async function followReplan(
  tx: Tx,
  services: Services,
  { team, before, notHeld }: Replanned,
): Promise<void> {
  const planned = before.filter(({ kind, state }) => kind === 'standup' && state === 'planned')
  await dropQuestions(
    tx,
    planned.filter(({ id }) => notHeld.has(id)),
  )
  if (planned.length === 0) return
  const waiting = await tx.checkIn.findMany({
    where: { occurrenceId: { in: planned.map(({ id }) => id) } },
    include: { person: true, occurrence: true },
  })
  await keepAnswers(tx, services, team, waiting, notHeld)
}

/** Takes back what would still be asked ahead about stand-ups that are not held any more. */
async function dropQuestions(tx: Tx, notHeld: readonly Occurrence[]): Promise<void> {
  if (notHeld.length === 0) return
  const asked = notHeld.map((occurrence) => ({ key: { startsWith: messageKey(occurrence, 'ahead.') } }))
  await tx.message.deleteMany({ where: { state: 'due', OR: asked } })
}

/**
 * An answer goes with the stand-up that the team now holds on the same local date, under whatever rule and at whatever time.
 * Without one its writer is told, in one line.
 */
async function keepAnswers(
  tx: Tx,
  services: Services,
  team: Team,
  waiting: readonly WaitingAnswer[],
  notHeld: ReadonlySet<string>,
): Promise<void> {
  if (waiting.length === 0) return
  const standUps = await tx.occurrence.findMany({ where: { teamId: team.id, kind: 'standup' } })
  const held = standUps.filter(({ id, state }) => state === 'planned' && !notHeld.has(id))
  for (const answer of waiting) {
    const { occurrenceId, personId, person, occurrence } = answer
    if (held.some(({ id }) => id === occurrenceId)) continue
    const day = occurrence.localDate.getTime()
    const next = held.find(({ localDate }) => localDate.getTime() === day)
    if (next) {
      const own = await tx.checkIn.findFirst({ where: { occurrenceId: next.id, personId } })
      if (!own) await tx.checkIn.update({ where: { id: answer.id }, data: { occurrenceId: next.id } })
      continue
    }
    // Nobody misses a skip.
    if (answer.skipped !== null) continue
    const why = standUps.find(({ id, state }) => id === occurrenceId && state === 'skipped')?.reason ?? null
    await post(tx, services, {
      key: `standup-off:${answer.id}`,
      channel: person.slackUserId,
      teamId: team.id,
      expiresAt: occurrence.closesAt,
      ...answerNotPosted(fromDateColumn(occurrence.localDate), team.name, why),
    })
  }
}
