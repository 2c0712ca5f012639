// Czech: words by which a plan names what the reader looks for. docs/words/cs.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const cs = {
  name: 'Czech',
  ceremonies: {
    retro: 'retrospektivy; zpetne ohlednuti',
    refinement: 'upresneni',
    standup: 'denni stand up',
    planning: 'planovani; planovani sprintu',
    digest: 'tydenni report',
    review: 'predvedeni; revize',
    release: 'vydani; nasazeni',
    sync: 'schuzka; narada; narada tymu',
    milestone: 'milnik',
  },
} satisfies LanguageWords
