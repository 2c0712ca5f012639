// Dates and times as Slack writes them for a person: in the person's zone, relative to the workspace's clock.

const DAY_MS = 86_400_000

/** A Slack timestamp as an instant in milliseconds. */
export function instantOfTs(ts: string): number {
  return Number.parseFloat(ts) * 1000
}

/** Formats an instant with Intl's options in a zone, in American English as Slack's default is. */
export function inZone(at: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-US', { timeZone: zone, ...options }).format(at).replace(/ /g, ' ')
}

/** `9:05 AM`. */
export function timeOfDay(at: number, zone: string): string {
  return inZone(at, zone, { hour: 'numeric', minute: '2-digit' })
}

/** The calendar day of an instant in a zone: `2026-01-05`. */
export function dayOf(at: number, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at)
}

/** Today, Yesterday, Tomorrow, or nothing for other days. */
export function relativeDay(at: number, now: number, zone: string): string {
  const day = dayOf(at, zone)
  if (day === dayOf(now, zone)) return 'Today'
  if (day === dayOf(now - DAY_MS, zone)) return 'Yesterday'
  return day === dayOf(now + DAY_MS, zone) ? 'Tomorrow' : ''
}

/** What stands on the line between two days of messages: `Today`, or `Monday, January 5th`. */
export function dayDivider(at: number, now: number, zone: string): string {
  return relativeDay(at, now, zone) || longDate(at, zone, false)
}

/** How long ago or in how long: `2 minutes ago`, `in 3 days`. */
export function ago(at: number, now: number): string {
  const seconds = Math.round((at - now) / 1000)
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ]
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit)
  }
  return seconds > -60 && seconds <= 0 ? 'just now' : format.format(seconds, 'second')
}

/** Fills the tokens of `<!date^seconds^format>`. */
export function formatDateToken(format: string, seconds: number, now: number, zone: string): string {
  const at = seconds * 1000
  const relative = relativeDay(at, now, zone)
  const pretty = (usual: string) => relative || usual
  const short = inZone(at, zone, { month: 'short', day: 'numeric', year: 'numeric' })
  const values: Record<string, string> = {
    date_num: dayOf(at, zone),
    date: longDate(at, zone, true).replace(/^\w+, /, ''),
    date_short: short,
    date_long: longDate(at, zone, true),
    date_pretty: pretty(longDate(at, zone, true).replace(/^\w+, /, '')),
    date_short_pretty: pretty(short),
    date_long_pretty: pretty(longDate(at, zone, true)),
    time: timeOfDay(at, zone),
    time_secs: inZone(at, zone, { hour: 'numeric', minute: '2-digit', second: '2-digit' }),
    ago: ago(at, now),
  }
  return format.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

function longDate(at: number, zone: string, withYear: boolean): string {
  const day = Number(inZone(at, zone, { day: 'numeric' }))
  const weekday = inZone(at, zone, { weekday: 'long' })
  const month = inZone(at, zone, { month: 'long' })
  const year = withYear ? `, ${inZone(at, zone, { year: 'numeric' })}` : ''
  return `${weekday}, ${month} ${day}${ordinal(day)}${year}`
}

function ordinal(day: number): string {
  if (day >= 11 && day <= 13) return 'th'
  return { 1: 'st', 2: 'nd', 3: 'rd' }[day % 10] ?? 'th'
}
