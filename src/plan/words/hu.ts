// Hungarian: words by which a plan names what the reader looks for. docs/words/hu.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const hu = {
  name: 'Hungarian',
  ceremonies: {
    retro: 'visszatekintes',
    refinement: '',
    standup: '',
    planning: '',
    digest: '',
    review: '',
    release: '',
    sync: '',
    milestone: '',
  },
} satisfies LanguageWords
