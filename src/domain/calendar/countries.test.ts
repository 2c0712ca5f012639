import { describe, expect, it } from 'vitest'
import { countriesWithHolidays, countryName, countryOfZone } from './countries.ts'
import { holidaysOf, isHolidayRegion } from './holidays.ts'

describe('the country of a zone', () => {
  it.each([
    ['Europe/Berlin', 'DE'],
    ['America/Denver', 'US'],
    ['US/Mountain', 'US'],
    ['Asia/Kolkata', 'IN'],
    ['Asia/Calcutta', 'IN'],
    ['Europe/London', 'GB'],
    ['Europe/Lisbon', 'PT'],
    ['Europe/Moscow', 'RU'],
    ['Europe/Rome', 'IT'],
    ['Africa/Johannesburg', 'ZA'],
  ])('%s is %s', (zone, country) => {
    expect(countryOfZone(zone)).toBe(country)
  })

  it.each(['UTC', 'Etc/GMT+5', 'Antarctica/Troll', 'Mars/Olympus', ''])('%j points to none', (zone) => {
    expect(countryOfZone(zone)).toBeNull()
  })

  it('is for every zone one whose holidays can be read, or none', () => {
    const countries = new Set(Intl.supportedValuesOf('timeZone').map(countryOfZone))
    countries.delete(null)
    expect(countries.size).toBeGreaterThan(150)
    for (const country of countries) expect(holidaysOf(country ?? '', null, 2026).size).toBeGreaterThan(0)
  })
})

describe('the countries to choose from', () => {
  const countries = countriesWithHolidays()

  it('are in the order of their names, each with regions that have holidays of their own', () => {
    expect(countries.length).toBeGreaterThan(180)
    const names = countries.map(({ name }) => name)
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')))
    for (const { code, regions } of countries)
      for (const region of regions) expect(isHolidayRegion(code, region.code)).toBe(true)
    expect(countries.find(({ code }) => code === 'DE')?.regions).toContainEqual({
      code: 'BY',
      name: 'Bayern',
    })
  })

  it('fit in Slack’s selects: at most 100 groups, and all in at most 100 options each', () => {
    const initials = Map.groupBy(countries, ({ name }) => name.charAt(0))
    for (const some of initials.values()) expect(some.length).toBeLessThanOrEqual(100)
    for (const { regions } of countries) expect(regions.length).toBeLessThanOrEqual(100)
    expect(countries.filter(({ regions }) => regions.length).length).toBeLessThan(100)
  })
})

it('a code without a name stands for itself', () => {
  expect(countryName('DE')).toBe('Germany')
  expect(countryName('Q')).toBe('Q')
})
