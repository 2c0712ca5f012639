// So many at a time, the others in the order in which they came.

export interface Turns {
  /** Runs it when its turn has come. */
  take<T>(act: () => Promise<T>): Promise<T>
  /** How many wait. */
  waiting(): number
}

/**
 * Runs what it is given, at most `atOnce` at a time. Under load the first comes first, instead of all sharing the database's
 * connections and all being late.
 */
export function takingTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = []
  let running = 0
  return {
    waiting: () => waiting.length,
    async take(act) {
      if (running >= atOnce) await new Promise<void>((go) => waiting.push(go))
      else running += 1
      try {
        return await act()
      } finally {
        // Whoever waits longest takes this place over, so that nobody slips in between.
        const next = waiting.shift()
        if (next) next()
        else running -= 1
      }
    },
  }
}
