// Finnish: words by which a plan names what the reader looks for. docs/words/fi.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const fi = {
  name: 'Finnish',
  ceremonies: {
    retro: 'retrospektiivi',
    refinement: 'hienosaato',
    standup: 'pulssi; paivittainen; paivapalaveri',
    planning: 'suunnittelu; sprintin suunnittelu',
    digest: 'viikkoraportti',
    review: 'katselmus; sprintkatselmus',
    release: 'julkaisu',
    sync: 'tapaaminen; palaveri',
    milestone: 'virstanpylvas',
  },
} satisfies LanguageWords
