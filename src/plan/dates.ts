/** Calendar dates in running text, in the forms that many languages write them. No clock: a missing year stays missing. */

import type { Weekday } from '#domain/plan-file.ts'
import { fold } from './text.ts'
import { MONTHS, WEAK_WEEKDAYS, WEEKDAY_ORDER, WEEKDAYS } from './vocabulary/calendar.ts'

export interface PartialDate {
  year: number | null
  month: number
  day: number
  weekday: Weekday | null
  at: number
  end: number
}

const FORMS =
  /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号]|(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2}(?!\d))?(?!\d)|(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/])|(?<!\d)(\d{1,2})-(\d{1,2})-(\d{4})(?!\d)|(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?(?:(?:\s?[-–—]\s?|\s(?:al?|to|bis|au|tot|до|по|do)\s)(\d{1,2})(?:st|nd|rd|th|\.)?)?\s(?:de\s|of\s|d')?(\p{L}{3,12})\.?(?:,?\s(?:de\s|del\s)?(\d{4}))?|(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?!\d|:\d|\.\d)(?:\s?[-–—]\s?(\d{1,2})(?:st|nd|rd|th)?(?!\d|:\d|[-/.]\d))?(?:,?\s(\d{4})(?!\d))?/giu

/** Whether "3/4" is the third of April. Open: nothing says so; slashes are then read month first, dashes day first. */
export type SlashOrder = 'dmy' | 'mdy' | 'open'

const year4 = (text: string | undefined): number | null =>
  text === undefined ? null : text.length === 2 ? 2000 + Number(text) : Number(text)

/** A digit beside a mark, a sign or a word that a date could have there. Every form starts at the digit, so that it is cheap to seek. */
const LIKELY =
  /\d(?:\s?[-./年월月년]\s?\d|(?:st|nd|rd|th|er|º|ª|\.)?(?:(?:\s?[-–—]\s?|\s\p{L}{1,3}\s)\d{1,2}\.?)?\s(?:de\s|of\s|d')?\p{L}{3}|(?<=\p{L}{3}\.?\s\d))/u

/** Whether it pays to look for dates in a text. */
export function mayDate(text: string): boolean {
  return LIKELY.test(text)
}

/** Every date of the text, in order; a range such as "Jun 24-30" gives two. */
export function findDates(text: string, slash: SlashOrder = 'open'): PartialDate[] {
  if (!mayDate(text)) return []
  const found: PartialDate[] = []
  const push = (year: number | null, month: number, day: number, at: number, end: number) => {
    if (
      month >= 1 &&
      month <= 12 &&
      day >= 1 &&
      day <= 31 &&
      (year === null || (year >= 1990 && year <= 2100))
    )
      found.push({ year, month, day, weekday: null, at, end })
  }
  FORMS.lastIndex = 0
  for (let m = FORMS.exec(text); m; m = FORMS.exec(text)) {
    const at = m.index
    const end = at + m[0].length
    const n = (i: number) => Number(m[i])
    if (m[1]) push(n(1), n(2), n(3), at, end)
    else if (m[5]) push(m[4] ? n(4) : null, n(5), n(6), at, end)
    else if (m[7]) push(year4(m[9]), n(8), n(7), at, end)
    else if (m[10]) {
      if (slash === 'dmy' || n(10) > 12) push(year4(m[12]), n(11), n(10), at, end)
      else push(year4(m[12]), n(10), n(11), at, end)
    } else if (m[13]) {
      if (n(14) > 12 || (slash === 'mdy' && n(13) <= 12)) push(n(15), n(13), n(14), at, end)
      else push(n(15), n(14), n(13), at, end)
    } else if (m[18]) {
      const month = MONTHS.get(fold(m[18]))
      if (month === undefined) {
        FORMS.lastIndex = at + (m[16] as string).length
        continue
      }
      const year = year4(m[19])
      push(year, month, n(16), at, end)
      if (m[17]) push(year, month, n(17), at, end)
    } else if (m[20]) {
      const month = MONTHS.get(fold(m[20]))
      if (month === undefined) {
        FORMS.lastIndex = at + m[20].length
        continue
      }
      const year = year4(m[23])
      push(year, month, n(21), at, end)
      if (m[22]) push(year, month, n(22), at, end)
    }
  }
  for (const date of found) date.weekday = weekdayBeside(text, date)
  return found
}

/** The weekday written just before or, in brackets, just after a date. */
function weekdayBeside(text: string, date: PartialDate): Weekday | null {
  const before = /(\p{L}{2,12})\.?,?\s*(?:\(|the\s|de\s)?$/u.exec(
    text.slice(Math.max(0, date.at - 18), date.at),
  )
  if (before?.[1]) {
    const day = WEEKDAYS.get(fold(before[1]))
    if (day) return day
  }
  const after = /^\s*[(（,·-]?\s?(\p{L}{1,12})\.?\s*[)）]?/u.exec(text.slice(date.end, date.end + 18))
  const day = after?.[1] ? WEEKDAYS.get(fold(after[1])) : undefined
  return day &&
    (after?.[0].includes('(') || after?.[0].includes('（') || !WEAK_WEEKDAYS.has(fold(after?.[1] ?? '')))
    ? day
    : null
}

export interface PartialRange {
  start: PartialDate | null
  end: PartialDate | null
}

const BETWEEN =
  /^[\s,()（）]*(?:[-–—→~～〜至到]|->|=>|to|until|till|through|al?|a|bis|au|tot|до|по|do|até|ate|thru|и|sampai|den|đến|から|부터)?[\s(（]*(?:\p{L}{2,12}\.?,?\s*)?$/iu

/** The first pair of dates that one range joins, or the first date alone. */
export function findRange(text: string, slash: SlashOrder = 'open'): PartialRange | null {
  const dates = findDates(text, slash)
  const [a, b] = dates
  if (!a) return null
  if (!b) return { start: a, end: null }
  if (b.at !== a.at && !BETWEEN.test(text.slice(a.end, b.at))) return { start: a, end: null }
  if (a.year === null && b.year !== null) a.year = a.month > b.month ? b.year - 1 : b.year
  if (b.year === null && a.year !== null) b.year = b.month < a.month ? a.year + 1 : a.year
  return { start: a, end: b }
}

const ISO_WEEK = /(?<!\d)(20\d\d)-?W(\d{1,2})(?:\s?(?:[-–—→]|to|bis)\s?(?:(20\d\d)-?)?W?(\d{1,2}))?(?!\d)/i

/** "2025-W10 – 2025-W11": from the Monday of the first week to the Sunday of the last. */
export function findWeeks(text: string): PartialRange | null {
  const match = ISO_WEEK.exec(text)
  if (!match?.[1] || !match[2]) return null
  const year = Number(match[1])
  const first = mondayOf(year, Number(match[2]))
  const last = match[4] ? mondayOf(Number(match[3] ?? year), Number(match[4])) : first
  return { start: partial(first, match.index), end: partial(last + 6, match.index) }
}

/** Day number of the Monday of an ISO week: week 1 holds the 4th of January. */
function mondayOf(year: number, week: number): number {
  const fourth = dayNumber(`${year}-01-04`)
  return fourth - ((fourth + 3) % 7) + (week - 1) * 7
}

function partial(day: number, at: number): PartialDate {
  const [year, month, date] = isoOfDay(day).split('-').map(Number) as [number, number, number]
  return { year, month, day: date, weekday: null, at, end: at }
}

const pad = (n: number) => String(n).padStart(2, '0')

/** ISO date, or null when no such day exists. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 ? `${year}-${pad(month)}-${pad(day)}` : null
}

/** Days since 1970-01-01 of an ISO date. */
export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000)
}

export function isoOfDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

export function weekdayOf(iso: string): Weekday {
  return WEEKDAY_ORDER[(((dayNumber(iso) + 3) % 7) + 7) % 7] as Weekday
}

/** The year, near an anchor, in which a date fits best: by its weekday if it has one, else the nearest. */
export function inferYear(
  date: Pick<PartialDate, 'month' | 'day' | 'weekday'>,
  anchor: string,
): number | null {
  const base = Number(anchor.slice(0, 4))
  const target = dayNumber(anchor)
  let best: { year: number; distance: number } | null = null
  for (let year = base - 6; year <= base + 6; year++) {
    const iso = isoDate(year, date.month, date.day)
    if (!iso || (date.weekday && weekdayOf(iso) !== date.weekday)) continue
    const distance = Math.abs(dayNumber(iso) - target)
    if (!best || distance < best.distance) best = { year, distance }
  }
  return best?.year ?? null
}
