/** Items as they stood at an instant, read backwards from the current state through their events. */

import type { Estimate, ItemEvent, ItemField, ItemState, ItemStatus } from './types.ts'

/** What an item was at an instant. */
export interface ItemThen {
  key: string
  status: ItemStatus
  estimate: Estimate | null
  stretch: boolean
  inSprint: boolean
}

/** Answers "how did the items stand at this instant" for many instants; the events may come in any order. */
export function historyOf(
  items: readonly ItemState[],
  events: readonly ItemEvent[],
): (instant: Date) => ItemThen[] {
  const byItem = new Map<string, ItemEvent[]>()
  for (const event of [...events].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const list = byItem.get(event.itemKey)
    if (list) list.push(event)
    else byItem.set(event.itemKey, [event])
  }
  return (instant) => items.map((item) => itemAt(item, byItem.get(item.key) ?? [], instant))
}

function itemAt(item: ItemState, events: readonly ItemEvent[], instant: Date): ItemThen {
  const status = valueAt(events, ['status'], instant)
  const estimate = valueAt(events, ['estimate'], instant)
  return {
    key: item.key,
    status: status === undefined || status === null ? item.status : (status as ItemStatus),
    estimate: estimate === undefined ? item.estimate : parseEstimate(estimate, item.estimate),
    stretch: item.stretch,
    inSprint: membershipAt(item, events, instant),
  }
}

/** The field's value at the instant; undefined: it never changed, so the current state holds. */
function valueAt(
  events: readonly ItemEvent[],
  fields: ItemField[],
  instant: Date,
): string | null | undefined {
  const changes = events.filter(({ field }) => fields.includes(field))
  const before = changes.findLast(({ at }) => at <= instant)
  if (before) return before.to
  return changes[0] === undefined ? undefined : changes[0].from
}

function membershipAt(item: ItemState, events: readonly ItemEvent[], instant: Date): boolean {
  const changes = events.filter(({ field }) => field === 'added' || field === 'removed')
  const before = changes.findLast(({ at }) => at <= instant)
  if (before) return before.field === 'added'
  if (changes[0]) return changes[0].field === 'removed'
  return item.inSprint && item.addedAt <= instant
}

/** Events keep a number or a size without its unit: it is the unit that the item has now, or points. */
function parseEstimate(text: string | null, current: Estimate | null): Estimate | null {
  if (text === null || text.trim() === '') return null
  const value = Number.parseFloat(text)
  if (Number.isNaN(value)) return { size: text }
  const unit = /\b(points|hours|days)\b/.exec(text)?.[1] as 'points' | 'hours' | 'days' | undefined
  return { value, unit: unit ?? (current && 'unit' in current ? current.unit : 'points') }
}
