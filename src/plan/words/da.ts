// Danish: words by which a plan names what the reader looks for. docs/words/da.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const da = {
  name: 'Danish',
  ceremonies: {
    retro: 'tilbageblik; retrospektiv',
    refinement: '',
    standup: 'daglig mote; daglig stand up',
    planning: 'planlaegning',
    digest: 'ugerapport',
    review: 'gennemgang',
    release: 'udgivelse',
    sync: '',
    milestone: 'milepael',
  },
} satisfies LanguageWords
