// What state a sprint should be in on a date.

export type DueState = 'planned' | 'active' | 'closed'

export interface Window {
  /** Local dates, both inclusive; null: the sprint waits to be begun. */
  start: string | null
  end: string | null
  /** What it is now. */
  state: DueState
  /** What the plan says, where it says something. */
  stated?: DueState | null
}

/**
 * The state on a local date, by the sprint's window: planned before it, active in it, closed after it. A sprint that was
 * closed stays so, and one without a window keeps its state.
 */
export function dueState({ start, end, state, stated }: Window, today: string): DueState {
  if (state === 'closed' || stated === 'closed') return 'closed'
  if (!start || !end) return state
  if (today > end) return 'closed'
  return today >= start ? 'active' : 'planned'
}
