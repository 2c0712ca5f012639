// The messages of a blocker in the outbox: written with its change, and all kept up to date.
import { type Content, edit, post } from '#platform/delivery/outbox.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Team } from '#platform/store/generated/client.ts'
import { stakeholdersOf } from '#records/channel-links.ts'
import { openCards } from './blocker-card.ts'
import {
  type BlockerCard,
  blockerAsk,
  blockerCard,
  blockerHelpRequest,
  blockerReply,
} from './blockers.messages.ts'

/** The keys of a blocker's messages. A reply is told apart by its event. */
export const blockerKeys = {
  card: (id: string) => `blocker:${id}:card`,
  help: (id: string, personId: string) => `blocker:${id}:help:${personId}`,
  ask: (id: string) => `blocker:${id}:ask`,
  reply: (id: string, eventId: string) => `blocker:${id}:reply:${eventId}`,
}

/** The card, in the team's channel; for a team without one in a DM to who raised it. */
export async function postCard(tx: Tx, services: Services, team: Team, card: BlockerCard): Promise<void> {
  await post(tx, services, {
    key: blockerKeys.card(card.id),
    channel: team.channelId ?? card.raisedBy,
    teamId: team.id,
    ...blockerCard(card),
  })
}

/** The question to the stakeholders, where the team may post in a channel of theirs. */
export async function postAsk(tx: Tx, services: Services, team: Team, card: BlockerCard): Promise<void> {
  const channel = await stakeholdersOf(tx, team)
  if (!channel) return
  await post(tx, services, {
    key: blockerKeys.ask(card.id),
    channel,
    teamId: team.id,
    ...blockerAsk(card, team.name),
  })
}

/** A DM to the person who can help; bots get none. */
export async function askForHelp(
  tx: Tx,
  services: Services,
  team: Team,
  card: BlockerCard,
  personId: string,
): Promise<void> {
  const helper = await tx.person.findFirst({ where: { id: personId, isBot: false } })
  if (!helper) return
  await post(tx, services, {
    key: blockerKeys.help(card.id, personId),
    channel: helper.slackUserId,
    teamId: team.id,
    after: blockerKeys.card(card.id),
    ...helpRequest(team, card),
  })
}

/** A card in a direct message is nobody's but its reader's: only one in a channel is linked to. */
function helpRequest(team: Team, card: BlockerCard): Content {
  const posted = team.channelId ? { channelId: team.channelId, key: blockerKeys.card(card.id) } : null
  return blockerHelpRequest(card, posted)
}

export async function replyInThread(
  tx: Tx,
  services: Services,
  team: Team,
  reply: {
    card: BlockerCard
    eventId: string
    what: 'taken' | 'escalated' | 'resolved'
    by: string
    itemNote: string | null
  },
): Promise<void> {
  const { card, eventId, what, by, itemNote } = reply
  await post(tx, services, {
    key: blockerKeys.reply(card.id, eventId),
    channel: team.channelId ?? card.raisedBy,
    teamId: team.id,
    thread: { key: blockerKeys.card(card.id) },
    ...blockerReply(card, what, by, itemNote),
  })
}

/** Edits every message that shows the blocker: the card, the requests for help, the question to the stakeholders. */
export async function refreshMessages(
  tx: Tx,
  services: Services,
  team: Team,
  card: BlockerCard,
): Promise<void> {
  await edit(tx, services, { key: blockerKeys.card(card.id), ...blockerCard(card) })
  await edit(tx, services, { key: blockerKeys.ask(card.id), ...blockerAsk(card, team.name) })
  const asked = await tx.message.findMany({
    where: { key: { startsWith: blockerKeys.help(card.id, '') }, kind: 'post' },
    select: { key: true },
  })
  for (const { key } of asked) await edit(tx, services, { key, ...helpRequest(team, card) })
}

/** Brings the age on every open card of the team up to date; called once a day, with the daily delta. */
export async function refreshOpenCards(tx: Tx, services: Services, team: Team): Promise<void> {
  for (const card of await openCards(tx, team, services.clock.now()))
    if (card.ageDays > 0) await edit(tx, services, { key: blockerKeys.card(card.id), ...blockerCard(card) })
}
