// Italian: words by which a plan names what the reader looks for. docs/words/it.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const it = {
  name: 'Italian',
  ceremonies: {
    retro: 'retrospettiva',
    refinement: 'raffinamento',
    standup: 'stand up giornaliero; riunione giornaliera',
    planning: 'pianificazione; pianificazione dello sprint',
    digest: 'rapporto; riepilogo settimanale; newsletter',
    review: 'dimostrazione; revisione; revisione dello sprint',
    release: 'rilascio; lancio; messa in produzione; pubblicazione',
    sync: 'incontro; riunione; allineamento',
    milestone: 'inizio sprint; fine sprint',
  },
} satisfies LanguageWords
