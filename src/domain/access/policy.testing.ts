// Facts of somebody for the tests of the policy: nobody in particular, unless said otherwise.
import type { Standing, TeamStanding } from './policy.ts'

export const standingOf = (person: Partial<Standing>, team: Partial<TeamStanding>): Standing => ({
  active: true,
  isBot: false,
  isGuest: false,
  isStranger: false,
  isAdmin: false,
  ...person,
  team: {
    name: 'Harbor',
    channelId: 'C0HARBOR',
    inChannel: false,
    isAsked: false,
    isOrphan: false,
    inStakeholderChannel: false,
    isHost: false,
    isFacilitator: false,
    isAdmitted: false,
    facilitators: ['Maya Okafor'],
    ...team,
  },
})
