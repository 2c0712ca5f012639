// Norwegian: words by which a plan names what the reader looks for. docs/words/nb.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const nb = {
  name: 'Norwegian',
  ceremonies: {
    retro: 'retrospektiv; tilbakeblikk',
    refinement: 'forfining; backlogforfining',
    standup: 'daglig mote; daglig stand up',
    planning: 'planlegging; sprintplanlegging',
    digest: 'ukerapport',
    review: 'gjennomgang; sprintgjennomgang',
    release: 'lansering; utgivelse',
    sync: 'mote; avstemming',
    milestone: 'milepael; milepel; sprintstart',
  },
} satisfies LanguageWords
