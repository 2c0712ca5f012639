// The digest for people outside the team.
import type { Subject } from '#subjects/subject.ts'
import { digestFeature } from './digest.slack.ts'
import { stakeholderDigestCeremony } from './digest.steps.ts'

export type { DigestView } from './digest.messages.ts'
export { digestView } from './digest.steps.ts'

export const digests: Subject = {
  name: 'digests',
  needs: ['decisions', 'objectives'],
  slack: [digestFeature],
  ceremonies: [stakeholderDigestCeremony],
}
