// What a part does of its own when another one changed something of its concern. The composition puts them together, so that
// neither of the two imports the other.
import type { HomeView } from '@slack/types'
import type { Services } from './services.ts'
import type { Tx } from './store/client.ts'
import type { Occurrence, Person, Team } from './store/generated/client.ts'

/** A team's occurrences were written anew, and what is gone will be deleted when the hooks are through. */
export interface Replanned {
  team: Team
  /** The team's occurrences as they were. */
  before: readonly Occurrence[]
  /** Ids of those that are about to be deleted, or were skipped just now. */
  notHeld: ReadonlySet<string>
}

/** Each runs in the transaction that it is given: what it throws undoes the change that it follows. */
export interface Hooks {
  replanned(tx: Tx, services: Services, change: Replanned): Promise<void>
  /** A profile was stored as Slack tells it now. */
  personChanged(tx: Tx, services: Services, personId: string): Promise<void>
  /** After a start: every profile was read. */
  peopleRead(services: Services): Promise<void>
  /** The person's App Home as it stands now. */
  homeOf(services: Services, person: Person): Promise<HomeView>
}
