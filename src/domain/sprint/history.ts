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
  const byItem = new Map<string, Changes>()
  for (const event of [...events].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const kind = kinds[event.field]
    if (!kind) continue
    const changes = byItem.get(event.itemKey) ?? { status: [], estimate: [], membership: [] }
    changes[kind].push(event)
    byItem.set(event.itemKey, changes)
  }
  return (instant) => items.map((item) => itemAt(item, byItem.get(item.key) ?? unchanged, instant))
}

/** An item's events, rising, by what they say. */
interface Changes {
  status: ItemEvent[]
  estimate: ItemEvent[]
  membership: ItemEvent[]
}

const kinds: Partial<Record<ItemField, keyof Changes>> = {
  status: 'status',
  estimate: 'estimate',
  added: 'membership',
  removed: 'membership',
}
const unchanged: Changes = { status: [], estimate: [], membership: [] }

function itemAt(item: ItemState, changes: Changes, instant: Date): ItemThen {
  const status = valueAt(changes.status, instant)
  const estimate = valueAt(changes.estimate, instant)
  return {
    key: item.key,
    status: status === undefined || status === null ? item.status : (status as ItemStatus),
    estimate: estimate === undefined ? item.estimate : parseEstimate(estimate, item.estimate),
    stretch: item.stretch,
    inSprint: membershipAt(item, changes.membership, instant),
  }
}

/** A field's value at the instant; undefined: it never changed, so the current state holds. */
function valueAt(changes: readonly ItemEvent[], instant: Date): string | null | undefined {
  const before = changes.findLast(({ at }) => at <= instant)
  if (before) return before.to
  return changes[0] === undefined ? undefined : changes[0].from
}

function membershipAt(item: ItemState, changes: readonly ItemEvent[], instant: Date): boolean {
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
