// The local workspace's clock: the host's time, moved. It can stand still, run, and jump forwards.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Clock, hostClock } from '#platform/clock.ts'

/** A clock that people can move. */
export interface SandboxClock extends Clock {
  /** How many of its seconds pass in one second: 0 stands still, 1 is real time. */
  readonly speed: number
  set(to: Date): void
  advance(milliseconds: number): void
  setSpeed(speed: number): void
  onChange(listener: () => void): () => void
}

/** Where a clock stands, as saved. */
interface Saved {
  /** The clock's time at `host`, both in milliseconds since the epoch. */
  time: number
  host: number
  speed: number
}

/**
 * Makes a clock that starts where its file left it, else at `start`, else at the host's time. While the program is off, the
 * clock stands still.
 * @param options.dataFile JSON file that keeps the time between starts
 * @param options.host the clock underneath; tests give their own
 */
export function createSandboxClock(
  options: { dataFile?: string; start?: Date; host?: Clock; speed?: number } = {},
): SandboxClock {
  const host = options.host ?? hostClock
  const { dataFile } = options
  const listeners = new Set<() => void>()
  const saved = dataFile ? load(dataFile) : null
  let base = saved?.time ?? options.start?.getTime() ?? host.now().getTime()
  let hostBase = host.now().getTime()
  let speed = saved?.speed ?? options.speed ?? 1

  const time = () => base + (host.now().getTime() - hostBase) * speed
  const move = (to: number, nextSpeed: number) => {
    base = to
    hostBase = host.now().getTime()
    speed = nextSpeed
    if (dataFile) save(dataFile, { time: base, host: hostBase, speed })
    for (const listener of listeners) listener()
  }
  return {
    now: () => new Date(time()),
    get speed() {
      return speed
    },
    set: (to) => move(to.getTime(), speed),
    advance: (milliseconds) => move(time() + milliseconds, speed),
    setSpeed: (next) => move(time(), next),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The time of a workspace that another process runs (`isRunning`), or of one that is off: its clock stands still. */
export function savedSandboxTime(
  dataFile: string,
  isRunning: boolean,
  host: Clock = hostClock,
): Clock | null {
  const saved = load(dataFile)
  if (!saved) return null
  const passed = () => (isRunning ? (host.now().getTime() - saved.host) * saved.speed : 0)
  return { now: () => new Date(saved.time + passed()) }
}

function load(dataFile: string): Saved | null {
  try {
    return JSON.parse(readFileSync(dataFile, 'utf8')) as Saved
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new SyntaxError(`${dataFile} is not a saved clock: remove it to begin anew`, { cause: error })
  }
}

function save(dataFile: string, saved: Saved): void {
  mkdirSync(dirname(dataFile), { recursive: true, mode: 0o700 })
  writeFileSync(`${dataFile}.partial`, JSON.stringify(saved), { mode: 0o600 })
  renameSync(`${dataFile}.partial`, dataFile)
}
