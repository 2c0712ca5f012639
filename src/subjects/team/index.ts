// /sprint team: channel, zone, ceremonies, people, days off.
import type { Subject } from '#subjects/subject.ts'
import { askChannel } from './channel-question.ts'
import { askWhoIsMeant } from './name-question.ts'
import { teamFeature } from './team.slack.ts'

export const team: Subject = {
  name: 'team',
  needs: ['hours-question'],
  slack: [teamFeature],
  hooks: { namesFound: askWhoIsMeant, channelWanted: askChannel },
}
