// What changed since the team’s last message of it.
import type { Subject } from '#subjects/subject.ts'
import { deltaFeature } from './delta.slack.ts'
import { deltaCeremony } from './delta.steps.ts'

export const changes: Subject = {
  name: 'changes',
  needs: ['blockers'],
  slack: [deltaFeature],
  ceremonies: [deltaCeremony],
}
