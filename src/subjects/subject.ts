// What a subject brings to the product. One folder a subject; its index.ts exports one of these and what others may use.
import type { Button, KnownBlock } from '@slack/types'
import type { Route } from '#platform/http/route.ts'
import type { Hooks, Services } from '#platform/services.ts'
import type { Feature } from '#platform/slack/feature.ts'
import type { Person, Team } from '#platform/store/generated/client.ts'
import type { Ceremony } from '#schedule/steps.ts'

export interface Subject {
  /** Its folder under src/subjects. */
  name: string
  /** The subjects whose index.ts it imports. */
  needs: readonly string[]
  /** Its words of /sprint, and its listeners for buttons, modals and events. */
  slack?: readonly Feature[]
  /** What it does when an occurrence of one of its kinds is due. */
  ceremonies?: readonly Ceremony[]
  /** What it shows in App Home, a team at a time. */
  home?: HomePart
  /** The buttons that it brings to the list of all commands. */
  help?: readonly Button[]
  /** What it does when another subject changed something of its concern. */
  hooks?: Partial<Omit<Hooks, 'homeOf' | 'allow' | 'joinedChannel' | 'leftChannel'>>
  /** Work in the background, from the start of the product on. */
  job?: (services: Services, settings: Settings) => Promise<Job | null>
  /** HTTP routes; an empty list where the settings turn them off. */
  routes?: (services: Services, settings: Settings) => Route[]
}

/** What subjects are told of the configuration. */
export interface Settings {
  /** The folder of plans that is followed; null: none. */
  plansDir: string | null
  /** What `POST /plans` asks for; null: the endpoint is off. */
  plansToken: string | null
  /** IANA; for a team whose plan names no zone. */
  defaultTimeZone: string
}

export interface Job {
  /** Ends it, when the work under way is done. */
  stop(): Promise<void>
}

/** What a subject shows in App Home for one of a person's teams. */
export interface HomePart {
  read(services: Services, asked: HomeAsked): Promise<HomeShown>
}

export interface HomeAsked {
  person: Person
  team: Team
  now: Date
  /** The person's, IANA. */
  zone: string
}

/** Left out: nothing. */
export interface HomeShown {
  /** For the team's row of buttons. */
  buttons?: Button[]
  /** Below that row, in the order of the subjects. */
  blocks?: KnownBlock[]
}
