/** Compares wall time ↔ instant with Temporal over every zone, 2020–2035, in its own process: TZ decides the host's zone. */

import { Temporal } from 'temporal-polyfill'
import { holidaysOf } from './holidays.ts'
import { instantOf, localOf } from './instant.ts'

const ALIASES = [
  'Asia/Calcutta',
  'Asia/Katmandu',
  'Asia/Saigon',
  'Atlantic/Faeroe',
  'America/Buenos_Aires',
  'Australia/ACT',
  'Australia/LHI',
  'Brazil/East',
  'CET',
  'CST6CDT',
  'Canada/Pacific',
  'Cuba',
  'EST',
  'EST5EDT',
  'Egypt',
  'Eire',
  'Etc/GMT+12',
  'Etc/GMT-14',
  'Europe/Kiev',
  'GB',
  'GMT',
  'Iran',
  'Israel',
  'MST7MDT',
  'NZ',
  'NZ-CHAT',
  'PST8PDT',
  'Pacific/Samoa',
  'Singapore',
  'Turkey',
  'US/Mountain',
  'US/Pacific',
  'UTC',
  'Zulu',
]

const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), ...ALIASES])]
const START = Temporal.Instant.from('2020-01-01T00:00:00Z')
const END = Temporal.Instant.from('2036-01-01T00:00:00Z')
/** Minutes from a clock change's first wall time: inside and outside of gaps and overlaps of 30 minutes to 2 hours. */
const AROUND = [-150, -120, -90, -60, -45, -30, -15, -1, 0, 15, 30, 45, 60, 90, 120]
const failures: string[] = []
let checks = 0
let transitions = 0

for (const zone of zones) {
  for (const local of interestingTimes(zone)) check(zone, local)
}
const host = new Intl.DateTimeFormat().resolvedOptions().timeZone
const holidays = ['TR', 'US', 'NZ'].map((country) => [...holidaysOf(country, null, 2026)])
process.stdout.write(JSON.stringify({ host, zones: zones.length, transitions, checks, failures, holidays }))

/** The hours around every clock change, and a walk of 97 days and 5 hours through the years. */
function* interestingTimes(zone: string): Generator<Temporal.PlainDateTime> {
  let at: Temporal.ZonedDateTime | null = START.toZonedDateTimeISO(zone)
  for (;;) {
    at = at.getTimeZoneTransition('next')
    if (at === null || at.epochMilliseconds > END.epochMilliseconds) break
    transitions++
    const after = at.toPlainDateTime()
    for (const minutes of AROUND) yield after.add({ minutes })
  }
  let walk = Temporal.PlainDateTime.from('2020-01-01T00:07')
  while (walk.year < 2036) {
    yield walk
    walk = walk.add({ days: 97, hours: 5 })
  }
}

function check(zone: string, local: Temporal.PlainDateTime): void {
  checks++
  const [date = '', time = ''] = local.toString({ smallestUnit: 'minute' }).split('T')
  const expected = local.round('minute').toZonedDateTime(zone, { disambiguation: 'compatible' })
  const instant = instantOf(zone, date, time)
  if (instant.getTime() !== expected.epochMilliseconds) {
    failures.push(`${zone} ${date} ${time}: ${instant.toISOString()}, Temporal ${expected.toInstant()}`)
    return
  }
  const back = localOf(zone, instant)
  const wall = expected.toPlainDateTime().toString({ smallestUnit: 'minute' })
  if (`${back.date}T${back.time}` !== wall) failures.push(`${zone} ${instant.toISOString()}: ${wall}`)
}
