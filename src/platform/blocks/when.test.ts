import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayText, dayTimeText, inDays, localDay, timeText, withDays } from './when.ts'

const zones = Intl.supportedValuesOf('timeZone')
const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2036-01-01'), noInvalidDate: true })

/** The parts as the platform says them in English. */
function partsOf(at: Date, zone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, timeZoneName: 'short', hourCycle: 'h23' },
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  })
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
}

describe('a time as people read it', () => {
  it('is the wall clock of its zone with the zone’s name at that instant, in every zone and at any time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, at) => {
        const { weekday, day, month, hour, minute, timeZoneName } = partsOf(at, zone)
        expect(localDay(at, zone)).toBe(`${weekday} ${day} ${month}`)
        expect(timeText(at, zone)).toBe(`${hour}:${minute} ${timeZoneName}`)
        expect(dayTimeText(at, zone)).toBe(`${weekday} ${day} ${month}, ${hour}:${minute} ${timeZoneName}`)
      }),
      { numRuns: 500 },
    )
  })

  it('names winter and summer time', () => {
    const texts = ['2026-01-05T16:35:00Z', '2026-07-06T15:35:00Z'].map((at) =>
      dayTimeText(new Date(at), 'America/Denver'),
    )
    expect(texts).toEqual(['Mon 5 Jan, 09:35 MST', 'Mon 6 Jul, 09:35 MDT'])
  })

  it('is a day, also within a text, and the days until then', () => {
    expect(dayText('2026-11-18')).toBe('Wed 18 Nov')
    expect(withDays('moved from 2026-11-18, not 2026-13-18')).toBe('moved from Wed 18 Nov, not 2026-13-18')
    expect([-2, -1, 0, 1, 2].map(inDays)).toEqual([
      '2 days ago',
      'yesterday',
      'today',
      'tomorrow',
      'in 2 days',
    ])
  })
})
