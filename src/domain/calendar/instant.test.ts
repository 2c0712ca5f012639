import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { holidaysOf } from './holidays.ts'
import { instantOf, isTimeZone, localOf, UnknownTimeZone } from './instant.ts'

const holidays = ['TR', 'US', 'NZ'].map((country) => [...holidaysOf(country, null, 2026)])
const everyZone = fileURLToPath(new URL('every-zone.testing.ts', import.meta.url))

describe('wall time to instant', () => {
  it.each([
    [
      'a gap of an hour moves the time forward',
      'America/Denver',
      '2026-03-08',
      '02:30',
      '2026-03-08T09:30:00Z',
    ],
    ['the first of an overlap is taken', 'America/Denver', '2026-11-01', '01:30', '2026-11-01T07:30:00Z'],
    ['a gap of 30 minutes', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45:00Z'],
    ['an overlap of 30 minutes', 'Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00Z'],
    ['a gap at midnight', 'America/Havana', '2026-03-08', '00:30', '2026-03-08T05:30:00Z'],
    ['a gap at midnight on a Friday', 'Africa/Cairo', '2026-04-24', '00:00', '2026-04-23T22:00:00Z'],
    ['an overlap at midnight', 'Africa/Cairo', '2026-10-29', '23:30', '2026-10-29T20:30:00Z'],
    ['a day that did not exist', 'Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T22:00:00Z'],
    ['the day before it', 'Pacific/Apia', '2011-12-29', '23:59', '2011-12-30T09:59:00Z'],
    ['the day after it', 'Pacific/Apia', '2011-12-31', '00:00', '2011-12-30T10:00:00Z'],
    ['the start of Ramadan', 'Africa/Casablanca', '2026-02-15', '02:30', '2026-02-15T01:30:00Z'],
    ['the end of Ramadan', 'Africa/Casablanca', '2026-03-22', '02:30', '2026-03-22T02:30:00Z'],
    ['an alias', 'Asia/Calcutta', '2026-06-01', '09:00', '2026-06-01T03:30:00Z'],
  ])('%s', (_name, zone, date, time, expected) => {
    const temporal = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds

    const instant = instantOf(zone, date, time)

    expect(instant).toEqual(new Date(expected))
    expect(instant.getTime()).toBe(temporal)
  })

  it.concurrent.each(['UTC', 'America/New_York', 'Australia/Lord_Howe'])(
    'agrees with Temporal in every zone, 2020–2035, and finds the same holidays, on a host in %s',
    async (host) => {
      const { stdout } = await promisify(execFile)(process.execPath, [everyZone], {
        env: { ...process.env, TZ: host },
      })

      const result = JSON.parse(stdout)
      expect(result).toMatchObject({ host, failures: [], holidays })
      expect(result.zones).toBeGreaterThan(400)
      expect(result.transitions).toBeGreaterThan(3000)
    },
    120_000,
  )

  it('agrees with Temporal at any minute from 1975 to 2095', () => {
    const zone = fc.constantFrom(
      'Europe/Lisbon',
      'Pacific/Apia',
      'Asia/Gaza',
      'Africa/Monrovia',
      'America/Caracas',
    )
    fc.assert(
      fc.property(zone, fc.integer({ min: 5 * 525_960, max: 125 * 525_960 }), (name, minutes) => {
        const local = Temporal.PlainDateTime.from('1970-01-01T00:00').add({ minutes })
        const [date = '', time = ''] = local.toString({ smallestUnit: 'minute' }).split('T')
        expect(instantOf(name, date, time).getTime()).toBe(local.toZonedDateTime(name).epochMilliseconds)
      }),
      { numRuns: 500 },
    )
  })
})

describe('instant to wall time', () => {
  it('gives date, time and weekday in the zone', () => {
    expect(localOf('Pacific/Kiritimati', new Date('2026-11-21T10:00:00Z'))).toEqual({
      date: '2026-11-22',
      time: '00:00',
      weekday: 'SU',
    })
  })

  it('cuts seconds off, before 1970 too', () => {
    expect(localOf('UTC', new Date('1969-12-31T23:59:59.999Z'))).toEqual({
      date: '1969-12-31',
      time: '23:59',
      weekday: 'WE',
    })
  })
})

describe('refusals', () => {
  it.each(['Mars/Olympus', '', '+02:00', 'UTC+2', 'Europe/Berlin '])('refuses the zone %j', (zone) => {
    expect(isTimeZone(zone)).toBe(false)
    expect(() => instantOf(zone, '2026-01-01', '09:00')).toThrow(UnknownTimeZone)
  })

  it('names the zone and says what to use', () => {
    expect(() => localOf('MDT!', new Date(0))).toThrow('Unknown time zone "MDT!": use an IANA name')
  })

  it.each([
    ['2026-02-30', '09:00'],
    ['2026-2-3', '09:00'],
    ['2026-01-01', '24:00'],
    ['2026-01-01', '9:00'],
  ])('refuses the wall time %s %s', (date, time) => {
    expect(() => instantOf('UTC', date, time)).toThrow(RangeError)
  })
})
