/** Entries among ceremonies that describe the sprint or its team. */
import type { Role } from '../../vocabulary/index.ts'
import { channelsIn } from '../channels.ts'
import type { Context, Draft } from '../draft.ts'
import { fieldsOf } from '../field.ts'
import { applySprintField } from '../sprint-field.ts'

const OF_SPRINT: ReadonlySet<Role> = new Set<Role>([
  'window',
  'start',
  'end',
  'goal',
  'capacity',
  'channel',
  'timeZone',
])

export function calendarField(draft: Draft, context: Context, raw: string, line: number): void {
  for (const channel of channelsIn(raw)) draft.channels.add(channel)
  for (const field of fieldsOf(raw))
    if (field.roles.some((role) => OF_SPRINT.has(role))) applySprintField(draft, context, field, line)
}
