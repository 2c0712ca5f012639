// Blockers: raised, taken, escalated, resolved. One transaction each: the row, its event, the item, the messages.

import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Blocker, Person, Team } from '#platform/store/generated/client.ts'
import type { BlockerState, Level } from '#platform/store/generated/enums.ts'
import { currentSprint } from '#records/current-sprint.ts'
import { todayOf } from '#records/team-calendar.ts'
import { readCard } from './blocker-card.ts'
import { blockItem, unblockItem } from './blocker-items.ts'
import { askForHelp, postAsk, postCard, refreshMessages, replyInThread } from './blocker-posts.ts'
import { type BlockerCard, blockerName } from './blockers.messages.ts'

export interface Raise {
  teamId: string
  personId: string
  text: string
  severity: Level
  itemId: string | null
  helperId: string | null
  /** The check-in that told of it. */
  checkInId?: string | undefined
  /** Names the submission, so that one that Slack delivers twice raises one blocker. */
  submission: string
}

/** A blocker after a change, and its item where the change moved it. */
export interface BlockerChange {
  card: BlockerCard
  team: Team
  /** What became of the item, as mrkdwn; null: nothing. */
  itemNote: string | null
}

/** Raises a blocker: its item becomes blocked, the card stands in the team's channel, the helper gets a DM. Null for a submission that was handled already. */
export async function raiseBlocker(services: Services, raise: Raise): Promise<BlockerChange | null> {
  return services.db.$transaction(async (tx) => {
    const now = services.clock.now()
    const { workspaceId } = services
    const handled = { workspaceId, id: `blocker.raise:${raise.submission}`, at: now }
    const { count } = await tx.handled.createMany({ data: [handled], skipDuplicates: true })
    if (count === 0) return null
    // The team's row is the lock of its numbers.
    await tx.$queryRaw`select id from "Team" where id = ${raise.teamId}::uuid for update`
    const team = await tx.team.findFirstOrThrow({ where: { id: raise.teamId } })
    const last = await tx.blocker.aggregate({ where: { teamId: team.id }, _max: { number: true } })
    const before = raise.itemId ? await blockItem(tx, services, raise.itemId, raise.personId) : null
    const sprint = await currentSprint(tx, team, todayOf(team, now))
    const blocker = await tx.blocker.create({
      data: {
        workspaceId,
        teamId: team.id,
        sprintId: before ? before.item.sprintId : (sprint?.id ?? null),
        itemId: raise.itemId,
        itemStatus: before?.status ?? null,
        number: (last._max.number ?? 0) + 1,
        text: raise.text,
        severity: raise.severity,
        raisedById: raise.personId,
        helperId: raise.helperId,
        checkInId: await ownCheckIn(tx, raise),
        raisedAt: now,
      },
    })
    await services.hooks.blockerChanged(tx, services, blocker)
    await record(tx, services, blocker, { state: 'open', personId: raise.personId, note: raise.text })
    const card = await readCard(tx, team, blocker, now)
    await postCard(tx, services, team, card)
    if (blocker.helperId && blocker.helperId !== blocker.raisedById)
      await askForHelp(tx, services, team, card, blocker.helperId)
    return { card, team, itemNote: null }
  })
}

/** A check-in of the team that was named; null: none was, or it is of another team or gone. */
async function ownCheckIn(tx: Tx, { teamId, checkInId }: Raise): Promise<string | null> {
  if (!checkInId) return null
  const found = await tx.checkIn.findFirst({ where: { id: checkInId, occurrence: { teamId } } })
  return found?.id ?? null
}

/** Takes a blocker on. @throws SprintkeeperError when it is resolved, or somebody has it already. */
export async function takeBlocker(
  services: Services,
  input: { blockerId: string; person: Person },
): Promise<BlockerChange> {
  return change(services, input, async (tx, blocker, card) => {
    if (blocker.takenById) {
      const taker = await tx.person.findFirst({ where: { id: blocker.takenById } })
      throw new SprintkeeperError(
        'blocker_taken',
        blocker.takenById === input.person.id
          ? `You have ${blockerName(card)} already.`
          : `${taker?.displayName ?? 'Somebody'} has ${blockerName(card)} already.`,
        'When it is out of the way, press Resolve.',
      )
    }
    // An escalated blocker stays escalated whoever takes it.
    const state = blocker.state === 'escalated' ? 'escalated' : 'taken'
    return { event: 'taken', data: { takenById: input.person.id, state }, note: null, itemNote: null }
  })
}

/** Resolves a blocker and gives its item the status back that it had. */
export async function resolveBlocker(
  services: Services,
  input: { blockerId: string; person: Person; resolution: string },
): Promise<BlockerChange> {
  const { resolution } = input
  return change(services, input, async (tx, blocker, card) => {
    const resolvedAt = services.clock.now()
    await tx.decision.updateMany({
      where: { teamId: blocker.teamId, decidedAt: null, question: { startsWith: `${blockerName(card)}: ` } },
      data: { decidedAt: resolvedAt, answer: resolution },
    })
    const itemNote = await unblockItem(tx, services, blocker)
    return {
      event: 'resolved',
      data: { state: 'resolved', resolvedAt, resolution },
      note: resolution,
      itemNote,
    }
  })
}

/** Asks others for help: a decision that waits, a post in the stakeholders' channel, a DM to whom it is asked of. */
export async function escalateBlocker(
  services: Services,
  input: { blockerId: string; person: Person; reason: string; toId: string | null },
): Promise<BlockerChange> {
  const { reason, person, toId } = input
  return change(services, input, async (tx, blocker, card) => {
    if (blocker.escalatedAt)
      throw new SprintkeeperError(
        'blocker_escalated',
        `${blockerName(card)} is escalated already.`,
        'Add what changed in its thread.',
      )
    const escalatedAt = services.clock.now()
    await tx.decision.create({
      data: {
        workspaceId: services.workspaceId,
        teamId: blocker.teamId,
        sprintId: blocker.sprintId,
        question: `${blockerName(card)}: ${reason}`,
        askedById: person.id,
        askedAt: escalatedAt,
      },
    })
    const helperId = toId ?? blocker.helperId
    return {
      event: 'escalated',
      data: { state: 'escalated', escalatedAt, helperId },
      note: reason,
      itemNote: null,
      async tell(team, changed) {
        await postAsk(tx, services, team, changed)
        if (toId && toId !== person.id) await askForHelp(tx, services, team, changed, toId)
      },
    }
  })
}

interface Change {
  event: Exclude<BlockerState, 'open'>
  data: Partial<
    Pick<Blocker, 'state' | 'takenById' | 'helperId' | 'escalatedAt' | 'resolvedAt' | 'resolution'>
  >
  note: string | null
  itemNote: string | null
  /** Further messages. */
  tell?(team: Team, card: BlockerCard): Promise<void>
}

/** Under the lock of the blocker's row: decides, writes the row and its event, and brings every message up to date. */
async function change(
  services: Services,
  { blockerId, person }: { blockerId: string; person: Person },
  decide: (tx: Tx, blocker: Blocker, card: BlockerCard) => Promise<Change>,
): Promise<BlockerChange> {
  return services.db.$transaction(async (tx) => {
    await tx.$queryRaw`select id from "Blocker" where id = ${blockerId}::uuid for update`
    const now = services.clock.now()
    const { blocker, team, card: before } = await readOpen(tx, blockerId, now)
    const decided = await decide(tx, blocker, before)
    const changed = await tx.blocker.update({ where: { id: blocker.id }, data: decided.data })
    const eventId = await record(tx, services, changed, {
      state: decided.event,
      personId: person.id,
      note: decided.note,
    })
    await services.hooks.blockerChanged(tx, services, changed)
    const card = await readCard(tx, team, changed, now)
    await refreshMessages(tx, services, team, card)
    const { event: what, itemNote } = decided
    await replyInThread(tx, services, team, { card, eventId, what, by: person.slackUserId, itemNote })
    await decided.tell?.(team, card)
    return { card, team, itemNote }
  })
}

/** A blocker that is not resolved. @throws SprintkeeperError when it is, or when it is not there */
export async function openBlocker(
  services: Services,
  blockerId: string,
): Promise<{ card: BlockerCard; team: Team }> {
  return readOpen(services.db, blockerId, services.clock.now())
}

async function readOpen(
  db: Tx,
  blockerId: string,
  now: Date,
): Promise<{ blocker: Blocker; team: Team; card: BlockerCard }> {
  const found = await db.blocker.findFirst({ where: { id: blockerId }, include: { team: true } })
  if (!found)
    throw new SprintkeeperError(
      'blocker_gone',
      'That blocker is not there any more.',
      'See /sprint blockers.',
    )
  const { team, ...blocker } = found
  const card = await readCard(db, team, blocker, now)
  if (blocker.state !== 'resolved') return { blocker, team, card }
  throw new SprintkeeperError(
    'blocker_resolved',
    `${blockerName(card)} is resolved already${card.resolution ? `: ${card.resolution}` : '.'}`,
    'If it is back, raise a new one with /sprint block.',
  )
}

async function record(
  tx: Tx,
  { workspaceId, clock }: Services,
  { id: blockerId, teamId }: Blocker,
  event: { state: BlockerState; personId: string; note: string | null },
): Promise<string> {
  const at = clock.now()
  const { id } = await tx.blockerEvent.create({
    data: { workspaceId, teamId, blockerId, at, ...event },
  })
  return id
}
