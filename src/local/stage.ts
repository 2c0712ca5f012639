// What happens in a local workspace beside Slack, for its page to show and to ask for.
import type { OwnPlans } from './own/own-plans.ts'

/** The parts that whoever lets things happen fills in. */
export interface Stage {
  /** The product is not there yet. */
  isStarting: boolean
  /** What happens by itself at this moment, in a few words; empty: nothing. */
  doing: string
  /** Takes in plans; null: none can be handed in. */
  own: OwnPlans | null
  /** Looks at the invented teams. */
  lookAround(): Promise<void>
  /** Goes back to somebody's own plan. */
  back(): Promise<void>
  /** Whether there is one to go back to. */
  hasOwn(): boolean
}

/** A stage on which nothing happens. */
export function newStage(isStarting: boolean): Stage {
  return {
    isStarting,
    doing: '',
    own: null,
    lookAround: async () => {},
    back: async () => {},
    hasOwn: () => false,
  }
}
