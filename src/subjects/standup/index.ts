// The stand-up: asking, the check-ins that answer it, reminding, and the summary.
import type { Subject } from '#subjects/subject.ts'
import { followBlocker } from './check-in-post.ts'
import { standUpHome } from './home-part.ts'
import { readMissedReplies } from './missed-replies.ts'
import { hear, standUpFeature } from './standup.slack.ts'
import { standUp } from './standup.steps.ts'
import { followReplan } from './waiting-answers.ts'

export { showStandUp } from './check-in-post.ts'
export { lockStandUp } from './find-standup.ts'
export { dropQuestion } from './prompts.ts'

export const standup: Subject = {
  name: 'standup',
  needs: ['blockers', 'hours-question'],
  slack: [standUpFeature],
  ceremonies: [standUp],
  home: standUpHome,
  job: (services) => readMissedReplies(services, hear),
  hooks: { replanned: followReplan, blockerChanged: followBlocker },
}
