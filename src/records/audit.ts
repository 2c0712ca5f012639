// Who did what to which record: an entry in the transaction of the change. Never what somebody wrote.
import type { Services } from '#platform/services.ts'
import type { Tx } from '#platform/store/client.ts'
import type { Prisma } from '#platform/store/generated/client.ts'

export interface Audited {
  /** Null: of no team, such as a person's days off. */
  teamId: string | null
  /** Null: a folder, a pipeline or the command line. */
  personId: string | null
  /** "checkin.answered", "absence.set": the record and what became of it. */
  action: string
  /** The record's id. */
  target: string
  detail: Prisma.InputJsonObject
}

/** Writes the entry, at the clock's time. */
export async function audit(
  tx: Tx,
  { workspaceId, clock }: Pick<Services, 'workspaceId' | 'clock'>,
  entry: Audited,
): Promise<void> {
  await tx.auditEntry.create({ data: { workspaceId, ...entry, at: clock.now() } })
}
