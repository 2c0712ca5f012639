// A stand-up by its id, as a button or a modal of ours carries it: read, or read and locked.
import { SprintkeeperError } from '#platform/errors.ts'
import type { Tx } from '#platform/store/client.ts'
import { isId } from '#platform/store/id.ts'
import { type StandUp, wholeStandUp } from './standup-view.ts'

/** @throws SprintkeeperError `standup_gone` */
export async function findStandUp(tx: Tx, id: string): Promise<StandUp> {
  const where = { id, kind: 'standup' } as const
  const occurrence = isId(id) ? await tx.occurrence.findFirst({ where, include: wholeStandUp }) : null
  if (occurrence) return occurrence
  throw new SprintkeeperError(
    'standup_gone',
    'That stand-up is no longer planned.',
    '/sprint standup shows the one that is.',
  )
}

/**
 * The same, its row locked: answers that come at the same moment are counted one after the other.
 *
 * @throws SprintkeeperError `standup_gone`
 */
export async function lockStandUp(tx: Tx, id: string): Promise<StandUp> {
  if (isId(id)) await tx.$queryRaw`select id from "Occurrence" where id = ${id}::uuid for update`
  return findStandUp(tx, id)
}
