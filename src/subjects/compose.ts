// A list of subjects as the rest of the product wants it.
import type { Hooks } from '#platform/services.ts'
import type { Command } from '#platform/slack/feature.ts'
import { followJoin, followLeave } from '#records/join.ts'
import type { Ceremony } from '#schedule/steps.ts'
import { allowInSlack } from './access.ts'
import type { Subject } from './subject.ts'

/** Every word of /sprint, in the order of the subjects. */
export const commandsOf = (subjects: readonly Subject[]): Command[] =>
  subjects.flatMap(({ slack = [] }) => slack.flatMap(({ commands }) => commands))

/** What is done with each kind of occurrence. */
export const ceremoniesOf = (subjects: readonly Subject[]): Ceremony[] =>
  subjects.flatMap(({ ceremonies = [] }) => ceremonies)

/** The hooks of all of them, each called in the order of the subjects. `homeOf` is the subject's that draws App Home. */
export function hooksOf(subjects: readonly Subject[], homeOf: Hooks['homeOf']): Hooks {
  const hooks = subjects.flatMap(({ hooks: own }) => (own ? [own] : []))
  return {
    allow: allowInSlack,
    joinedChannel: followJoin,
    leftChannel: followLeave,
    async blockerChanged(tx, services, blocker) {
      for (const hook of hooks) await hook.blockerChanged?.(tx, services, blocker)
    },
    async replanned(tx, services, change) {
      for (const hook of hooks) await hook.replanned?.(tx, services, change)
    },
    async namesFound(tx, services, teamId) {
      for (const hook of hooks) await hook.namesFound?.(tx, services, teamId)
    },
    async channelWanted(tx, services, wanted) {
      for (const hook of hooks) await hook.channelWanted?.(tx, services, wanted)
    },
    async personChanged(tx, services, personId) {
      for (const hook of hooks) await hook.personChanged?.(tx, services, personId)
    },
    async peopleRead(services) {
      for (const hook of hooks) await hook.peopleRead?.(services)
    },
    homeOf,
  }
}
