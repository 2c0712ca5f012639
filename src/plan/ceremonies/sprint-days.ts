/** Days told by their place in the sprint: "Day 10", "last day", "end of week 2", "mid-sprint", "end of Sprint 2". */

import type { Sprint } from '#domain/plan-file.ts'
import { dayNumber, isoOfDay } from '../dates.ts'
import { fold } from '../text.ts'
import { BENT_SPRINTS, EDGE_FILLERS, EDGES, type Edge } from '../vocabulary/ceremonies.ts'
import { CONTAINERS, type ContainerKind } from '../vocabulary/containers.ts'

export interface SprintDay {
  of: 'sprint' | 'week' | 'day'
  /** Of which sprint, week or day; null: of the sprint around it, or of each. */
  number: number | null
  /** The last one of a range: "Day 1–2"; null: no range. */
  to: number | null
  /** null: the whole of it. */
  edge: Edge | null
}

const OF: Partial<Record<ContainerKind, SprintDay['of']>> = {
  sprint: 'sprint',
  iteration: 'sprint',
  cycle: 'sprint',
  week: 'week',
  day: 'day',
}

function boxAt(token: string): SprintDay['of'] | undefined {
  const kind = CONTAINERS.get(token)
  return kind !== undefined ? OF[kind] : BENT_SPRINTS.has(token) ? 'sprint' : undefined
}

const GLUED = /第\s?(\d{1,2})\s?[天日]|(?<!\d)(\d{1,2})\s?(?:日目|일차)/gu
const GLUED_FIRST = /第一天|初日|首日|첫날/u
const GLUED_LAST = /最后一天|最後一天|最終日|마지막\s?날/u

const MOST_TOKENS = 60

/** Every such day of a text, in order. */
export function sprintDaysIn(text: string): SprintDay[] {
  const found: SprintDay[] = []
  const tokens = fold(text.slice(0, 400)).split(' ').slice(0, MOST_TOKENS)
  for (let i = 0; i < tokens.length; i++) {
    const edge = EDGES.get(tokens[i] as string) ?? null
    let at = edge === null ? i : i + 1
    if (edge !== null) while (at < i + 4 && EDGE_FILLERS.has(tokens[at] ?? '')) at++
    const of = boxAt(tokens[at] ?? '')
    if (of === undefined) continue
    const number = numberAt(tokens, at + 1)
    const to = number === null ? null : numberAt(tokens, at + 2)
    if (number === null ? edge === null : edge === null && of === 'sprint') continue
    found.push(placeOf(of, number, to, edge))
    i = at
  }
  for (const match of text.slice(0, 400).matchAll(GLUED))
    found.push({ of: 'day', number: Number(match[1] ?? match[2]), to: null, edge: null })
  if (GLUED_FIRST.test(text)) found.push({ of: 'sprint', number: null, to: null, edge: 'start' })
  if (GLUED_LAST.test(text)) found.push({ of: 'sprint', number: null, to: null, edge: 'end' })
  return found
}

/** "Last day" is the end of the sprint, and no number is the day of a month. */
function placeOf(
  of: SprintDay['of'],
  number: number | null,
  to: number | null,
  edge: Edge | null,
): SprintDay {
  const further = to !== null && number !== null && to > number ? to : null
  return of === 'day' && number === null
    ? { of: 'sprint', number: null, to: null, edge }
    : { of, number, to: further, edge }
}

function numberAt(tokens: readonly string[], at: number): number | null {
  const token = tokens[at] ?? ''
  return /^\d{1,2}$/.test(token) && Number(token) > 0 ? Number(token) : null
}

type Window = Pick<Sprint, 'start' | 'end' | 'number'>

/**
 * ISO dates of such a day in each of the sprints that it may be of; none where their dates are unknown or too few.
 * @param calendar the document counts each day of the week, not working days alone.
 */
export function datesOfSprintDay(day: SprintDay, sprints: readonly Window[], calendar: boolean): string[] {
  if (day.to !== null) return []
  const meant =
    day.of === 'sprint' && day.number !== null
      ? sprints.filter((sprint) => sprint.number === day.number)
      : sprints
  return meant.flatMap((sprint) => dateIn(day, sprint, calendar) ?? [])
}

function dateIn(day: SprintDay, sprint: Window, calendar: boolean): string | null {
  if (sprint.start === null || sprint.end === null) return null
  const [first, last] = [dayNumber(sprint.start), dayNumber(sprint.end)]
  if (last < first || last - first > 120) return null
  const days = daysBetween(first, last, calendar)
  if (day.of === 'day' && day.number !== null) return isoAt(days, day.number - 1)
  if (day.of === 'sprint') return edgeOf(daysBetween(first, last, false), day.edge)
  const week = daysBetween(first, last, false).filter((d) => weekOf(d, first) === (day.number ?? 0) - 1)
  return edgeOf(week, day.edge)
}

const weekOf = (day: number, first: number) => Math.floor((day - first + ((first + 3) % 7)) / 7)

/** Day numbers; without Saturdays and Sundays where `calendar` is false. */
function daysBetween(first: number, last: number, calendar: boolean): number[] {
  const days: number[] = []
  for (let day = first; day <= last; day++) if (calendar || (day + 3) % 7 < 5) days.push(day)
  return days
}

const isoAt = (days: readonly number[], at: number): string | null => {
  const day = days[at]
  return day === undefined ? null : isoOfDay(day)
}

function edgeOf(days: readonly number[], edge: Edge | null): string | null {
  if (edge === null || days.length === 0) return null
  return isoAt(days, edge === 'start' ? 0 : edge === 'end' ? days.length - 1 : Math.floor(days.length / 2))
}

/** Whether the days that a document numbers are days of the calendar: more of them than its sprints have working days. */
export function countsCalendar(text: string, sprints: readonly Window[]): boolean {
  let most = 0
  for (const match of text.matchAll(DAY_NUMBER)) most = Math.max(most, Number(match[1]))
  return sprints.some((sprint) => {
    if (sprint.start === null || sprint.end === null) return false
    const [first, last] = [dayNumber(sprint.start), dayNumber(sprint.end)]
    return last - first <= 120 && daysBetween(first, last, false).length < most && most <= last - first + 1
  })
}

const DAY_NUMBER = /(?<!\p{L})(?:day|tag|jour|d[ií]a|giorno|dag|день|dzień|den|gün)\s(\d{1,2})(?!\d)/giu
