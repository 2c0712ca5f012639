// Plain replies in a stand-up's thread: they count as answers, follow their edits, and are withdrawn with them.
import { edit } from '#platform/delivery/outbox.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { CheckIn, Person } from '#platform/store/generated/client.ts'
import { withdrawnReply } from './check-in.messages.ts'
import { auditCheckIn, isPast, saveCheckIn } from './check-in.ts'
import { replyKey, showStandUp } from './check-in-post.ts'
import { type Answer, isLabelled, isQuestion, partsOf, readReply } from './check-in-text.ts'
import { lockStandUp } from './find-standup.ts'
import type { StandUp } from './standup-view.ts'

/** A message that a person wrote in a stand-up's thread. */
export interface ThreadReply {
  occurrenceId: string
  /** Slack's ts of the reply. */
  ts: string
}

/** What became of a reply: it is the answer now, and what was understood; or it is none, and why. */
export type Heard =
  | { became: 'answer'; answer: Answer; named: boolean }
  | { became: 'talk' | 'question' | 'nothing' | 'not asked' }

/**
 * Takes a member's reply as their answer. A question is none. Who has answered already is only talking, unless the reply names
 * its parts ("Y: … T: …"), or says more of them than the answer that they gave in the thread. Others than members are talking
 * too, and so is everybody once a newer stand-up has opened.
 */
export async function answerInThread(
  services: Services,
  { occurrenceId, ts, personId, text }: ThreadReply & { personId: string; text: string },
): Promise<Heard> {
  return services.db.$transaction(async (tx) => {
    const occurrence = await lockStandUp(tx, occurrenceId)
    const { teamId } = occurrence
    if (!(await tx.membership.findFirst({ where: { teamId, personId } }))) return { became: 'not asked' }
    const existing = await tx.checkIn.findFirst({ where: { occurrenceId, personId } })
    if (!existing && (await isPast(tx, occurrence))) return { became: 'talk' }
    if (text.trim() === '') return { became: 'nothing' }
    if (isQuestion(text)) return { became: 'question' }
    const answer = readReply(text)
    const isOther = existing?.skipped === null && existing.sourceTs !== ts
    if (isOther && !isLabelled(text) && !(existing.via === 'thread' && partsOf(answer) > partsOf(existing)))
      return { became: 'talk' }
    if (partsOf(answer) === 0) return { became: 'talk' }
    await saveCheckIn(tx, services, occurrence, personId, {
      ...answer,
      skipped: null,
      via: 'thread',
      sourceTs: ts,
    })
    await showStandUp(tx, services, occurrence, personId)
    return { became: 'answer', answer, named: isLabelled(text) }
  })
}

/** Follows the edit of a reply that is an answer; edits of other replies change nothing. */
export async function editThreadAnswer(
  services: Services,
  { occurrenceId, ts, text }: ThreadReply & { text: string },
): Promise<void> {
  await services.db.$transaction(async (tx) => {
    const occurrence = await lockStandUp(tx, occurrenceId)
    const checkIn = await answerFrom(tx, { occurrenceId, ts })
    if (!checkIn) return
    const answer = readReply(text)
    // Edited to nothing, or to a question, it says no more what it said.
    if (partsOf(answer) === 0 || isQuestion(text)) return takeBack(tx, services, occurrence, checkIn)
    const said = { ...answer, skipped: null, via: 'thread', sourceTs: ts }
    await saveCheckIn(tx, services, occurrence, checkIn.personId, said)
    await showStandUp(tx, services, occurrence, checkIn.personId)
  })
}

/** Takes back the answer that a deleted reply gave. */
export async function withdrawThreadAnswer(services: Services, reply: ThreadReply): Promise<void> {
  await services.db.$transaction(async (tx) => {
    const occurrence = await lockStandUp(tx, reply.occurrenceId)
    const checkIn = await answerFrom(tx, reply)
    if (checkIn) await takeBack(tx, services, occurrence, checkIn)
  })
}

async function takeBack(
  tx: Tx,
  services: Services,
  occurrence: StandUp,
  checkIn: CheckIn & { person: Person },
): Promise<void> {
  await tx.checkIn.delete({ where: { id: checkIn.id } })
  await auditCheckIn(tx, services, occurrence, checkIn, { became: 'withdrawn' })
  const key = replyKey(occurrence, checkIn.personId)
  await edit(tx, services, { key, ...withdrawnReply(checkIn.person.slackUserId) })
  await showStandUp(tx, services, occurrence)
}

function answerFrom(tx: Tx, { occurrenceId, ts }: ThreadReply) {
  return tx.checkIn.findFirst({ where: { occurrenceId, sourceTs: ts }, include: { person: true } })
}
