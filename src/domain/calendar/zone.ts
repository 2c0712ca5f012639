/** A zone's offsets from UTC, as tables of transitions found once by bisecting Intl. */

import { DAY_MILLIS } from './dates.ts'

/** Thrown for a zone that the IANA database (as this Node knows it) does not hold. */
export class UnknownTimeZone extends Error {
  readonly code = 'unknown_time_zone'
  readonly zone: string
  constructor(zone: string, cause?: unknown) {
    super(
      `Unknown time zone ${JSON.stringify(zone)}: use an IANA name such as "Europe/Berlin" or "America/Denver".`,
      {
        cause,
      },
    )
    this.name = 'UnknownTimeZone'
    this.zone = zone
  }
}

/** Spans of constant offset over a block of time: span i holds from starts[i] (inclusive) to starts[i + 1]. */
interface OffsetTable {
  starts: number[]
  /** Local time minus UTC, in milliseconds. */
  offsets: number[]
}

interface Zone {
  format: Intl.DateTimeFormat
  tables: Map<number, OffsetTable>
}

const BLOCK_MS = 8 * 365.25 * DAY_MILLIS
/** Tables overlap by more than any offset, so that a local time near a block's edge is found in its own block. */
const MARGIN_MS = 3 * DAY_MILLIS
/** No zone had two transitions within a week since 1970 that cancel out; the closest are Casablanca's around Ramadan. */
const STEP_MS = 7 * DAY_MILLIS

const zones = new Map<string, Zone>()

/** True for IANA names and their aliases; false for bare offsets such as "+02:00". */
export function isTimeZone(name: string): boolean {
  try {
    zoneOf(name)
    return true
  } catch (error) {
    if (error instanceof UnknownTimeZone) return false
    throw error
  }
}

/** Milliseconds to add to UTC for local time at an instant (epoch milliseconds). Throws UnknownTimeZone. */
export function offsetAt(zone: string, epochMs: number): number {
  const { starts, offsets } = tableFor(zoneOf(zone), epochMs)
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= epochMs) low = middle
    else high = middle - 1
  }
  return offsets[low] as number
}

/**
 * The instant (epoch milliseconds) of a wall-clock time, given as the epoch milliseconds it would have in UTC.
 * Temporal's "compatible" rule: a time in a gap moves forward by the gap, a time in an overlap is its first.
 * Throws UnknownTimeZone.
 */
export function resolveLocal(zone: string, localMs: number): number {
  const { starts, offsets } = tableFor(zoneOf(zone), localMs)
  let low = 0
  let high = starts.length - 1
  // The first span that ends, on its own wall clock, after the local time: in an overlap that is the earlier one.
  while (low < high) {
    const middle = (low + high) >> 1
    if (localMs < (starts[middle + 1] as number) + (offsets[middle] as number)) high = middle
    else low = middle + 1
  }
  const instant = localMs - (offsets[low] as number)
  const inGap = low > 0 && instant < (starts[low] as number)
  return inGap ? localMs - (offsets[low - 1] as number) : instant
}

function zoneOf(name: string): Zone {
  const known = zones.get(name)
  if (known) return known
  if (!/^[A-Za-z]/.test(name)) throw new UnknownTimeZone(name)
  const zone = { format: formatFor(name), tables: new Map() }
  zones.set(name, zone)
  return zone
}

function formatFor(name: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
  } catch (error) {
    throw new UnknownTimeZone(name, error)
  }
}

function tableFor(zone: Zone, ms: number): OffsetTable {
  const block = Math.floor(ms / BLOCK_MS)
  const known = zone.tables.get(block)
  if (known) return known
  const table = bisect(zone.format, block * BLOCK_MS - MARGIN_MS, (block + 1) * BLOCK_MS + MARGIN_MS)
  zone.tables.set(block, table)
  return table
}

function bisect(format: Intl.DateTimeFormat, from: number, to: number): OffsetTable {
  let offset = offsetByIntl(format, from)
  const table: OffsetTable = { starts: [from], offsets: [offset] }
  for (let left = from; left < to; left += STEP_MS) {
    const right = Math.min(left + STEP_MS, to)
    const after = offsetByIntl(format, right)
    if (after === offset) continue
    let before = left
    let changed = right
    while (changed - before > 1000) {
      const middle = Math.floor((before + changed) / 2000) * 1000
      if (offsetByIntl(format, middle) === offset) before = middle
      else changed = middle
    }
    offset = offsetByIntl(format, changed)
    table.starts.push(changed)
    table.offsets.push(offset)
    // Two transitions in one step: look at the rest of it again.
    if (offset !== after) left = changed - STEP_MS
  }
  return table
}

function offsetByIntl(format: Intl.DateTimeFormat, epochMs: number): number {
  const [, month, day, year, hour, minute, second] =
    /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/.exec(format.format(epochMs))?.map(Number) ?? []
  const local = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second)
  return local - Math.floor(epochMs / 1000) * 1000
}
