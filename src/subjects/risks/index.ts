// Risks: the register, what the data show, and the team’s digest of both.
import type { Subject } from '#subjects/subject.ts'
import { risksFeature } from './risks.slack.ts'
import { riskDigestCeremony } from './risks.steps.ts'

export const risks: Subject = {
  name: 'risks',
  needs: ['reminders'],
  slack: [risksFeature],
  ceremonies: [riskDigestCeremony],
}
