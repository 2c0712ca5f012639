// Answering a stand-up: in the modal, ahead, in time or late; skipping it; changing what one said.
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { CheckIn } from '#platform/store/generated/client.ts'
import type { ItemStatus } from '#platform/store/generated/enums.ts'
import { audit } from '#records/audit.ts'
import { moveItem } from '#records/items.ts'
import { lookAtHours } from '#subjects/hours-question/index.ts'
import { statusWords } from '#wording/amounts.ts'
import { showStandUp } from './check-in-post.ts'
import { type Answer, tidyAnswer } from './check-in-text.ts'
import { lockStandUp } from './find-standup.ts'
import { settlePrompts } from './prompts.ts'
import { type StandUp, standUpZone } from './standup-view.ts'

export interface ItemChoice {
  itemId: string
  /** The status that the modal showed. */
  from: ItemStatus
  to: ItemStatus
}

export interface CheckInInput {
  occurrenceId: string
  personId: string
  answer: Answer
  moves: ItemChoice[]
}

export interface SavedCheckIn {
  /** When the answer is posted, if it was given ahead; null: it is in the thread. */
  waitsUntil: Date | null
  /** In which that is said. */
  zone: string
}

/** An item was moved by somebody else while the modal was open. */
export class ItemMovedMeanwhile extends SprintkeeperError {
  readonly choice: ItemChoice

  constructor(choice: ItemChoice, now: string) {
    super(
      'item_moved',
      `Somebody moved this item to “${now}” meanwhile.`,
      'Choose its old status here to leave it.',
    )
    this.choice = choice
  }
}

/**
 * Takes a person's answer and moves their items, all or nothing. A second answer replaces the first, which is kept as an
 * edit.
 *
 * @throws SprintkeeperError `standup_gone`, `standup_over`, `not_a_member`; ItemMovedMeanwhile
 */
export async function answerCheckIn(services: Services, input: CheckInInput): Promise<SavedCheckIn> {
  return services.db.$transaction(async (tx) => {
    const occurrence = await lockStandUp(tx, input.occurrenceId)
    await requireAnswerable(tx, occurrence, input.personId)
    for (const choice of input.moves) await move(tx, services, choice, input.personId)
    await saveCheckIn(tx, services, occurrence, input.personId, {
      ...tidyAnswer(input.answer),
      skipped: null,
      via: 'modal',
      sourceTs: null,
    })
    await showStandUp(tx, services, occurrence, input.personId)
    return {
      waitsUntil: occurrence.state === 'planned' ? occurrence.opensAt : null,
      zone: standUpZone(occurrence),
    }
  })
}

/**
 * Skips a stand-up, with a reason or without ("").
 *
 * @throws SprintkeeperError `already_answered`, and as `answerCheckIn`
 */
export async function skipCheckIn(
  services: Services,
  { occurrenceId, personId, reason }: { occurrenceId: string; personId: string; reason: string },
): Promise<void> {
  await services.db.$transaction(async (tx) => {
    const occurrence = await lockStandUp(tx, occurrenceId)
    await requireAnswerable(tx, occurrence, personId)
    const existing = await tx.checkIn.findFirst({ where: { occurrenceId, personId } })
    if (existing?.skipped === null)
      throw new SprintkeeperError(
        'already_answered',
        'You have checked in already.',
        'Your answer stands in the thread; its button edits it.',
      )
    const said = { done: '', today: '', blockers: '', via: 'modal', sourceTs: null }
    await saveCheckIn(tx, services, occurrence, personId, { ...said, skipped: reason.trim() })
    await showStandUp(tx, services, occurrence)
  })
}

/** @throws SprintkeeperError `standup_gone`, `standup_over`, `not_a_member` */
export async function requireAnswerable(tx: Tx, occurrence: StandUp, personId: string): Promise<void> {
  const { id, team, teamId, state } = occurrence
  if (state === 'skipped' || state === 'missed')
    throw new SprintkeeperError(
      'standup_gone',
      'That stand-up does not take place.',
      '/sprint standup shows the next one.',
    )
  if (!(await tx.membership.findFirst({ where: { teamId, personId } })))
    throw new SprintkeeperError(
      'not_a_member',
      `You are not a member of ${team.name}.`,
      'Its facilitators add people in /sprint team.',
    )
  if (state !== 'closed' || (await tx.checkIn.findFirst({ where: { occurrenceId: id, personId } }))) return
  if (await isPast(tx, occurrence))
    throw new SprintkeeperError(
      'standup_over',
      'That stand-up is over, and a newer one has opened.',
      '/sprint standup takes your answer for the newer one.',
    )
}

/** Whether the team's next stand-up has opened: until then, late answers are welcome. */
export async function isPast(tx: Tx, { teamId, opensAt }: StandUp): Promise<boolean> {
  const newer = await tx.occurrence.findFirst({
    where: { teamId, kind: 'standup', opensAt: { gt: opensAt }, state: { in: ['open', 'closed'] } },
  })
  return newer !== null
}

type Said = Pick<CheckIn, 'done' | 'today' | 'blockers' | 'skipped' | 'via' | 'sourceTs'>

/** Writes an answer or a skip; what it replaces is kept as an edit. Saying the same again changes nothing. */
export async function saveCheckIn(
  tx: Tx,
  services: Services,
  occurrence: StandUp,
  personId: string,
  said: Said,
): Promise<CheckIn> {
  const { workspaceId, clock } = services
  const { id: occurrenceId } = occurrence
  const now = clock.now()
  const existing = await tx.checkIn.findFirst({ where: { occurrenceId, personId } })
  if (existing?.skipped !== said.skipped)
    await settlePrompts(tx, services, occurrence, personId, said.skipped === null ? 'answered' : 'skipped')
  if (!existing) {
    const times = { answeredAt: now, updatedAt: now }
    const first = await tx.checkIn.create({
      data: { workspaceId, occurrenceId, personId, ...said, ...times },
    })
    await auditCheckIn(tx, services, occurrence, first, {
      became: said.skipped === null ? 'answered' : 'skipped',
    })
    await lookAtHours(tx, services, personId)
    return first
  }
  const { id, done, today, blockers, skipped, via } = existing
  const before = { done, today, blockers, skipped, via }
  const changed = (['done', 'today', 'blockers', 'skipped'] as const).filter(
    (part) => before[part] !== said[part],
  )
  if (changed.length) {
    await tx.checkInEdit.create({ data: { workspaceId, checkInId: id, at: now, before } })
    const became = said.skipped === null ? (skipped === null ? 'edited' : 'answered') : 'skipped'
    await auditCheckIn(tx, services, occurrence, { id, personId, via: said.via }, { became, parts: changed })
  }
  // Who skipped and then answers, answers now.
  const answeredAt = skipped !== null ? now : existing.answeredAt
  return tx.checkIn.update({ where: { id }, data: { ...said, answeredAt, updatedAt: now } })
}

/** Who answered, edited, skipped or withdrew, and which parts; never what they say. */
export async function auditCheckIn(
  tx: Tx,
  services: Services,
  { id: occurrenceId, teamId }: Pick<StandUp, 'id' | 'teamId'>,
  { id: target, personId, via }: Pick<CheckIn, 'id' | 'personId' | 'via'>,
  { became, parts = [] }: { became: 'answered' | 'edited' | 'skipped' | 'withdrawn'; parts?: string[] },
): Promise<void> {
  const detail = { occurrenceId, via, ...(parts.length ? { parts } : {}) }
  await audit(tx, services, { teamId, personId, action: `checkin.${became}`, target, detail })
}

async function move(tx: Tx, services: Services, choice: ItemChoice, personId: string): Promise<void> {
  const { itemId, from, to } = choice
  if (from === to) return
  const { item, changed } = await moveItem(tx, services, { itemId, to, personId, expected: from })
  if (!changed && item.status !== to) throw new ItemMovedMeanwhile(choice, statusWords[item.status].words)
}
