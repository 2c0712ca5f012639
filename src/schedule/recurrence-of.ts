// When a stored rule or setting recurs.
import { type Recurrence, recurrence } from '#domain/calendar/wall-clock.ts'
import type { CeremonyRule, CeremonySetting } from '#platform/store/generated/client.ts'
import { stored } from '#platform/store/stored.ts'

/** @throws SprintkeeperError `stored_unreadable` */
export const recurrenceOf = (rule: Pick<CeremonyRule, 'id' | 'recurrence'>): Recurrence =>
  stored(recurrence, rule.recurrence, { table: 'CeremonyRule', id: rule.id, column: 'recurrence' })

/** What a person chose; null: what the plan or the default says. @throws SprintkeeperError `stored_unreadable` */
export function chosenRecurrence(
  setting: Pick<CeremonySetting, 'teamId' | 'kind' | 'recurrence'> | undefined,
): Recurrence | null {
  if (!setting || setting.recurrence === null) return null
  const at = { table: 'CeremonySetting', id: `${setting.teamId} ${setting.kind}`, column: 'recurrence' }
  return stored(recurrence, setting.recurrence, at)
}
