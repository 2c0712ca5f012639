// What stands for a voter: the same at each of their votes in one retro, and nobody's name.
import { createHmac, randomBytes } from 'node:crypto'
import type { Tx } from '#platform/store/client.ts'
import type { Occurrence } from '#platform/store/generated/client.ts'

/** The retro's key, made when it is first needed. Call it under the retro's lock. */
export async function voteKeyOf(
  tx: Tx,
  { id, voteKey }: Pick<Occurrence, 'id' | 'voteKey'>,
): Promise<string> {
  if (voteKey) return voteKey
  const made = randomBytes(32).toString('base64')
  await tx.occurrence.update({ where: { id }, data: { voteKey: made } })
  return made
}

/** The HMAC of a person's id under a retro's key. */
export const voterOf = (key: string, personId: string): string =>
  createHmac('sha256', key).update(personId).digest('base64')
