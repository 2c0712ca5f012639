// App Home. It knows no other subject: each brings its part.
import type { Hooks } from '#platform/services.ts'
import type { HomePart, Subject } from '#subjects/subject.ts'
import { homeView } from './home.messages.ts'
import { homeFeature } from './home.slack.ts'
import { readHome } from './home.ts'

export const home: Subject = { name: 'home', needs: [], slack: [homeFeature] }

/** Draws App Home from the parts, in their order. */
export const drawHome =
  (parts: readonly HomePart[]): Hooks['homeOf'] =>
  async (services, person) =>
    homeView(await readHome(services, person, parts))
