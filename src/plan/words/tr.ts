// Turkish: words by which a plan names what the reader looks for. docs/words/tr.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const tr = {
  name: 'Turkish',
  ceremonies: {
    retro: 'retrospektif',
    refinement: 'backlog iyilestirme',
    standup: 'gunluk; gunluk toplanti',
    planning: 'planlama; sprint planlama',
    digest: 'rapor; haftalik rapor',
    review: 'gozden gecirme; sprint degerlendirme; degerlendirme',
    release: 'yayin; surum; canliya alim; canli',
    sync: 'toplanti; haftalik toplanti',
    milestone: 'kilometre tasi',
  },
} satisfies LanguageWords
