// Blockers: raised, taken, escalated, resolved.
import type { Subject } from '#subjects/subject.ts'
import { blockersFeature } from './blockers.slack.ts'
import { blockersHome } from './home-part.ts'
import { openBlockerForm } from './ids.ts'

export { refreshOpenCards } from './blocker-posts.ts'
export { openBlockerForm, resolveBlocker } from './ids.ts'

export const blockers: Subject = {
  name: 'blockers',
  needs: [],
  slack: [blockersFeature],
  home: blockersHome,
  help: [openBlockerForm.button('Raise a blocker', {})],
}
