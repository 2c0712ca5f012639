// The retro: announced, notes gathered, voted on, published in its thread; what it decides becomes actions.

import { edit, post } from '#platform/delivery/outbox.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Occurrence, Person } from '#platform/store/generated/client.ts'
import type { RetroColumn } from '#platform/store/generated/enums.ts'
import { ceremonyChannel, skippedNoChannel } from '#schedule/ceremony-channel.ts'
import { type Ceremony, messageKey, type StepContext, type StepResult } from '#schedule/steps.ts'
import { retroNotes } from './notes.messages.ts'
import { retroAnnouncement, retroClosed } from './retro.messages.ts'
import { announcementOf, type Retro, refreshRetro, screenOf, tallyOf, withTeam } from './retro-screen.ts'

/** A retro that opened late still stays open this long. */
const leastOpenMillis = 60 * 60_000

export const retro: Ceremony = {
  kinds: ['retro'],
  steps: { open: announce, close: publish },
}

async function announce({ tx, services, now, occurrence, late }: StepContext): Promise<StepResult> {
  const channel = await ceremonyChannel(services, occurrence)
  if (!channel) return skippedNoChannel
  const closesAt = new Date(
    Math.max(occurrence.closesAt.getTime(), now.getTime() + (late ? leastOpenMillis : 0)),
  )
  const screen = await screenOf(tx, { ...occurrence, closesAt }, now)
  const key = messageKey(occurrence, 'open')
  await post(tx, services, { key, channel, teamId: occurrence.teamId, ...retroAnnouncement(screen, late) })
  await tx.occurrence.update({ where: { id: occurrence.id }, data: { closesAt } })
  return { state: 'open', step: 'close', nextAt: closesAt }
}

async function publish({ tx, services, now, occurrence }: StepContext): Promise<StepResult> {
  const announced = await announcementOf(tx, occurrence)
  if (!announced) return { state: 'closed', step: 'closed', nextAt: null }
  const { key, channel } = announced
  for (const [index, content] of retroNotes(await tallyOf(tx, occurrence.id)).entries())
    await post(tx, services, {
      key: messageKey(occurrence, `notes-${index + 1}`),
      channel,
      teamId: occurrence.teamId,
      thread: { key },
      ...content,
    })
  const screen = await screenOf(tx, occurrence, now)
  await edit(tx, services, { key, ...retroClosed(screen) })
  return { state: 'closed', step: 'closed', nextAt: null }
}

/** The retro that a team means now: the open one, else the next (notes can be gathered ahead), else the last one. */
export async function currentRetro(services: Services, teamId: string): Promise<Retro | null> {
  const { db } = services
  const find = (state: 'open' | 'planned' | 'closed', order: 'asc' | 'desc') =>
    db.occurrence.findFirst({
      where: { teamId, kind: 'retro', state },
      orderBy: { opensAt: order },
      include: withTeam,
    })
  return (await find('open', 'desc')) ?? (await find('planned', 'asc')) ?? (await find('closed', 'desc'))
}

/**
 * The retro of an id, from a button that may be old.
 *
 * @throws SprintkeeperError `retro-gone` when it no longer exists
 */
export async function retroById(services: Services, id: string): Promise<Retro> {
  const found = await services.db.occurrence.findFirst({ where: { id, kind: 'retro' }, include: withTeam })
  if (found) return found
  throw new SprintkeeperError(
    'retro_gone',
    'That retro no longer exists.',
    'Use /sprint retro for the current one.',
  )
}

/**
 * Adds notes, one a line and column. Without an author where the team's retros are anonymous.
 *
 * @returns how many were added
 * @throws SprintkeeperError `retro-closed` after it was published
 */
export async function addNotes(
  services: Services,
  retroId: string,
  person: Person,
  notes: Record<RetroColumn, string>,
): Promise<number> {
  const found = await retroById(services, retroId)
  const now = services.clock.now()
  const rows = (Object.keys(notes) as RetroColumn[]).flatMap((column) =>
    linesOf(notes[column]).map((text) => ({
      workspaceId: services.workspaceId,
      occurrenceId: retroId,
      column,
      text,
      personId: found.team.retroAnonymous ? null : person.id,
      createdAt: now,
    })),
  )
  await services.db.$transaction(async (tx) => {
    await lockUnpublished(tx, retroId)
    await tx.retroNote.createMany({ data: rows })
    await refreshRetro(tx, services, retroId)
  })
  return rows.length
}

/** Each line is a note; list marks at its beginning are taken off. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d+[.)])\s+/, '').trim())
    .filter((line) => line !== '')
}

/** Gives a vote, or takes it back. @throws SprintkeeperError `retro-closed` */
export async function toggleVote(services: Services, noteId: string, personId: string): Promise<Retro> {
  const { db, workspaceId } = services
  const note = await db.retroNote.findFirst({ where: { id: noteId } })
  if (!note) throw new SprintkeeperError('note_gone', 'That note no longer exists.', 'Open the notes again.')
  await db.$transaction(async (tx) => {
    await lockUnpublished(tx, note.occurrenceId)
    const taken = await tx.retroVote.deleteMany({ where: { noteId, personId } })
    if (taken.count === 0) await tx.retroVote.create({ data: { workspaceId, noteId, personId } })
  })
  return retroById(services, note.occurrenceId)
}

/** Publishes now instead of at its end: the tick does it at its next look. */
export async function publishNow(services: Services, retroId: string): Promise<void> {
  await services.db.$transaction(async (tx) => {
    const found = await lockUnpublished(tx, retroId)
    if (found.state !== 'open')
      throw new SprintkeeperError(
        'retro_not_open',
        'This retro has not begun yet.',
        'Its notes are published when it ends.',
      )
    await tx.occurrence.update({ where: { id: retroId }, data: { nextAt: services.clock.now() } })
  })
}

async function lockUnpublished(tx: Tx, retroId: string): Promise<Occurrence> {
  await tx.$queryRaw`select id from "Occurrence" where id = ${retroId}::uuid for update`
  const found = await tx.occurrence.findUniqueOrThrow({ where: { id: retroId } })
  if (found.state === 'open' || found.state === 'planned') return found
  throw new SprintkeeperError(
    'retro_closed',
    'This retro was published already.',
    'Add an action instead, or write in its thread.',
  )
}

/** The notes that the person voted for. */
export async function votesOf(services: Services, retroId: string, personId: string): Promise<Set<string>> {
  const votes = await services.db.retroVote.findMany({
    where: { personId, note: { occurrenceId: retroId } },
    select: { noteId: true },
  })
  return new Set(votes.map(({ noteId }) => noteId))
}
