/** The days of a ceremony: dates, days of the sprint's months, weekdays, or every day. */

import type { CeremonyWhen, Sprint, Weekday } from '#domain/plan-file.ts'
import { dayNumber, findDates, isoOfDay, type PartialDate, type SlashOrder, weekdayOf } from '../dates.ts'
import { fold } from '../text.ts'
import { mayBeWeekday, WEAK_WEEKDAYS, WEEKDAY_ORDER, WEEKDAYS } from '../vocabulary/calendar.ts'
import { DAILY, EVERY_SECOND_WEEK, FIRST, LAST, MONTHLY, WEEKLY } from '../vocabulary/ceremonies.ts'
import { someWord } from '../word-sieve.ts'
import { GLUED_LETTERS, says } from './kind.ts'

interface FoundWeekday {
  day: Weekday
  at: number
  end: number
  weak: boolean
}

const GLUED_WEEKDAY =
  /(月曜|火曜|水曜|木曜|金曜|土曜|日曜|周[一二三四五六日]|週[一二三四五六日]|星期[一二三四五六日天]|[월화수목금토일]요일)/u

const TO_WEEKDAY =
  /^\s?(?:[-–—~～]|to|through|thru|till|until|bis|a|à|al|au|ao|tot|t\/m|til|till|do|до|по|ile|sampai)\s?$/iu

function findWeekdays(text: string): FoundWeekday[] {
  const found: FoundWeekday[] = []
  someWord(text, text.length, (at, end) => {
    if (!mayBeWeekday(text, at)) return false
    const written = text.slice(at, end)
    const word = fold(written)
    const day = WEEKDAYS.get(word)
    if (day) found.push({ day, at, end, weak: WEAK_WEEKDAYS.has(word) && !/^\p{Lu}/u.test(written) })
    else if (GLUED_LETTERS.test(written)) {
      const inner = GLUED_WEEKDAY.exec(written)
      const known = inner?.[1] ? WEEKDAYS.get(inner[1]) : undefined
      if (known) found.push({ day: known, at, end, weak: false })
    }
    return false
  })
  return found.every((f) => f.weak) ? [] : found
}

/** Weekdays of a text without the dates beside which they stand; ranges "Mon–Fri" are filled. */
export function weekdaysIn(text: string): Weekday[] {
  const found = findWeekdays(text)
  const days = new Set<Weekday>()
  found.forEach((f, i) => {
    days.add(f.day)
    const next = found[i + 1]
    if (next && TO_WEEKDAY.test(text.slice(f.end, next.at))) {
      const [from, to] = [WEEKDAY_ORDER.indexOf(f.day), WEEKDAY_ORDER.indexOf(next.day)]
      for (let d = from; d <= to; d++) days.add(WEEKDAY_ORDER[d] as Weekday)
    }
  })
  return WEEKDAY_ORDER.filter((day) => days.has(day))
}

/** "viernes 17", "Fri 15th", "last Friday": a weekday and which one, a date that the text leaves to the sprint. */
export interface MonthDay {
  weekday: Weekday
  /** The number of the day, or which of these weekdays of the sprint it is. */
  day: number | 'first' | 'last' | 'every second'
}

/** A number beside a weekday that is no time, length, count or range. */
const DAY_AFTER =
  /^(?:,\s?|\.\s?|\s)(?:the\s|den\s|der\s|le\s|el\s|il\s|dia\s|día\s)?(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.|\s?日|\s?일)?(?!\d|[:.]\d|[%/]|\s?[-–—]\s?\d)(?=$|[^\p{L}\s]|\s(?:[^\p{L}]|$|(?:at|from|um|von|ab|à|de|às|a|y|e|and|und|et|в|с|kl|klo)\s))/iu

/** Days of a month beside weekdays, outside the dates that the text states. */
export function monthDaysIn(text: string, dates: readonly PartialDate[]): MonthDay[] {
  if (!/\d/.test(text)) return []
  const found: MonthDay[] = []
  for (const weekday of findWeekdays(text)) {
    if (dates.some((date) => weekday.end + 8 > date.at && weekday.at < date.end)) continue
    const rest = text.slice(weekday.end, weekday.end + 24)
    const match = DAY_AFTER.exec(rest)
    const day = Number(match?.[1] ?? 0)
    if (match && day >= 1 && day <= 31) found.push({ weekday: weekday.day, day })
  }
  return found
}

/** "Last Friday of the sprint". */
function nthWeekdaysIn(text: string): MonthDay[] {
  const found: MonthDay[] = []
  for (const weekday of findWeekdays(text)) {
    const before = /([\p{L}\p{M}\d]+)\s?$/u.exec(text.slice(Math.max(0, weekday.at - 14), weekday.at))?.[1]
    const word = before === undefined ? '' : fold(before)
    if (FIRST.has(word)) found.push({ weekday: weekday.day, day: 'first' })
    else if (LAST.has(word)) found.push({ weekday: weekday.day, day: 'last' })
  }
  return found
}

/**
 * ISO dates of a day that the text leaves to the sprint. Of every second week the days are counted from each sprint's
 * start, and from its end for what ends it (`fromEnd`): a review every two weeks is at the end of its two weeks.
 */
export function datesOfMonthDay(
  { day, weekday }: MonthDay,
  sprints: readonly Pick<Sprint, 'start' | 'end'>[],
  fromEnd: boolean,
): string[] {
  if (day !== 'every second') return [dateOfMonthDay({ day, weekday }, sprints) ?? []].flat()
  return sprints.flatMap((sprint) => {
    const edge = dateOfMonthDay({ day: fromEnd ? 'last' : 'first', weekday }, [sprint])
    if (edge === null || sprint.start === null || sprint.end === null) return []
    const step = fromEnd ? -14 : 14
    const found: string[] = []
    for (let d = dayNumber(edge); isoOfDay(d) >= sprint.start && isoOfDay(d) <= sprint.end; d += step)
      if (found.push(isoOfDay(d)) > 26) break
    return found.sort()
  })
}

/** The date of a month's day in or near the sprint: where number and weekday agree, else the one such day in it; or its first or last such weekday; null without. */
function dateOfMonthDay(
  { day, weekday }: { day: number | 'first' | 'last'; weekday: Weekday },
  sprints: readonly Pick<Sprint, 'start' | 'end'>[],
): string | null {
  let within: string | null = null
  for (const { start, end } of sprints) {
    if (start === null || end === null) continue
    const [first, last] = [dayNumber(start), Math.min(dayNumber(end), dayNumber(start) + 370)]
    if (typeof day === 'string') {
      const step = day === 'first' ? 1 : -1
      for (let d = day === 'first' ? first : last, n = 0; n < 7; n++, d += step)
        if (weekdayOf(isoOfDay(d)) === weekday) return isoOfDay(d)
      continue
    }
    for (let d = first - 7; d <= last + 14; d++) {
      const iso = isoOfDay(d)
      if (Number(iso.slice(8)) !== day) continue
      if (weekdayOf(iso) === weekday) return iso
      if (d >= first && d <= last) within ??= iso
    }
  }
  return within
}

/** How the document writes day and month. */
export interface Ordered {
  readonly slash: SlashOrder
}

export interface When {
  /** Of dates, the type alone: years are known at the end. */
  when: CeremonyWhen | null
  dates: PartialDate[]
  days: MonthDay[]
}

/** When a text says that something takes place. */
export function whenOf(text: string, order: Ordered): When {
  const dates = findDates(text, order.slash)
  const days = monthDaysIn(text, dates)
  if (dates.length > 0 || days.length > 0) return { when: { type: 'dates', dates: [] }, dates, days }
  const folded = fold(text)
  if (says(folded, MONTHLY)) return { when: null, dates, days }
  const nth = nthWeekdaysIn(text)
  if (nth.length > 0) return { when: { type: 'dates', dates: [] }, dates, days: nth }
  const weekdays = weekdaysIn(text)
  if (says(folded, EVERY_SECOND_WEEK)) {
    const second = weekdays.map((weekday): MonthDay => ({ weekday, day: 'every second' }))
    return { when: second.length > 0 ? { type: 'dates', dates: [] } : null, dates, days: second }
  }
  if (weekdays.length === 5 && !weekdays.includes('SA') && !weekdays.includes('SU'))
    return { when: { type: 'daily' }, dates, days }
  if (weekdays.length > 0) return { when: { type: 'weekly', weekdays }, dates, days }
  if (says(folded, DAILY)) return { when: { type: 'daily' }, dates, days }
  return { when: says(folded, WEEKLY) ? { type: 'weekly', weekdays: [] } : null, dates, days }
}
