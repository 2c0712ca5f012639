import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { addDays, datesIn, WEEKDAYS } from './dates.ts'
import { localOf } from './instant.ts'
import { planOccurrences } from './planner.ts'
import type { Recurrence, SprintWindow, TeamCalendar, Weekday } from './types.ts'
import { isWorkday } from './workdays.ts'

const date = fc.integer({ min: 0, max: 2 * 365 }).map((days) => addDays('2026-01-01', days))
const weekdays = fc.subarray<Weekday>([...WEEKDAYS], { minLength: 1 })
const calendar: fc.Arbitrary<TeamCalendar> = fc.record({
  zone: fc.constantFrom(
    'America/Denver',
    'Africa/Cairo',
    'Australia/Lord_Howe',
    'America/Havana',
    'Asia/Kolkata',
  ),
  workingDays: weekdays,
  country: fc.constantFrom('US', 'DE', null),
  region: fc.constant(null),
  daysOff: fc.array(fc.record({ date, name: fc.constant('Offsite') }), { maxLength: 8 }),
  onHoliday: fc.constantFrom('skip', 'move'),
})
const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.constant<Recurrence>({ type: 'daily' }),
  fc.record({ type: fc.constant('weekly'), weekdays, interval: fc.constantFrom(1, 2), anchor: date }),
  fc.record({ type: fc.constant('dates'), dates: fc.array(date, { maxLength: 12 }) }),
  fc.record({ type: fc.constant('sprint_day'), n: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ type: fc.constant('before_end'), k: fc.integer({ min: 0, max: 11 }) }),
  fc.record({ type: fc.constant('due'), dates: fc.array(date, { maxLength: 6 }) }),
)
const start = fc.constantFrom('00:00', '00:30', '02:15', '02:30', '09:30', '23:45')
const sprints = fc.option(
  fc.array(
    fc.tuple(date, fc.integer({ min: 0, max: 20 })).map(([first, days]): SprintWindow => {
      return { start: first, end: addDays(first, days) }
    }),
    { maxLength: 4 },
  ),
)
const scene = fc.record({
  calendar,
  rule: fc.record({
    recurrence,
    start,
    windowMinutes: fc.integer({ min: 1, max: 1440 }),
    zone: fc.constant(null),
  }),
  range: fc
    .record({ from: date, days: fc.integer({ min: 0, max: 120 }), sprints })
    .map(({ from, days, sprints }) => ({ from, to: addDays(from, days), sprints })),
})

describe('the planner, whatever the rule, the calendar and the range', () => {
  it('plans only on working days, each once, strictly rising, with reasons for all else', () => {
    fc.assert(
      fc.property(scene, ({ rule, calendar, range }) => {
        const occurrences = planOccurrences(rule, calendar, range)
        const planned = occurrences.filter(({ state }) => state === 'planned')
        const heldOn = planned.map((occurrence) => occurrence.heldOn)
        const identities = occurrences.map(({ localDate, slot }) => `${localDate}/${slot}`)

        expect(new Set(heldOn).size).toBe(heldOn.length)
        expect(heldOn.every((held) => isWorkday(calendar, held))).toBe(true)
        expect(identities).toEqual([...new Set(identities)].sort())
        expect(
          identities.every((identity) => identity >= range.from && identity.slice(0, 10) <= range.to),
        ).toBe(true)
        if (rule.recurrence.type !== 'due') {
          expect(heldOn).toEqual(heldOn.toSorted())
          planned.reduce((last, { opensAt }) => {
            expect(opensAt.getTime()).toBeGreaterThan(last)
            return opensAt.getTime()
          }, 0)
        }
        for (const { state, reason, localDate, heldOn, slot } of occurrences) {
          if (state === 'skipped') expect(reason).toMatch(/^skipped: /)
          else if (rule.recurrence.type === 'due') expect(heldOn < localDate).toBe(slot === 0)
          else expect(reason?.startsWith('moved: ') ?? false).toBe(heldOn !== localDate)
        }
      }),
    )
  })

  it('opens at the local time that the rule names, as Temporal has it, and stays open for the window', () => {
    fc.assert(
      fc.property(scene, ({ rule, calendar, range }) => {
        for (const { heldOn, opensAt, closesAt } of planOccurrences(rule, calendar, range)) {
          const wall = Temporal.PlainDateTime.from(`${heldOn}T${rule.start}`)
          expect(opensAt.getTime()).toBe(wall.toZonedDateTime(calendar.zone).epochMilliseconds)
          expect(closesAt.getTime() - opensAt.getTime()).toBe(rule.windowMinutes * 60_000)
          expect(localOf(calendar.zone, opensAt).date).toBe(heldOn)
        }
      }),
    )
  })

  it('plans the same, however the range is cut', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 1, max: 120 }), ({ rule, calendar, range }, days) => {
        const whole = planOccurrences(rule, calendar, range)
        const middle = addDays(range.from, Math.min(days, datesIn(range).length))
        const first = planOccurrences(rule, calendar, { ...range, to: addDays(middle, -1) })
        const second = planOccurrences(rule, calendar, { ...range, from: middle })
        expect([...first, ...second]).toEqual(whole)
      }),
    )
  })

  it('loses no working day of a daily rule, over clock changes and holidays', () => {
    fc.assert(
      fc.property(scene, ({ rule, calendar, range }) => {
        const daily = { ...rule, recurrence: { type: 'daily' as const } }
        const planned = planOccurrences(daily, calendar, { ...range, sprints: null }).filter(
          ({ state }) => state === 'planned',
        )
        expect(planned.map(({ localDate }) => localDate)).toEqual(
          datesIn(range).filter((day) => isWorkday(calendar, day)),
        )
      }),
    )
  })

  it('keeps inside the sprints', () => {
    fc.assert(
      fc.property(scene, ({ rule, calendar, range }) => {
        fc.pre(rule.recurrence.type !== 'dates' && rule.recurrence.type !== 'due' && range.sprints !== null)
        for (const { state, heldOn } of planOccurrences(rule, calendar, range)) {
          if (state === 'skipped') continue
          expect(range.sprints?.some((sprint) => sprint.start <= heldOn && heldOn <= sprint.end)).toBe(true)
        }
      }),
    )
  })
})
