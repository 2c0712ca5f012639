// Who acts as a member at a moment: the local workspace by itself, or the person at the page, never both.

/** A member's turns. */
export interface Turns {
  /** The local workspace acts as a member; not one whom a person acts as. Gives whether it did. */
  byItself(userId: string, work: () => Promise<unknown>): Promise<boolean>
  /** A person acts as a member, who acts by themselves no more. Waits until what they do by themselves is done. */
  byPerson<T>(userId: string, work: () => Promise<T>): Promise<T>
  /** Whether the local workspace acts as the member at this moment: its modals are not the person's. */
  isActing(userId: string): boolean
}

/** Makes them; `taken` keeps whom a person acts as. */
export function createTurns(taken: () => string[], changed: () => void): Turns {
  const underWay = new Map<string, Promise<unknown>>()
  return {
    async byItself(userId, work) {
      if (taken().includes(userId) || underWay.has(userId)) return false
      const done = work()
      underWay.set(userId, done)
      try {
        await done
        return true
      } finally {
        underWay.delete(userId)
        changed()
      }
    },
    async byPerson(userId, work) {
      await underWay.get(userId)?.catch(() => undefined)
      if (!taken().includes(userId)) {
        taken().push(userId)
        changed()
      }
      return work()
    },
    isActing: (userId) => underWay.has(userId),
  }
}
