// The retro: notes, votes, and the actions that are carried on.
import type { Subject } from '#subjects/subject.ts'
import { actionsHome } from './home-part.ts'
import { followReplan } from './kept-notes.ts'
import { retroFeature } from './retro.slack.ts'
import { retro as steps } from './retro.steps.ts'

export const retro: Subject = {
  name: 'retro',
  needs: [],
  slack: [retroFeature],
  ceremonies: [steps],
  home: actionsHome,
  hooks: { replanned: followReplan },
}
