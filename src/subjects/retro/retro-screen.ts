// What a retro's message shows: its notes and votes counted, the actions decided and those carried on.

import { carriedActions, type RetroTally, tallyRetro } from '#domain/sprint/retro.ts'
import type { RetroAction } from '#domain/sprint/types.ts'
import { edit } from '#platform/delivery/outbox.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import type { Occurrence, Team } from '#platform/store/generated/client.ts'
import { todayOf } from '#records/team-calendar.ts'
import { messageKey } from '#schedule/steps.ts'
import { shortSprintName } from '#wording/sprint-name.ts'
import { type RetroScreen, retroAnnouncement, retroClosed } from './retro.messages.ts'

export type Retro = Occurrence & { team: Team; sprint: { name: string } }

export const withTeam = { team: true, sprint: { select: { name: true } } } as const

/** What was promised when the retro opened or got its first note; before that, what the team's setting says. */
export const isAnonymous = ({
  anonymous,
  team,
}: Pick<Retro, 'anonymous'> & { team: Pick<Team, 'retroAnonymous'> }): boolean =>
  anonymous ?? team.retroAnonymous

/** The retro's message in the channel; null before it has begun. */
export function announcementOf(tx: Tx, retro: Occurrence): Promise<{ key: string; channel: string } | null> {
  return tx.message.findFirst({
    where: { key: messageKey(retro, 'open') },
    select: { key: true, channel: true },
  })
}

/** The announcement with the present count of notes; nothing before it was posted. */
export async function refreshRetro(tx: Tx, services: Services, retroId: string): Promise<void> {
  const occurrence = await tx.occurrence.findUniqueOrThrow({ where: { id: retroId }, include: withTeam })
  const screen = await screenOf(tx, occurrence, services.clock.now())
  const content =
    occurrence.state === 'closed' ? retroClosed(screen) : retroAnnouncement(screen, occurrence.late)
  await edit(tx, services, { key: messageKey(occurrence, 'open'), ...content })
}

/** What the retro's message shows. */
export async function screenOf(tx: Tx, occurrence: Retro, now: Date): Promise<RetroScreen> {
  const { team } = occurrence
  const actions = await openActions(tx, team.id)
  const own = actions.filter((action) => action.occurrenceId === occurrence.id)
  const earlier = actions.filter((action) => action.occurrenceId !== occurrence.id)
  const today = todayOf(team, now)
  const tally = await tallyOf(tx, occurrence.id)
  const carried = await tx.retroNote.groupBy({
    by: ['carriedFrom'],
    where: { occurrenceId: occurrence.id, carriedFrom: { not: null } },
    _count: true,
    orderBy: { carriedFrom: 'asc' },
  })
  return {
    retroId: occurrence.id,
    sprint: shortSprintName(occurrence.sprint.name, team.name),
    now,
    zone: team.zone,
    closesAt: occurrence.closesAt,
    anonymous: isAnonymous(occurrence),
    tally,
    earlier: carriedActions(earlier, today),
    decided: carriedActions(own, today),
    carried: carried.flatMap(({ carriedFrom, _count: notes }) =>
      carriedFrom ? [{ date: fromDateColumn(carriedFrom), notes }] : [],
    ),
  }
}

/** Notes and votes of a retro, counted. */
export async function tallyOf(tx: Tx, retroId: string): Promise<RetroTally> {
  const rows = await tx.retroNote.findMany({
    where: { occurrenceId: retroId },
    include: { votes: true },
    orderBy: { id: 'asc' },
  })
  const authors = await tx.person.findMany({
    where: { id: { in: rows.flatMap(({ personId }) => personId ?? []) } },
  })
  const name = new Map(authors.map((person) => [person.id, person.slackUserId]))
  return tallyRetro(
    rows.map(({ id, column, text, personId }) => ({
      id,
      column,
      text,
      author: personId ? (name.get(personId) ?? null) : null,
    })),
    rows.flatMap(({ votes }) => votes.map(({ noteId, voter }) => ({ noteId, voter }))),
  )
}

/** The team's open actions, oldest first; owners as Slack user ids. */
export async function openActions(
  tx: Tx,
  teamId: string,
): Promise<(RetroAction & { occurrenceId: string | null })[]> {
  const rows = await tx.action.findMany({ where: { teamId, state: 'open' }, orderBy: { createdAt: 'asc' } })
  const owners = await tx.person.findMany({
    where: { id: { in: rows.flatMap(({ ownerId }) => ownerId ?? []) } },
  })
  const slackId = new Map(owners.map((person) => [person.id, person.slackUserId]))
  return rows.map(({ id, text, ownerId, due, state, createdAt, occurrenceId }) => ({
    ...{ id, text, state, createdAt, occurrenceId },
    owner: ownerId ? (slackId.get(ownerId) ?? null) : null,
    due: due ? fromDateColumn(due) : null,
  }))
}
