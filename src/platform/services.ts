// What a use case is given: the workspace's database, the clock, Slack's Web API, the log, and the hooks of the subjects.
import type { HomeView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Jobs } from './delivery/jobs.ts'
import type { Metrics } from './metrics.ts'
import type { Db, Tx } from './store/client.ts'
import type { Blocker, Occurrence, Person, Team } from './store/generated/client.ts'

export interface Services {
  /** Confined to `workspaceId`. */
  db: Db
  workspaceId: string
  clock: Clock
  log: Logger
  /** For reading (users, channels) and for views, which answer a person at once. Messages go through delivery/outbox.ts. */
  web: WebClient
  /** Wakes the deliverer when a transaction with messages commits. Left out: its next sweep finds them, within a second. */
  jobs?: Jobs
  /** Left out: nobody watches this process. */
  metrics?: Metrics
  /** Settled when every person of the workspace was read. Left out: they are there. */
  people?: Promise<void>
  /** How a change reaches the parts that it concerns (src/subjects/compose.ts). */
  hooks: Hooks
}

/** A team's occurrences were written anew, and what is gone will be deleted when the hooks are through. */
export interface Replanned {
  team: Team
  /** The team's occurrences as they were. */
  before: readonly Occurrence[]
  /** Ids of those that are about to be deleted, or were skipped just now. */
  notHeld: ReadonlySet<string>
}

/** Somebody is about to use a word of /sprint, a button or a modal. */
export interface AccessAsked {
  person: Person
  /** "/sprint WORD", "button ID" or "modal ID". */
  listener: string
  /** The ids of rows that the payload carries. */
  ids: readonly string[]
  /** Where it was clicked; "" outside a channel. */
  channelId: string
  /** The team that the person means where they are; null: none. */
  teamOfChannel(): Promise<Team | null>
}

/**
 * What a part does of its own when another one changed something of its concern. The composition puts them together, so
 * that neither of the two imports the other. Each runs in the transaction that it is given: what it throws undoes the change
 * that it follows.
 */
/** Somebody of a channel of a team or of its stakeholders. */
export interface InChannel {
  channelId: string
  slackUserId: string
}

export interface Hooks {
  /** Slack says that somebody is in a channel since, or is no more. */
  joinedChannel(services: Services, who: InChannel): Promise<void>
  leftChannel(services: Services, who: InChannel): Promise<void>
  /** Before a listener runs. @throws SprintkeeperError `not_allowed`, `gone` */
  allow(services: Services, asked: AccessAsked): Promise<void>
  /** A blocker was raised, taken, escalated or resolved. */
  blockerChanged(tx: Tx, services: Services, blocker: Blocker): Promise<void>
  replanned(tx: Tx, services: Services, change: Replanned): Promise<void>
  /** A team's plans hold names of which nobody said whose they are; those who may be meant came or went. */
  namesFound(tx: Tx, services: Services, teamId: string): Promise<void>
  /** A team is to post in a channel other than its own, and nobody of it was asked yet. */
  channelWanted(tx: Tx, services: Services, wanted: { teamId: string; channelId: string }): Promise<void>
  /** A profile was stored as Slack tells it now. */
  personChanged(tx: Tx, services: Services, personId: string): Promise<void>
  /** After a start: every profile was read. */
  peopleRead(services: Services): Promise<void>
  /** The person's App Home as it stands now. */
  homeOf(services: Services, person: Person): Promise<HomeView>
}
