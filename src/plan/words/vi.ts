// Vietnamese: words by which a plan names what the reader looks for. docs/words/vi.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const vi = {
  name: 'Vietnamese',
  ceremonies: {
    retro: 'cai tien sprint; hop cai tien',
    refinement: '',
    standup: 'hop hang ngay; hop dung',
    planning: 'hop ke hoach; lap ke hoach',
    digest: 'bao cao; bao cao tuan',
    review: 'tong ket; danh gia sprint; so ket',
    release: 'phat hanh',
    sync: 'hop; hop tuan',
    milestone: 'cot moc',
  },
} satisfies LanguageWords
