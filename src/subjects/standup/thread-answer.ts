// Plain replies in a stand-up's thread: they count as answers, follow their edits, and are withdrawn with them.
import { edit } from '#platform/delivery/outbox.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import { withdrawnReply } from './check-in.messages.ts'
import { auditCheckIn, isPast, saveCheckIn } from './check-in.ts'
import { replyKey, showStandUp } from './check-in-post.ts'
import { isLabelled, readReply } from './check-in-text.ts'
import { lockStandUp } from './find-standup.ts'

/** A message that a person wrote in a stand-up's thread. */
export interface ThreadReply {
  occurrenceId: string
  /** Slack's ts of the reply. */
  ts: string
}

/**
 * Takes a member's reply as their answer. Who has answered already is only talking, unless the reply names its parts
 * ("Y: … T: …"). Others than members are talking too, and so is everybody once a newer stand-up has opened.
 *
 * @returns whether the reply is now the person's answer; `not asked`: the team does not ask them
 */
export async function answerInThread(
  services: Services,
  { occurrenceId, ts, personId, text }: ThreadReply & { personId: string; text: string },
): Promise<boolean | 'not asked'> {
  return services.db.$transaction(async (tx) => {
    const occurrence = await lockStandUp(tx, occurrenceId)
    const { teamId } = occurrence
    if (!(await tx.membership.findFirst({ where: { teamId, personId } }))) return 'not asked'
    const existing = await tx.checkIn.findFirst({ where: { occurrenceId, personId } })
    if (!existing && (await isPast(tx, occurrence))) return false
    if (existing?.skipped === null && existing.sourceTs !== ts && !isLabelled(text)) return false
    const answer = readReply(text)
    if (!answer.done && !answer.today && !answer.blockers) return false
    await saveCheckIn(tx, services, occurrence, personId, {
      ...answer,
      skipped: null,
      via: 'thread',
      sourceTs: ts,
    })
    await showStandUp(tx, services, occurrence, personId)
    return true
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
    const said = { ...readReply(text), skipped: null, via: 'thread', sourceTs: ts }
    await saveCheckIn(tx, services, occurrence, checkIn.personId, said)
    await showStandUp(tx, services, occurrence, checkIn.personId)
  })
}

/** Takes back the answer that a deleted reply gave. */
export async function withdrawThreadAnswer(services: Services, reply: ThreadReply): Promise<void> {
  await services.db.$transaction(async (tx) => {
    const occurrence = await lockStandUp(tx, reply.occurrenceId)
    const checkIn = await answerFrom(tx, reply)
    if (!checkIn) return
    await tx.checkIn.delete({ where: { id: checkIn.id } })
    await auditCheckIn(tx, services, occurrence, checkIn, { became: 'withdrawn' })
    const key = replyKey(occurrence, checkIn.personId)
    await edit(tx, services, { key, ...withdrawnReply(checkIn.person.slackUserId) })
    await showStandUp(tx, services, occurrence)
  })
}

function answerFrom(tx: Tx, { occurrenceId, ts }: ThreadReply) {
  return tx.checkIn.findFirst({ where: { occurrenceId, sourceTs: ts }, include: { person: true } })
}
