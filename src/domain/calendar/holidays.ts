/** Public holidays by country and region, from date-holidays: whole days, by name. */

import DateHolidays, { type HolidaysTypes } from 'date-holidays'
import { DAY_MILLIS, type DayNumber, dayNumber } from './dates.ts'

/** Thrown for a country or region that date-holidays does not know. */
export class UnknownHolidayRegion extends Error {
  readonly code = 'unknown_holiday_region'
  constructor(country: string, region: string | null) {
    const received = region === null ? country : `${country} ${region}`
    super(
      `No public holidays are known for ${JSON.stringify(received)}: use an ISO 3166 country such as "DE", ` +
        'and a region of it such as "BY", or none.',
    )
    this.name = 'UnknownHolidayRegion'
  }
}

const NOON_MS = 43_200_000
/** "2026-03-20 00:00:00", or with " -0600" behind it for 18:00 of the day before. */
const STARTS = /^(\d{4}-\d\d-\d\d) (\d\d):(\d\d):\d\d(?: ([+-]\d\d)\d\d)?$/
const sources = new Map<string, DateHolidays>()
const years = new Map<string, ReadonlyMap<DayNumber, string>>()

/** True when `holidaysOf` knows the country, and the region in it (null: none). */
export function isHolidayRegion(country: string, region: string | null): boolean {
  const library = holidaysLibrary()
  const states = library.getCountries()[country] === undefined ? null : (library.getStates(country) ?? {})
  return states !== null && (region === null || states[region] !== undefined)
}

/** The countries that `holidaysOf` knows, each with its regions by name. */
export function holidayCountries(): { code: string; regions: { code: string; name: string }[] }[] {
  const library = holidaysLibrary()
  return Object.keys(library.getCountries('en')).map((code) => ({
    code,
    regions: Object.entries(library.getStates(code, 'en') ?? {})
      .map(([region, name]) => ({ code: region, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
  }))
}

/** "Bayern" for the region BY of DE; the code itself where no name is known. */
export function regionName(country: string, region: string): string {
  return holidaysLibrary().getStates(country, 'en')?.[region] ?? region
}

/** A year's public holidays: day → name in English, else in the country's language. Throws UnknownHolidayRegion. */
export function holidaysOf(
  country: string,
  region: string | null,
  year: number,
): ReadonlyMap<DayNumber, string> {
  const place = `${country}/${region ?? ''}`
  const known = years.get(`${place}/${year}`)
  if (known) return known
  const days = new Map<DayNumber, string>()
  const source = sourceFor(place, country, region)
  // A neighbour year's list can reach into this one: New Year's Day 2028, a Saturday, is observed on 2027-12-31.
  const holidays = [year - 1, year, year + 1].flatMap((listed) => source.getHolidays(listed))
  const [first, last] = [dayNumber(`${year}-01-01`), dayNumber(`${year}-12-31`)]
  for (const holiday of holidays) {
    for (const day of wholeDays(holiday).filter((covered) => covered >= first && covered <= last)) {
      const named = days.get(day)
      days.set(day, named && named !== holiday.name ? `${named}, ${holiday.name}` : holiday.name)
    }
  }
  years.set(`${place}/${year}`, days)
  return days
}

/**
 * Days of which the holiday covers noon: a day with its afternoon off (24 December in some countries) is a working day.
 * date-holidays gives the start as local time, moved by a span for holidays that begin with the evening before.
 */
function wholeDays(holiday: HolidaysTypes.Holiday): DayNumber[] {
  const [, date = '', hours, minutes, before] = STARTS.exec(holiday.date) ?? []
  const evening = before === undefined ? 0 : Number(before) * 60
  const start = dayNumber(date) * DAY_MILLIS + (Number(hours) * 60 + Number(minutes) + evening) * 60_000
  const end = start + (holiday.end.getTime() - holiday.start.getTime())
  const days: DayNumber[] = []
  for (let day = Math.floor(start / DAY_MILLIS); day * DAY_MILLIS < end; day++) {
    const noon = day * DAY_MILLIS + NOON_MS
    if (noon > start && noon < end) days.push(day)
  }
  return days
}

function sourceFor(place: string, country: string, region: string | null): DateHolidays {
  const known = sources.get(place)
  if (known) return known
  if (!isHolidayRegion(country, region)) throw new UnknownHolidayRegion(country, region)
  const options = { types: ['public'], languages: 'en' } satisfies HolidaysTypes.Options
  const source =
    region === null ? new DateHolidays(country, options) : new DateHolidays(country, region, options)
  sources.set(place, source)
  return source
}

let library: DateHolidays | undefined

function holidaysLibrary(): DateHolidays {
  library ??= new DateHolidays()
  return library
}
