// Notes that were gathered for a retro which is not held: the team's next retro takes them.
import type { Replanned, Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Occurrence, Prisma, RetroNote, RetroVote } from '#platform/store/generated/client.ts'
import { isAnonymous, type Retro, refreshRetro, withTeam } from './retro-screen.ts'
import { voteKeyOf, voterOf } from './voters.ts'

/** States of a retro that was to be, and neither is open nor will open. */
const notHeldStates = ['missed', 'skipped'] as const

export const isNotHeld = (state: Occurrence['state']): boolean => state === 'missed' || state === 'skipped'

/** Of a retro that was not held, while no other has taken its notes. */
export const notesWait: Prisma.OccurrenceWhereInput = {
  state: { in: [...notHeldStates] },
  retroNotes: { some: {} },
}

interface Keeping {
  /** Ids of retros that turn out not to be held in this very transaction. */
  notHeld?: ReadonlySet<string>
  /** The retro that takes the notes; left out: the open one, else the next. */
  into?: string
}

/**
 * Gives the notes of the team's retros that were not held, with their votes, to the retro that comes next. Without one they
 * stay where they are, and /sprint retro shows them. A note with an author loses it where the retro that takes it promises
 * that no author is stored.
 */
export async function keepNotes(
  tx: Tx,
  services: Services,
  teamId: string,
  { notHeld = new Set(), into }: Keeping = {},
): Promise<void> {
  const left = await tx.occurrence.findMany({
    where: {
      ...{ teamId, kind: 'retro' },
      OR: [notesWait, { id: { in: [...notHeld] }, retroNotes: { some: {} } }],
      ...(into ? { NOT: { id: into } } : {}),
    },
    include: { retroNotes: { include: { votes: true } } },
  })
  if (left.length === 0) return
  const next = await nextRetro(tx, teamId, notHeld, into)
  if (!next) return
  const anonymous = isAnonymous(next)
  await tx.occurrence.update({ where: { id: next.id }, data: { anonymous } })
  for (const from of left) {
    await tx.retroNote.updateMany({
      where: { occurrenceId: from.id, carriedFrom: null },
      data: { carriedFrom: from.localDate },
    })
    await tx.retroNote.updateMany({
      where: { occurrenceId: from.id },
      data: { occurrenceId: next.id, ...(anonymous ? { personId: null } : {}) },
    })
    await carryVotes(tx, services, from, next)
  }
  await refreshRetro(tx, services, next.id)
}

/** The calendar was written anew. */
export const followReplan = (tx: Tx, services: Services, { team, notHeld }: Replanned): Promise<void> =>
  keepNotes(tx, services, team.id, { notHeld })

async function nextRetro(
  tx: Tx,
  teamId: string,
  notHeld: ReadonlySet<string>,
  into: string | undefined,
): Promise<Retro | null> {
  const find = async (which: Prisma.OccurrenceWhereInput): Promise<Retro | null> => {
    const where = { teamId, kind: 'retro', ...which }
    const row = await tx.occurrence.findFirst({ where, orderBy: { opensAt: 'asc' }, select: { id: true } })
    if (!row) return null
    // Under its lock, as whoever writes a note or votes: what was promised and the key stay as they are read.
    await tx.$queryRaw`select id from "Occurrence" where id = ${row.id}::uuid for update`
    return tx.occurrence.findUniqueOrThrow({ where: { id: row.id }, include: withTeam })
  }
  if (into) return find({ id: into })
  return (await find({ state: 'open' })) ?? (await find({ state: 'planned', id: { notIn: [...notHeld] } }))
}

type WithNotes = Occurrence & { retroNotes: (RetroNote & { votes: RetroVote[] })[] }

/** A voter's sign under the one retro's key becomes that under the other's, so that nobody counts or votes twice. */
async function carryVotes(tx: Tx, services: Services, from: WithNotes, next: Retro): Promise<void> {
  const { voteKey } = from
  if (voteKey === null) return
  const votes = from.retroNotes.flatMap((note) => note.votes)
  const { voteKey: present } = await tx.occurrence.findUniqueOrThrow({ where: { id: next.id } })
  const key = await voteKeyOf(tx, { id: next.id, voteKey: present })
  const { workspaceId } = services
  const people = await tx.person.findMany({ select: { id: true }, where: { workspaceId } })
  const became = new Map(people.map(({ id }) => [voterOf(voteKey, id), voterOf(key, id)]))
  await tx.retroVote.deleteMany({ where: { noteId: { in: from.retroNotes.map(({ id }) => id) } } })
  await tx.retroVote.createMany({
    data: votes.map(({ noteId, voter }) => ({ workspaceId, noteId, voter: became.get(voter) ?? voter })),
  })
  await tx.occurrence.update({ where: { id: from.id }, data: { voteKey: null } })
}
