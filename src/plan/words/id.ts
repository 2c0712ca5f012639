// Indonesian: words by which a plan names what the reader looks for. docs/words/id.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const id = {
  name: 'Indonesian',
  ceremonies: {
    retro: 'retrospeksi; retrospektif',
    refinement: 'penyempurnaan backlog',
    standup: 'harian; rapat harian',
    planning: 'perencanaan',
    digest: 'laporan; laporan mingguan',
    review: 'ulasan; tinjauan',
    release: 'rilis',
    sync: 'rapat; rapat mingguan',
    milestone: 'tonggak',
  },
} satisfies LanguageWords
