/** Planning speed: occurrences a second, ours beside rrule-temporal and temporal-polyfill, in one run. */

import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { addDays } from '#domain/calendar/dates.ts'
import { planOccurrences } from '#domain/calendar/planner.ts'
import type { TeamCalendar } from '#domain/calendar/types.ts'

const ZONES = [
  'America/Denver',
  'America/Sao_Paulo',
  'Europe/Berlin',
  'Europe/London',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
]
const ROUNDS = 5
const ROUND_MS = 400
const AIM = 500_000

/** Plans stand-ups on working days at 09:35 local time and says how many it made. */
type Planner = (zone: string, from: string, days: number) => number

const ours =
  (country: string | null): Planner =>
  (zone, from, days) => {
    const to = addDays(from, days - 1)
    return planOccurrences(
      { recurrence: { type: 'daily' }, start: '09:35', windowMinutes: 180, zone: null },
      calendarIn(zone, country),
      { from, to, sprints: [{ start: from, end: to }] },
    ).length
  }

const rrule: Planner = (zone, from, days) => {
  const dtstart = Temporal.PlainDateTime.from(`${from}T09:35`).toZonedDateTime(zone)
  const rule = new RRuleTemporal({ rruleString: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', dtstart })
  return rule
    .between(dtstart, dtstart.add({ days: days - 1 }), true)
    .map(({ epochMilliseconds }) => new Date(epochMilliseconds)).length
}

const temporal: Planner = (zone, from, days) => {
  const occurrences: Date[] = []
  let date = Temporal.PlainDate.from(from)
  for (let day = 0; day < days; day++) {
    if (date.dayOfWeek <= 5) {
      const instant = date.toZonedDateTime({ timeZone: zone, plainTime: '09:35' })
      occurrences.push(new Date(instant.epochMilliseconds))
    }
    date = date.add({ days: 1 })
  }
  return occurrences.length
}

const planners: [name: string, plan: Planner][] = [
  ['sprintkeeper, with holidays', ours('US')],
  ['sprintkeeper, without', ours(null)],
  ['rrule-temporal', rrule],
  ['temporal-polyfill', temporal],
]

export function run(): void {
  const started = performance.now()
  for (const zone of ZONES) ours('US')(zone, '2026-01-05', 364)
  const cold = performance.now() - started
  console.log(`First use: ten zones' transitions and US holidays in ${cold.toFixed(0)} ms`)
  for (const [label, days] of [
    ['a two-week sprint', 14],
    ['a year', 364],
  ] as const) {
    compare(label, days)
  }
}

function compare(label: string, days: number): void {
  const rates = planners.map((): number[] => [])
  // Rounds take turns, so that a busy moment of the machine falls on all of them.
  for (let round = 0; round < ROUNDS; round++) {
    planners.forEach(([, plan], index) => {
      rates[index]?.push(rate(plan, days))
    })
  }
  const medians = rates.map(median)
  const [own = 0] = medians
  console.log(`\nStand-ups of ${label}, occurrences a second, median of ${ROUNDS} rounds:`)
  planners.forEach(([name], index) => {
    const value = medians[index] ?? 0
    console.log(
      `  ${name.padEnd(28)} ${format(value).padStart(12)}   ours : this = ${(own / value).toFixed(2)}`,
    )
  })
  console.log(`  aim ${format(AIM)}: ${own >= AIM ? 'met' : 'missed'}`)
}

function rate(plan: Planner, days: number): number {
  const started = performance.now()
  let made = 0
  let week = 0
  while (performance.now() - started < ROUND_MS) {
    for (const zone of ZONES) made += plan(zone, addDays('2026-01-05', (week % 52) * 7), days)
    week++
  }
  return made / ((performance.now() - started) / 1000)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function calendarIn(zone: string, country: string | null): TeamCalendar {
  return {
    zone,
    workingDays: ['MO', 'TU', 'WE', 'TH', 'FR'],
    country,
    region: null,
    daysOff: [],
    onHoliday: 'skip',
  }
}

function format(value: number): string {
  return Math.round(value).toLocaleString('en')
}
