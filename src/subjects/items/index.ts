// Items: the card, and their way through the sprint.
import type { Subject } from '#subjects/subject.ts'
import { itemsHome } from './home-part.ts'
import { itemsFeature } from './items.slack.ts'

export const items: Subject = { name: 'items', needs: ['blockers'], slack: [itemsFeature], home: itemsHome }
