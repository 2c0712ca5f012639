/**
 * Statuses written back into a plan's text: only the boxes, words and marks that say them change, every other byte stays.
 * Each edit is proved by reading the text again: it stands only when its item now has the status, and nothing else moved.
 */

import type { Item, ItemStatus } from '#domain/plan-file.ts'
import { parsePlan } from './parse.ts'
import { boxIn, type Edit, editsOf, lineEnd, linesOf, vocabularyOf } from './status-edits.ts'

/** An item of the text by its first line and title, and the status that it is to have. */
export interface WantedStatus {
  line: number
  title: string
  status: ItemStatus
}

export interface WrittenStatuses {
  text: string
  /** Those that the text now says. */
  written: WantedStatus[]
  /** Those for which the text has no mark that could be changed: its status stands in a heading, say. */
  unwritten: WantedStatus[]
}

/** `text` is the file as it stands, a byte-order mark included. */
export function writeStatuses(text: string, wanted: readonly WantedStatus[]): WrittenStatuses {
  const result: WrittenStatuses = { text, written: [], unwritten: [] }
  let items = itemsOf(text)
  const words = vocabularyOf(text, items)
  for (const want of wanted) {
    const index = items.findIndex(({ line, title }) => line === want.line && title === want.title)
    const item = items[index]
    if (!item || item.status === want.status) continue
    const edits = editsOf(result.text, item, want.status, words)
    let changed = false
    for (const edit of edits) {
      // A word or mark that is written settles it; the box is brought in line after it.
      if (changed && !edit.isBox) continue
      const attempt = applied(result.text, edit)
      const after = itemsOf(attempt)
      const says = changed || !edit.isBox ? exactly : roughly
      if (!onlyMoved(items, after, index) || !says(after[index]?.status ?? null, want.status)) continue
      result.text = attempt
      items = after
      changed = true
    }
    if (changed) result.written.push(want)
    else if (!saysAlready(result.text, item, want.status)) result.unwritten.push(want)
  }
  return result
}

const exactly = (actual: ItemStatus | null, wanted: ItemStatus) => actual === wanted
const roughly = (actual: ItemStatus | null, wanted: ItemStatus) => (actual === 'done') === (wanted === 'done')

/** A box, or no mark at all, says no more than done or not. */
function saysAlready(text: string, item: Item, wanted: ItemStatus): boolean {
  const onlyBox = item.status === null || boxIn(linesOf(text)[item.line - 1] ?? '') !== null
  return onlyBox && roughly(item.status, wanted)
}

function itemsOf(text: string): Item[] {
  const { plans } = parsePlan(new TextEncoder().encode(text), { path: '' })
  return plans.flatMap((plan) => [...plan.sprints.flatMap((sprint) => sprint.items), ...plan.backlog])
}

function onlyMoved(before: Item[], after: Item[], index: number): boolean {
  return (
    before.length === after.length &&
    before.every((item, i) => {
      const now = after[i]
      if (!now || now.line !== item.line || now.title !== item.title || now.key !== item.key) return false
      return i === index || now.status === item.status
    })
  )
}

function applied(text: string, { line, start, end, text: replacement }: Edit): string {
  const parts = text.split(lineEnd)
  const index = (line - 1) * 2
  const old = parts[index] ?? ''
  parts[index] = old.slice(0, start) + replacement + old.slice(end)
  return parts.join('')
}
