/** Mermaid's Gantt charts: sections, tasks with their states, keys and days. */

import type { ItemStatus } from '#domain/plan-file.ts'
import { dayNumber, isoOfDay } from './dates.ts'

export interface GanttTask {
  title: string
  key: string | null
  status: ItemStatus | null
  milestone: boolean
  /** ISO dates, both inclusive; null where the chart leaves them to another task that it does not hold. */
  start: string | null
  end: string | null
  line: number
}

export interface GanttSection {
  title: string
  line: number
  tasks: GanttTask[]
}

export interface Gantt {
  title: string | null
  sections: GanttSection[]
}

const NO_TASK =
  /^(?:gantt|title|dateFormat|axisFormat|tickInterval|excludes|includes|todayMarker|weekday|weekend|click|accTitle|accDescr|%%|---)/

/** The chart of a fence's lines; null where they are no Gantt chart. `first` is the number of their first line. */
export function ganttOf(texts: readonly string[], first: number): Gantt | null {
  if (!texts.some((text) => /^\s*gantt\s*$/.test(text))) return null
  const gantt: Gantt = { title: null, sections: [] }
  const ends = new Map<string, number>()
  const working = texts.some((text) => /^\s*excludes\s.*weekends/.test(text))
  let before: number | null = null
  texts.forEach((raw, i) => {
    const text = raw.trim()
    const title = /^title\s+(.+)$/.exec(text)?.[1]
    if (title) gantt.title = title
    const section = /^section\s+(.+)$/.exec(text)?.[1]
    if (section) gantt.sections.push({ title: section.trim(), line: first + i, tasks: [] })
    const parts = /^([^:]{1,200}?)\s*:\s*(.*)$/.exec(text)
    if (section || !parts?.[1] || NO_TASK.test(text)) return
    if (gantt.sections.length === 0) gantt.sections.push({ title: '', line: first + i, tasks: [] })
    const task = readTask(parts[1], parts[2] ?? '', first + i, ends, before, working)
    before = task.end === null ? before : dayNumber(task.end) + 1
    gantt.sections.at(-1)?.tasks.push(task)
  })
  return gantt
}

function readTask(
  title: string,
  facts: string,
  line: number,
  ends: Map<string, number>,
  before: number | null,
  working: boolean,
): GanttTask {
  const task: GanttTask = { title, key: null, status: null, milestone: false, start: null, end: null, line }
  const rest: string[] = []
  for (const part of facts.split(',').map((text) => text.trim()))
    if (part === 'done') task.status = 'done'
    else if (part === 'active') task.status = 'in_progress'
    else if (part === 'milestone') task.milestone = true
    else if (part !== 'crit' && part !== 'vert' && part !== '') rest.push(part)
  const times = rest.filter(isTime)
  const id = rest.find((part) => !isTime(part)) ?? null
  const [a, b] = times
  const start = b === undefined ? before : startOf(a as string, ends)
  const last = b ?? a
  const from = b === undefined && last !== undefined && isDate(last) ? dayNumber(last.slice(0, 10)) : start
  const length = last === undefined ? null : lengthOf(last)
  const end =
    last !== undefined && isDate(last) && b !== undefined
      ? dayNumber(last.slice(0, 10))
      : from !== null && length !== null
        ? lastDay(from, Math.max(1, length), working)
        : from
  if (from !== null) task.start = isoOfDay(from)
  if (end !== null) task.end = isoOfDay(end)
  if (id !== null && end !== null) ends.set(id, end)
  return task
}

/** The day on which so many days are over; of working days, Saturdays and Sundays are none. */
function lastDay(from: number, length: number, working: boolean): number {
  let day = from
  for (let left = Math.min(length, 2000) - 1; left > 0; ) {
    day++
    if (!working || (day + 3) % 7 < 5) left--
  }
  return day
}

const isDate = (part: string) =>
  /^\d{4}-\d{2}-\d{2}(?!\d)/.test(part) && !Number.isNaN(Date.parse(part.slice(0, 10)))
const isTime = (part: string) => isDate(part) || /^(?:after|until)\s/.test(part) || lengthOf(part) !== null

function startOf(part: string, ends: ReadonlyMap<string, number>): number | null {
  if (isDate(part)) return dayNumber(part.slice(0, 10))
  const after = /^after\s+(.+)$/.exec(part)?.[1]
  const known = (after ?? '').split(/\s+/).flatMap((id) => ends.get(id) ?? [])
  return known.length > 0 ? Math.max(...known) + 1 : null
}

/** Days of "6d", "2w", "36h". */
function lengthOf(part: string): number | null {
  const match = /^(\d{1,4}(?:\.\d)?)\s?(w|d|h|m)$/.exec(part)
  if (!match?.[1]) return null
  const value = Number(match[1])
  return match[2] === 'w' ? value * 7 : match[2] === 'd' ? Math.ceil(value) : Math.ceil(value / 24)
}
