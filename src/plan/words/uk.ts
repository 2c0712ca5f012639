// Ukrainian: words by which a plan names what the reader looks for. docs/words/uk.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const uk = {
  name: 'Ukrainian',
  ceremonies: {
    retro: 'ретроспектива; ретро; ретроспективу; ретроспективні',
    refinement: 'уточнення беклогу; рефінмент; виправлення беклогу',
    standup: 'стендап; щоденний; стендапи; щоденний стендап',
    planning: 'планування; планування спринту',
    digest: 'дайджест; звіт; тижневий звіт',
    review: 'демо; огляд; огляд спринту',
    release: 'реліз; релізу; запуск; деплой',
    sync: 'зустріч; нарада; синхронізація; синк',
    milestone: 'початок спринту; кінець спринту; дедлайн',
  },
} satisfies LanguageWords
