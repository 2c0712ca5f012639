// Polish: words by which a plan names what the reader looks for. docs/words/pl.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const pl = {
  name: 'Polish',
  ceremonies: {
    retro: 'retrospektywa; retrospektywy',
    refinement: 'doprecyzowanie; pielegnacja backlogu',
    standup: 'codzienny; codzienne; codzienny stand up',
    planning: 'planowanie; planowania; planowanie sprintu',
    digest: 'raport; raport tygodniowy',
    review: 'przeglad; przegladu; przeglad sprintu',
    release: 'wydanie; wydania; wdrozenie; wdrozenie produkcyjne',
    sync: 'spotkanie; synchronizacja; spotkanie statusowe; narada',
    milestone: 'kamien milowy; termin koncowy; poczatek sprintu; koniec sprintu',
  },
} satisfies LanguageWords
