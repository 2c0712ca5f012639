// The retro: announced, notes gathered, voted on, published in its thread; what it decides becomes actions.
import { edit, post } from '#platform/delivery/outbox.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Occurrence, Person, Prisma } from '#platform/store/generated/client.ts'
import type { RetroColumn } from '#platform/store/generated/enums.ts'
import { ceremonyChannel, skippedNoChannel } from '#schedule/ceremony-channel.ts'
import { type Ceremony, messageKey, type StepContext, type StepResult } from '#schedule/steps.ts'
import { isNotHeld, keepNotes, notesWait } from './kept-notes.ts'
import { retroNotes } from './notes.messages.ts'
import { retroAnnouncement, retroClosed } from './retro.messages.ts'
import {
  announcementOf,
  isAnonymous,
  type Retro,
  refreshRetro,
  screenOf,
  tallyOf,
  withTeam,
} from './retro-screen.ts'
import { voteKeyOf, voterOf } from './voters.ts'

/** A retro that opened late still stays open this long. */
const leastOpenMillis = 60 * 60_000

export const retro: Ceremony = {
  kinds: ['retro'],
  steps: { open: announce, close: publish },
  missed: ({ tx, services, occurrence }) =>
    keepNotes(tx, services, occurrence.teamId, { notHeld: new Set([occurrence.id]) }),
}

async function announce({ tx, services, now, occurrence, late }: StepContext): Promise<StepResult> {
  const channel = await ceremonyChannel(services, occurrence)
  if (!channel) {
    await keepNotes(tx, services, occurrence.teamId, { notHeld: new Set([occurrence.id]) })
    return skippedNoChannel
  }
  const closesAt = new Date(
    Math.max(occurrence.closesAt.getTime(), now.getTime() + (late ? leastOpenMillis : 0)),
  )
  await keepNotes(tx, services, occurrence.teamId, { into: occurrence.id })
  const { anonymous: promised } = await tx.occurrence.findUniqueOrThrow({ where: { id: occurrence.id } })
  const anonymous = isAnonymous({ ...occurrence, anonymous: promised })
  const screen = await screenOf(tx, { ...occurrence, closesAt, anonymous }, now)
  const key = messageKey(occurrence, 'open')
  await post(tx, services, {
    key,
    channel,
    teamId: occurrence.teamId,
    ...retroAnnouncement(screen, late !== false),
  })
  await tx.occurrence.update({ where: { id: occurrence.id }, data: { closesAt, anonymous } })
  return { state: 'open', step: 'close', nextAt: closesAt }
}

async function publish({ tx, services, now, occurrence }: StepContext): Promise<StepResult> {
  // Without its key nobody can tell whose a vote was; it still counts.
  await tx.occurrence.update({ where: { id: occurrence.id }, data: { voteKey: null } })
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

/**
 * The retro that a team means now: the open one, else the next (notes can be gathered ahead), else one that was not held and
 * whose notes wait, else the last one.
 */
export async function currentRetro(services: Services, teamId: string): Promise<Retro | null> {
  const { db } = services
  const find = (which: Prisma.OccurrenceWhereInput, order: 'asc' | 'desc') =>
    db.occurrence.findFirst({
      where: { teamId, kind: 'retro', ...which },
      orderBy: { opensAt: order },
      include: withTeam,
    })
  return (
    (await find({ state: 'open' }, 'desc')) ??
    (await find({ state: 'planned' }, 'asc')) ??
    (await find(notesWait, 'desc')) ??
    (await find({ state: 'closed' }, 'desc'))
  )
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
 * Adds notes, one a line and column. Whether they have an author was fixed when the retro opened, or is fixed by its first
 * notes, for all that follow.
 *
 * @returns how many were added
 * @throws SprintkeeperError `retro_closed` after it was published
 */
export async function addNotes(
  services: Services,
  retroId: string,
  person: Person,
  notes: Record<RetroColumn, string>,
): Promise<number> {
  const { team } = await retroById(services, retroId)
  return services.db.$transaction(async (tx) => {
    const { anonymous, state } = await lockUnpublished(tx, retroId)
    const promised = isAnonymous({ anonymous, team })
    const rows = (Object.keys(notes) as RetroColumn[]).flatMap((column) =>
      linesOf(notes[column]).map((text) => ({
        workspaceId: services.workspaceId,
        occurrenceId: retroId,
        column,
        text,
        personId: promised ? null : person.id,
      })),
    )
    if (anonymous === null)
      await tx.occurrence.update({ where: { id: retroId }, data: { anonymous: promised } })
    await tx.retroNote.createMany({ data: rows })
    if (isNotHeld(state)) await keepNotes(tx, services, team.id)
    else await refreshRetro(tx, services, retroId)
    return rows.length
  })
}

/** The retro, with what its notes' authors are promised fixed: whoever is shown the promise can rely on it. */
export async function promiseAnonymity(services: Services, retroId: string): Promise<Retro> {
  const retro = await retroById(services, retroId)
  const promised = { anonymous: isAnonymous(retro) }
  await services.db.occurrence.updateMany({ where: { id: retroId, anonymous: null }, data: promised })
  return retroById(services, retroId)
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
    const retro = await lockUnpublished(tx, note.occurrenceId)
    const voter = voterOf(await voteKeyOf(tx, retro), personId)
    const taken = await tx.retroVote.deleteMany({ where: { noteId, voter } })
    if (taken.count === 0) await tx.retroVote.create({ data: { workspaceId, noteId, voter } })
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
  if (found.state !== 'closed') return found
  throw new SprintkeeperError(
    'retro_closed',
    'This retro was published already.',
    'Add an action instead, or write in its thread.',
  )
}

/** The notes that the person voted for; none when the retro is over, since nobody can tell any more. */
export async function votesOf(services: Services, retroId: string, personId: string): Promise<Set<string>> {
  const { voteKey } = await retroById(services, retroId)
  if (!voteKey) return new Set()
  const votes = await services.db.retroVote.findMany({
    where: { voter: voterOf(voteKey, personId), note: { occurrenceId: retroId } },
    select: { noteId: true },
  })
  return new Set(votes.map(({ noteId }) => noteId))
}
