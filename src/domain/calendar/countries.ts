/** Countries by name and by time zone, for choosing whose public holidays count. */

import { holidayCountries, isHolidayRegion } from './holidays.ts'

export interface HolidayCountry {
  /** ISO 3166, "DE". */
  code: string
  name: string
  /** By their codes in date-holidays, "BY". */
  regions: { code: string; name: string }[]
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const names = new Intl.DisplayNames('en', { type: 'region' })
let byZone: ReadonlyMap<string, ReadonlySet<string>> | undefined

/**
 * The country that a zone points to, by the list of zones a country that comes with Node (CLDR's). Null: none ("UTC"),
 * several, or one whose public holidays nobody wrote down for us.
 */
export function countryOfZone(zone: string): string | null {
  byZone ??= countriesByZone()
  const [country, another] = byZone.get(canonical(zone)) ?? []
  return country && !another && isHolidayRegion(country, null) ? country : null
}

/** Every country whose public holidays are known, by name in English. */
export function countriesWithHolidays(): HolidayCountry[] {
  return holidayCountries()
    .map(({ code, regions }) => ({ code, name: countryName(code), regions }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** "Germany"; the code itself where no name is known. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code
}

/** Zones go by several names ("US/Mountain", "Asia/Calcutta"); Node's own stands for all. */
function canonical(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return zone
  }
}

/** By Node's own names of zones. Codes that are no longer used ("DD", "SU") are read as those of today. */
function countriesByZone(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const first of letters)
    for (const second of letters) {
      const locale = new Intl.Locale(`und-${first}${second}`)
      const country = locale.region ?? ''
      for (const zone of locale.getTimeZones() ?? [])
        found.set(zone, (found.get(zone) ?? new Set()).add(country))
    }
  return found
}
