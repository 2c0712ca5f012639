// Days off as people type them: "until Friday", "tomorrow", "2026-11-20..2026-11-24", "20 Nov to 24 Nov: conference".
import { addDays, dayNumber, isLocalDate, partsOf, WEEKDAYS, weekdayIndex } from '#domain/calendar/dates.ts'
import type { DateRange, LocalDate } from '#domain/calendar/types.ts'

export type AwayWords =
  /** Nothing was typed: ask. */
  | { kind: 'ask' }
  | { kind: 'cancel' }
  | ({ kind: 'days'; note: string | null } & DateRange)
  | { kind: 'unclear' }

interface Taken {
  date: LocalDate
  rest: string
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const weekdayName =
  '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)'
const year = '(?:,?\\s+(\\d{4}))?'
const end = '(?![\\p{L}\\p{N}])'

const patterns = {
  iso: new RegExp(`^(\\d{4}-\\d\\d-\\d\\d)${end}`, 'u'),
  near: new RegExp(`^(today|tomorrow|now)${end}`, 'iu'),
  weekday: new RegExp(`^(next\\s+|this\\s+)?${weekdayName}${end}`, 'iu'),
  dayMonth: new RegExp(`^(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?${monthName}\\.?${year}${end}`, 'iu'),
  monthDay: new RegExp(`^${monthName}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?${year}${end}`, 'iu'),
  until: /^(?:until|till|til|through|thru|to|up to)\s+/i,
  between: /^\s*(?:\.{2,3}|[–—-]|until\s|till\s|til\s|through\s|thru\s|to\s|and\s)\s*/i,
  lead: /^(?:i\s+am\s+|i'm\s+)?(?:away\s+|off\s+|out\s+)?(?:from\s+|on\s+|between\s+)?/i,
  days: /^(?:for\s+)?(\d{1,3})\s+days?(?![\p{L}\p{N}])/iu,
  week: /^(next|this)\s+week(?![\p{L}\p{N}])/iu,
  cancel: /^(?:cancel|remove|delete|back|clear|i'm back|i am back)[.!]?$/i,
}

/** Reads the words; `today` is the writer's local date. A weekday or a day without a year is the next one to come. */
export function readAway(text: string, today: LocalDate): AwayWords {
  const typed = text.trim()
  if (typed === '') return { kind: 'ask' }
  if (patterns.cancel.test(typed)) return { kind: 'cancel' }
  const words = typed.replace(patterns.lead, '')
  const found = readDays(words, today) ?? readUntil(words, today) ?? readDates(words, today)
  if (!found || found.to < found.from) return { kind: 'unclear' }
  const { from, to, rest } = found
  const note = rest.replace(/^[\s:;,(–—-]+|[\s)]+$/gu, '')
  return { kind: 'days', from, to, note: note === '' ? null : note }
}

type Found = DateRange & { rest: string }

function readDays(words: string, today: LocalDate): Found | null {
  const days = patterns.days.exec(words)
  if (days) {
    const count = Math.max(1, Number(days[1]))
    return { from: today, to: addDays(today, count - 1), rest: words.slice(days[0].length) }
  }
  const week = patterns.week.exec(words)
  if (!week) return null
  const monday = addDays(today, -weekdayIndex(dayNumber(today)))
  const rest = words.slice(week[0].length)
  if (week[1]?.toLowerCase() === 'this') return { from: today, to: addDays(monday, 6), rest }
  return { from: addDays(monday, 7), to: addDays(monday, 13), rest }
}

function readUntil(words: string, today: LocalDate): Found | null {
  const lead = patterns.until.exec(words)
  const last = lead && takeDate(words.slice(lead[0].length), today)
  return last && { from: today, to: last.date, rest: last.rest }
}

function readDates(words: string, today: LocalDate): Found | null {
  const first = takeDate(words, today)
  if (!first) return null
  const lead = patterns.between.exec(first.rest) ?? /^\s+/.exec(first.rest)
  const last = lead && takeDate(first.rest.slice(lead[0].length), first.date)
  if (last) return { from: first.date, to: last.date, rest: last.rest }
  return { from: first.date, to: first.date, rest: first.rest }
}

/** A date at the beginning of the words; without a year, the next one on or after `base`. */
function takeDate(words: string, base: LocalDate): Taken | null {
  const taken = (match: RegExpExecArray, date: LocalDate | null): Taken | null =>
    date === null ? null : { date, rest: words.slice(match[0].length) }
  const iso = patterns.iso.exec(words)
  if (iso?.[1]) return isLocalDate(iso[1]) ? taken(iso, iso[1]) : null
  const near = patterns.near.exec(words)
  if (near) return taken(near, near[1]?.toLowerCase() === 'tomorrow' ? addDays(base, 1) : base)
  const weekday = patterns.weekday.exec(words)
  if (weekday?.[2]) {
    const wanted = WEEKDAYS.map(String).indexOf(weekday[2].slice(0, 2).toUpperCase())
    const ahead = (wanted - weekdayIndex(dayNumber(base)) + 7) % 7
    const isNext = weekday[1]?.trim().toLowerCase() === 'next'
    return taken(weekday, addDays(base, isNext && ahead === 0 ? 7 : ahead))
  }
  const dayMonth = patterns.dayMonth.exec(words)
  if (dayMonth) return taken(dayMonth, dateFrom(dayMonth[1], dayMonth[2], dayMonth[3], base))
  const monthDay = patterns.monthDay.exec(words)
  return monthDay && taken(monthDay, dateFrom(monthDay[2], monthDay[1], monthDay[3], base))
}

function dateFrom(day = '', month = '', stated: string | undefined, base: LocalDate): LocalDate | null {
  const number = months.indexOf(month.slice(0, 3).toLowerCase()) + 1
  const dateIn = (inYear: number) => `${inYear}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  const [thisYear] = partsOf(base)
  const years = stated ? [Number(stated)] : [thisYear, thisYear + 1]
  return years.map(dateIn).find((date) => isLocalDate(date) && (stated || date >= base)) ?? null
}
