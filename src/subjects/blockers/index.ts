// Blockers: raised, taken, escalated, resolved.
import type { Subject } from '#subjects/subject.ts'
import { blockersFeature } from './blockers.slack.ts'
import { blockersHome } from './home-part.ts'

export { refreshOpenCards } from './blocker-posts.ts'

export const blockers: Subject = { name: 'blockers', needs: [], slack: [blockersFeature], home: blockersHome }
