// A check-in in Slack: the person's reply in the thread, and the stand-up's message that counts it.
import { edit, post } from '#platform/delivery/outbox.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Blocker, CheckIn, Person } from '#platform/store/generated/client.ts'
import { messageKey } from '#schedule/steps.ts'
import { checkInReply } from './check-in.messages.ts'
import { type ItemMove, movableItems } from './check-in-items.ts'
import { standUpMessage } from './standup.messages.ts'
import { raisedFrom, readStandUp, type StandUp, standUpKey, timingOf, wholeStandUp } from './standup-view.ts'

/** The key of a person's reply in a stand-up's thread. */
export const replyKey = (occurrence: StandUp, personId: string): string =>
  messageKey(occurrence, `answer.${personId}`)

/**
 * Writes a person's answer into the thread, once; afterwards its post is edited. A plain reply speaks for itself and is
 * not repeated, and a skip stands in the stand-up's message.
 */
export async function showAnswer(
  tx: Tx,
  services: Services,
  occurrence: StandUp,
  checkIn: CheckIn & { person: Person; raised: Blocker[] },
  moves: ItemMove[],
): Promise<void> {
  const { team } = occurrence
  const { person } = checkIn
  const thread = { key: standUpKey(occurrence) }
  const parent = await tx.message.findFirst({ where: thread })
  if (checkIn.skipped !== null || !parent) return
  const key = replyKey(occurrence, person.id)
  const content = checkInReply({
    teamId: team.id,
    occurrenceId: occurrence.id,
    slackUserId: person.slackUserId,
    name: person.displayName || person.name,
    timing: timingOf(occurrence, checkIn),
    done: checkIn.done,
    today: checkIn.today,
    blockers: checkIn.blockers,
    moved: moves.filter(({ personId }) => personId === person.id),
    blockedItemKey: await namedItem(tx, occurrence, checkIn),
    checkInId: checkIn.id,
    raised: raisedFrom(checkIn),
  })
  if (checkIn.sourceTs === null) {
    const { channel } = parent
    if (await post(tx, services, { key, channel, teamId: team.id, thread, ...content })) return
  }
  await edit(tx, services, { key, ...content })
}

/** Shows in the channel what the database now says: the stand-up's message, and a person's reply. Nothing before it opened. */
export async function showStandUp(
  tx: Tx,
  services: Services,
  occurrence: StandUp,
  personId: string | null = null,
): Promise<void> {
  if (occurrence.state !== 'open' && occurrence.state !== 'closed') return
  const { view, checkIns, moves } = await readStandUp(tx, occurrence)
  const checkIn = checkIns.find((one) => one.personId === personId)
  if (checkIn) await showAnswer(tx, services, occurrence, checkIn, moves)
  await edit(tx, services, { key: standUpKey(occurrence), ...standUpMessage(view) })
}

/** A blocker was raised from a check-in, or is resolved since: the reply offers it no more, and the summary follows. */
export async function followBlocker(
  tx: Tx,
  services: Services,
  { checkInId }: Pick<Blocker, 'checkInId'>,
): Promise<void> {
  const checkIn = checkInId ? await tx.checkIn.findFirst({ where: { id: checkInId } }) : null
  if (!checkIn) return
  const occurrence = await tx.occurrence.findFirst({
    where: { id: checkIn.occurrenceId },
    include: wholeStandUp,
  })
  if (occurrence) await showStandUp(tx, services, occurrence, checkIn.personId)
}

/** The one of the person's items whose key stands in what blocks them. */
async function namedItem(
  tx: Tx,
  occurrence: StandUp,
  { personId, blockers }: CheckIn,
): Promise<string | null> {
  if (blockers === '') return null
  const words = new Set(blockers.toLowerCase().split(/[^\p{L}\p{N}_-]+/u))
  const items = await movableItems(tx, occurrence, personId)
  return items.find(({ key }) => words.has(key.toLowerCase()))?.key ?? null
}
