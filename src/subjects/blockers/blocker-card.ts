// Blockers read from the database as they are shown.

import { LEVEL_SCORES } from '#domain/sprint/blockers.ts'
import { workingDaysSince } from '#domain/sprint/days.ts'
import { dayTimeText } from '#platform/blocks/when.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Blocker, Team } from '#platform/store/generated/client.ts'
import { teamWorkdays } from '#records/team-workdays.ts'
import type { BlockerCard } from './blockers.messages.ts'

/** The blockers as they are shown, in the given order; a fixed number of queries for any number of them. */
export async function readCards(
  db: Tx,
  team: Team,
  blockers: readonly Blocker[],
  now: Date,
): Promise<BlockerCard[]> {
  const oldest = Math.min(now.getTime(), ...blockers.map(({ raisedAt }) => raisedAt.getTime()))
  const workdays = await teamWorkdays(db, team, new Date(oldest), now)
  const rows = await db.blocker.findMany({
    where: { id: { in: blockers.map(({ id }) => id) } },
    select: {
      id: true,
      item: { select: { id: true, key: true, title: true } },
      events: { where: { state: { in: ['escalated', 'resolved'] } } },
    },
  })
  const items = rows.flatMap(({ item }) => item ?? [])
  const events = rows.flatMap((row) => row.events)
  const personIds = [
    ...blockers.flatMap(({ raisedById, helperId, takenById }) => [raisedById, helperId, takenById]),
    ...events.map(({ personId }) => personId),
  ].filter((id) => id !== null)
  const people = await db.person.findMany({
    where: { id: { in: personIds } },
    select: { id: true, slackUserId: true },
  })
  const slackIds = new Map(people.map(({ id, slackUserId }) => [id, slackUserId]))
  const slackId = (personId: string | null) => (personId === null ? null : (slackIds.get(personId) ?? null))
  const itemsById = new Map(items.map((item) => [item.id, item]))
  return blockers.map((blocker) => {
    const { id, number, text, severity, state, resolution, raisedAt } = blocker
    const eventOf = (kind: string) => events.find((event) => event.blockerId === id && event.state === kind)
    const escalated = eventOf('escalated')
    return {
      ...{ id, number, text, severity, state, resolution, raisedAt },
      item: itemsById.get(blocker.itemId ?? '') ?? null,
      raisedBy: slackId(blocker.raisedById) ?? '',
      helper: slackId(blocker.helperId),
      takenBy: slackId(blocker.takenById),
      resolvedBy: slackId(eventOf('resolved')?.personId ?? null),
      raisedAtText: dayTimeText(raisedAt, team.zone),
      escalation: escalated ? { by: slackId(escalated.personId), reason: escalated.note ?? '' } : null,
      ageDays: workingDaysSince(workdays, raisedAt, blocker.resolvedAt ?? now),
    }
  })
}

/** One blocker as it is shown now. */
export async function readCard(db: Tx, team: Team, blocker: Blocker, now: Date): Promise<BlockerCard> {
  const [card] = await readCards(db, team, [blocker], now)
  if (!card) throw new Error('one blocker made no card')
  return card
}

/** The team's open blockers: the gravest first, then the oldest. */
export async function openCards(db: Tx, team: Team, now: Date): Promise<BlockerCard[]> {
  const open = await db.blocker.findMany({
    where: { teamId: team.id, state: { not: 'resolved' } },
    orderBy: { number: 'asc' },
  })
  const cards = await readCards(db, team, open, now)
  return cards.sort(
    (a, b) =>
      LEVEL_SCORES[b.severity] - LEVEL_SCORES[a.severity] || b.ageDays - a.ageDays || a.number - b.number,
  )
}
