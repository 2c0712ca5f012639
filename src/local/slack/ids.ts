// Identifiers and timestamps in Slack's forms.
import { randomBytes, randomInt } from 'node:crypto'
import type { Clock } from '#platform/clock.ts'
import type { WorkspaceData } from './types.ts'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A new id such as `C0A1B2C3D4`: a prefix that says what it is and ten characters. */
export function newId(prefix: string): string {
  return prefix + Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** An unguessable word of hexadecimal digits. */
export function newSecret(bytes = 16): string {
  return randomBytes(bytes).toString('hex')
}

/** The next message timestamp: the clock's time, but later than every timestamp given out before, also when the clock went back. */
export function nextTs(data: WorkspaceData, clock: Clock): string {
  data.lastTs = Math.max(clock.now().getTime() * 1000, data.lastTs + 1)
  return formatTs(data.lastTs)
}

/** Microseconds since the epoch as Slack writes them: `1763690400.000100`. */
function formatTs(micros: number): string {
  return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`
}

/** A Slack timestamp as microseconds since the epoch; NaN where it is none. */
export function parseTs(ts: string): number {
  const match = /^(\d+)(?:\.(\d{1,6}))?$/.exec(ts)
  if (!match) return Number.NaN
  return Number(match[1]) * 1_000_000 + Number((match[2] ?? '').padEnd(6, '0'))
}
