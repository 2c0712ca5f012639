// Arabic: words by which a plan names what the reader looks for. docs/words/ar.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const ar = {
  name: 'Arabic',
  ceremonies: {
    retro: 'رجعية; مراجعة رجعية; استرجاعية',
    refinement: '',
    standup: 'الاجتماع اليومي',
    planning: 'التخطيط; تخطيط',
    digest: 'تقرير أسبوعي',
    review: 'مراجعة',
    release: 'إطلاق',
    sync: 'اجتماع',
    milestone: '',
  },
} satisfies LanguageWords
