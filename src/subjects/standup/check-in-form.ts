// Which stand-up a person answers now, and what its modal holds.

import { dayTimeText, timeText } from '#platform/blocks/when.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import { fromDateColumn, toDateColumn } from '#platform/store/date-column.ts'
import type { Team } from '#platform/store/generated/client.ts'
import { todayOf } from '#records/team-calendar.ts'
import { requireAnswerable } from './check-in.ts'
import { lastAnswer, movableItems } from './check-in-items.ts'
import type { CheckInModal } from './check-in-modal.messages.ts'
import { findStandUp } from './find-standup.ts'
import { standUpTitle } from './standup.messages.ts'
import { readStandUp, type StandUp, type StandUpReading, standUpZone, wholeStandUp } from './standup-view.ts'

export type OwnAnswer = 'answered' | 'skipped' | 'missing' | 'not a member'

export interface AskedStandUp {
  reading: StandUpReading
  own: OwnAnswer
}

/**
 * The stand-ups that `/sprint standup` speaks of: today's, if it is open or over, and the next to come where none is open.
 */
export async function standUpsFor(
  services: Services,
  team: Team,
  personId: string,
): Promise<{ today: AskedStandUp | null; next: AskedStandUp | null }> {
  const { db, clock } = services
  const ofTeam = { teamId: team.id, kind: 'standup' } as const
  const open = await db.occurrence.findFirst({
    where: { ...ofTeam, state: 'open' },
    orderBy: { opensAt: 'desc' },
    include: wholeStandUp,
  })
  if (open) return { today: await asked(db, open, personId), next: null }
  const localDate = toDateColumn(todayOf(team, clock.now()))
  const over = await db.occurrence.findFirst({
    where: { ...ofTeam, state: 'closed', localDate },
    orderBy: { opensAt: 'desc' },
    include: wholeStandUp,
  })
  const next = await db.occurrence.findFirst({
    where: { ...ofTeam, state: 'planned', closesAt: { gt: clock.now() } },
    orderBy: { opensAt: 'asc' },
    include: wholeStandUp,
  })
  return {
    today: over && (await asked(db, over, personId)),
    next: next && (await asked(db, next, personId)),
  }
}

async function asked(tx: Tx, occurrence: StandUp, personId: string): Promise<AskedStandUp> {
  const { teamId } = occurrence
  const reading = await readStandUp(tx, occurrence)
  const checkIn = reading.checkIns.find((one) => one.personId === personId)
  const isMember = await tx.membership.findFirst({ where: { teamId, personId } })
  const own = checkIn
    ? checkIn.skipped === null
      ? 'answered'
      : 'skipped'
    : isMember
      ? 'missing'
      : 'not a member'
  return { reading, own }
}

/**
 * What a person's modal for a stand-up holds: their answer, else what they planned last time; and their items.
 *
 * @throws SprintkeeperError `standup_gone`, `standup_over`, `not_a_member`
 */
export async function checkInForm(
  { db }: Services,
  occurrenceId: string,
  personId: string,
): Promise<CheckInModal> {
  const occurrence = await findStandUp(db, occurrenceId)
  await requireAnswerable(db, occurrence, personId)
  const own = await db.checkIn.findFirst({ where: { occurrenceId, personId, skipped: null } })
  const last = await lastAnswer(db, occurrence, personId)
  const items = await movableItems(db, occurrence, personId)
  return {
    occurrenceId,
    title: await titleOf(db, occurrence),
    note: noteOf(occurrence),
    own,
    last: last && { date: fromDateColumn(last.occurrence.localDate), today: last.today },
    items,
  }
}

/** "Harbor Payments · Stand-up · Wed 18 Nov · day 3 of 10", for a person who may skip it. Throws as `checkInForm`. */
export async function skipTitle({ db }: Services, occurrenceId: string, personId: string): Promise<string> {
  const occurrence = await findStandUp(db, occurrenceId)
  await requireAnswerable(db, occurrence, personId)
  return titleOf(db, occurrence)
}

async function titleOf(tx: Tx, occurrence: StandUp): Promise<string> {
  const { view } = await readStandUp(tx, occurrence)
  return `${occurrence.team.name} · ${standUpTitle(view)}`
}

function noteOf(occurrence: StandUp): string {
  const { state, opensAt, closesAt } = occurrence
  const zone = standUpZone(occurrence)
  if (state === 'planned')
    return `Opens ${dayTimeText(opensAt, zone)}: your answer waits until then, and is posted as “answered ahead”.`
  if (state === 'open') return `Open until ${timeText(closesAt, zone)}.`
  return `Closed at ${timeText(closesAt, zone)}: your answer goes into the thread as “late”.`
}

/** The stand-up whose message has this key; null when the key is of another message, or the stand-up is gone. */
export async function standUpOfKey({ db }: Services, key: string): Promise<string | null> {
  const [, kind, teamId, date, ruleId, slot] = standUpKeyShape.exec(key) ?? []
  if (kind !== 'standup' || !date) return null
  const occurrence = await db.occurrence.findFirst({
    where: { teamId, ruleId, localDate: toDateColumn(date), slot: Number(slot) },
  })
  return occurrence?.id ?? null
}

/** As `messageKey` writes it, the part "open": the parent of the thread. */
const standUpKeyShape = /^([a-z_]+):([0-9a-f-]{36}):(\d{4}-\d\d-\d\d):([0-9a-f-]{36})\.(\d+):open$/
