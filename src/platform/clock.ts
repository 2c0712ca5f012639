// The one source of the present: everything that needs an instant is given a Clock.

export interface Clock {
  /** The present instant. */
  now(): Date
}

/** The host's clock. */
export const hostClock: Clock = { now: () => new Date() }
