// Hindi: words by which a plan names what the reader looks for. docs/words/hi.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const hi = {
  name: 'Hindi',
  ceremonies: {
    retro: '',
    refinement: '',
    standup: 'दैनिक बैठक',
    planning: 'योजना',
    digest: '',
    review: 'समीक्षा',
    release: 'रिलीज़',
    sync: 'बैठक',
    milestone: '',
  },
} satisfies LanguageWords
