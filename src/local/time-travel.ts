// Moving the workspace's clock so that whatever falls due on the way happens at its own time.
import { addDays } from '#domain/calendar/dates.ts'
import { instantOf, localOf } from '#domain/calendar/instant.ts'
import type { SandboxClock } from './clock.ts'

/** The most stops on one way: a month of three squads' ceremonies is under this. */
const MAX_STOPS = 500
/** While the clock runs faster than life, due things are looked for this often. */
const RUN_TICK_MS = 1000
const TOMORROW_AT = '08:00'

/** What falls due next. */
export interface Due {
  at: Date
  title: string
}

/** What the product does at its times, as far as the local workspace asks for it. */
export interface Ceremonies {
  /** What falls due next after the clock's time; null where nothing does. */
  nextDue(): Promise<Due | null>
  /** Makes due things happen now. */
  tick(): Promise<void>
}

/** Moves the clock. One way at a time: a second one waits for the first. */
export interface TimeTravel {
  /** To what falls due next; gives it, or null where nothing does. */
  toNext(): Promise<Due | null>
  advance(milliseconds: number): Promise<void>
  /** To 8:00 of the next day in a zone. */
  toTomorrow(zone: string): Promise<void>
  setSpeed(speed: number): void
  close(): void
}

/** Makes the traveller. `failed` hears of a tick that failed while the clock was running by itself. */
export function createTimeTravel(
  clock: SandboxClock,
  { nextDue, tick }: Ceremonies,
  failed: (error: unknown) => void,
): TimeTravel {
  let queue: Promise<unknown> = Promise.resolve()
  let running: NodeJS.Timeout | undefined

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work)
    queue = done.catch(() => undefined)
    return done
  }

  async function travel(to: Date): Promise<void> {
    for (let stops = 0; stops < MAX_STOPS; stops += 1) {
      const due = await nextDue()
      if (!due || due.at > to) break
      if (due.at > clock.now()) clock.set(due.at)
      await tick()
      const after = await nextDue()
      if (after && after.at.getTime() === due.at.getTime() && after.title === due.title) break
    }
    if (to > clock.now()) clock.set(to)
    await tick()
  }

  function watch(): void {
    clearInterval(running)
    running = clock.speed > 1 ? setInterval(() => void inTurn(tick).catch(failed), RUN_TICK_MS) : undefined
  }

  watch()
  return {
    toNext: () =>
      inTurn(async () => {
        const due = await nextDue()
        if (due) await travel(due.at)
        return due
      }),
    advance: (milliseconds) => inTurn(() => travel(new Date(clock.now().getTime() + milliseconds))),
    toTomorrow: (zone) =>
      inTurn(() => travel(instantOf(zone, addDays(localOf(zone, clock.now()).date, 1), TOMORROW_AT))),
    setSpeed(speed) {
      clock.setSpeed(speed)
      watch()
    },
    close() {
      clearInterval(running)
    },
  }
}
