// Thai: words by which a plan names what the reader looks for. docs/words/th.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const th = {
  name: 'Thai',
  ceremonies: {
    retro: 'สรุปบทเรียน',
    refinement: '',
    standup: 'ประชุมประจำวัน',
    planning: 'วางแผน; วางแผนสปรินต์',
    digest: 'รายงานประจำสัปดาห์',
    review: 'ทบทวน; รีวิว',
    release: 'เปิดตัว',
    sync: 'ประชุม',
    milestone: '',
  },
} satisfies LanguageWords
