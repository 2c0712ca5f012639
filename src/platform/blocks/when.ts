// Dates and times as people read them.
import { createRequire } from 'node:module'
import type * as DateFnsTz from 'date-fns-tz'
import { isLocalDate } from '#domain/calendar/dates.ts'
import type { LocalDate } from '#domain/calendar/types.ts'
import { plural } from './text.ts'

// As CommonJS: Node has to guess that its ES modules are such, which costs the process about 200 MB of memory.
const { formatInTimeZone }: typeof DateFnsTz = createRequire(import.meta.url)('date-fns-tz')

/** "Wed 18 Nov" for a local date. */
export function dayText(date: LocalDate): string {
  return formatInTimeZone(new Date(`${date}T00:00:00Z`), 'UTC', 'EEE d MMM')
}

const withYear = (date: LocalDate): string =>
  formatInTimeZone(new Date(`${date}T00:00:00Z`), 'UTC', 'EEE d MMM yyyy')

/** "09:35 MST": an instant on the wall clock of an IANA zone. */
export function timeText(at: Date, zone: string): string {
  return `${formatInTimeZone(at, zone, 'HH:mm')} ${zoneName(at, zone)}`
}

/** "Wed 18 Nov, 09:35 MST". */
export function dayTimeText(at: Date, zone: string): string {
  return `${formatInTimeZone(at, zone, 'EEE d MMM, HH:mm')} ${zoneName(at, zone)}`
}

// Made once a zone: to make one costs more than all the rest of a text, and date-fns-tz makes one for each.
const zoneFormats = new Map<string, Intl.DateTimeFormat>()

/** "MST" or "MDT", as it is then; "GMT+1" of a zone whose name has no letters. In English whatever the host speaks. */
function zoneName(at: Date, zone: string): string {
  const format =
    zoneFormats.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' })
  zoneFormats.set(zone, format)
  return format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? zone
}

/** "Mon 16 Nov – Fri 27 Nov"; over New Year with both years: "Mon 21 Dec 2026 – Fri 8 Jan 2027". */
export function dateRange(start: LocalDate, end: LocalDate): string {
  return start.slice(0, 4) === end.slice(0, 4)
    ? `${dayText(start)} – ${dayText(end)}`
    : `${withYear(start)} – ${withYear(end)}`
}

/** "Mon 16 Nov – Fri 27 Nov 2026": where dates are stated or chosen, and may be those of another year. */
export function datedRange(start: LocalDate, end: LocalDate): string {
  return start.slice(0, 4) === end.slice(0, 4)
    ? `${dayText(start)} – ${withYear(end)}`
    : dateRange(start, end)
}

/** "today", "tomorrow", "in 3 days", "yesterday", "3 days ago"; `days` from today on, negative for the past. */
export function inDays(days: number): string {
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${plural(days, 'day')}` : `${plural(-days, 'day')} ago`
}

/** "Wed 18 Nov" of an instant in an IANA zone. */
export const localDay = (at: Date, zone: string): string => formatInTimeZone(at, zone, 'EEE d MMM')

/** The text with "Mon 16 Nov" for each "2026-11-16". */
export const withDays = (text: string): string =>
  text.replace(/\b\d{4}-\d\d-\d\d\b/g, (date) => (isLocalDate(date) ? dayText(date) : date))
