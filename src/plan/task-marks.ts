/** Marks that task tools write into a line: the emoji of Obsidian Tasks, Dataview's fields, the tail of TODO.md. */

import type { Estimate, ItemStatus } from '#domain/plan-file.ts'
import { estimateOf } from './estimate.ts'
import { exactStatus } from './status.ts'

export interface TaskMarks {
  text: string
  status: ItemStatus | null
  priority: string | null
  estimate: Estimate | null
}

/** Due, scheduled, start, created, done, cancelled; each before an ISO date. */
const DATED = /\s?(📅|📆|🗓|⏳|⌛|🛫|➕|✅|❌)\uFE0F?\s?\d{4}-\d{2}-\d{2}/gu
const RECURS = /\s?🔁\uFE0F?\s?[^📅📆🗓⏳⌛🛫➕✅❌🔺⏫🔼🔽⏬🆔⛔#]{1,60}/gu
const NAMED = /\s?🆔\uFE0F?\s?[\w-]{1,40}(?=\s|$)/gu
const URGENT = /\s?(🔺|⏫|🔼|🔽|⏬)\uFE0F?/gu
const PRIORITY_OF: ReadonlyMap<string, string> = new Map([
  ['🔺', 'highest'],
  ['⏫', 'high'],
  ['🔼', 'medium'],
  ['🔽', 'low'],
  ['⏬', 'lowest'],
])

const FIELD = /\s?[[(]([a-zA-Z]{2,20})::\s?([^[\]()]{0,80})[\])]/g

/** "~3d", "~2h" as a word of its own. */
const ROUGHLY = /(?:^|\s)~(\d{1,3}(?:\.\d{1,2})?\s?(?:h|d|w|m|min|pts?|sp))(?=\s|$)/

/** The date at the end of a line of TODO.md, behind a size, a tag or a person. */
const LAST_DATE = /((?:\s(?:~\d\S{0,6}|[#@][\p{L}][\p{L}\p{N}_./-]{0,40}))+)\s\d{4}-\d{2}-\d{2}\s*$/u

/** Takes the marks out of a line; null where it has none. */
export function taskMarks(markdown: string): TaskMarks | null {
  if (!/[\u2300-\u27ff\ud83c-\ud83e]|::|~\d/.test(markdown)) return null
  const marks: TaskMarks = { text: markdown, status: null, priority: null, estimate: null }
  marks.text = marks.text
    .replace(DATED, (_whole, mark: string) => {
      if (mark === '✅') marks.status = 'done'
      if (mark === '❌') marks.status = 'dropped'
      return ''
    })
    .replace(RECURS, '')
    .replace(NAMED, '')
    .replace(URGENT, (_whole, mark: string) => {
      marks.priority ??= PRIORITY_OF.get(mark) ?? null
      return ''
    })
  if (marks.text.includes('::'))
    marks.text = marks.text.replace(FIELD, (_whole, name: string, value: string) => {
      const label = name.toLowerCase()
      if (label === 'priority') marks.priority ??= value.trim()
      if (label === 'status') marks.status ??= exactStatus(value)
      if (label === 'completion') marks.status ??= 'done'
      if (label === 'estimate' || label === 'points') marks.estimate ??= estimateOf(value, 'points')
      return ''
    })
  const roughly = ROUGHLY.exec(marks.text)
  if (roughly?.[1]) {
    marks.estimate ??= estimateOf(roughly[1])
    marks.text = marks.text.replace(LAST_DATE, '$1').replace(ROUGHLY, '')
  }
  return marks.text === markdown ? null : marks
}
