// The rows of this version's kinds of ceremony. A newer version may have written others: they are left as they are.
import { ceremonyKind, type RuleKind } from '#domain/kinds.ts'
import type { Services } from '#platform/services.ts'

/** The rows whose kind is a row of KINDS; each other one is logged with its table and id, and left out. */
export function ofKnownKind<Row extends { kind: string }>(
  { log, workspaceId }: Pick<Services, 'log' | 'workspaceId'>,
  table: 'CeremonyRule' | 'CeremonySetting' | 'Occurrence',
  rows: readonly Row[],
): (Row & { kind: RuleKind })[] {
  return rows.filter((row): row is Row & { kind: RuleKind } => {
    if (ceremonyKind.safeParse(row.kind).success) return true
    const id = 'id' in row ? row.id : null
    log.warn(
      { workspace: workspaceId, table, id, kind: row.kind },
      'ceremony of an unknown kind left as it is',
    )
    return false
  })
}
