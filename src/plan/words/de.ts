// German: words by which a plan names what the reader looks for. docs/words/de.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const de = {
  name: 'German',
  ceremonies: {
    retro: 'retrospektive; sprint ruckblick; ruckblick',
    refinement: 'verfeinerung; backlog pflege; backlog verfeinerung; backlogpflege',
    standup: 'tagliches; tagliche abstimmung; tagliches standup; morgenrunde',
    planning: 'planung; sprint planung; planungsmeeting; sprintplanung; auftakt; sprintwechsel',
    digest: 'wochenbericht; statusbericht; statusmail; wochenupdate; tagesbericht; statusupdate; newsletter',
    review: 'vorfuhrung; sprintabnahme; abnahme; revision; audit',
    release: 'veroffentlichung; auslieferung; inbetriebnahme; markteinfuhrung; produktivsetzung',
    sync: 'besprechung; abstimmung; jour fixe; treffen; lenkungsausschuss; wochenmeeting; statusmeeting; teammeeting; austausch; sprechstunde; workshop',
    milestone: 'meilenstein; code stopp; stichtag; sprintstart; sprintende; sprintbeginn',
  },
} satisfies LanguageWords
