// Dutch: words by which a plan names what the reader looks for. docs/words/nl.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const nl = {
  name: 'Dutch',
  ceremonies: {
    retro: 'retrospectief; terugblik',
    refinement: 'verfijning',
    standup: 'dagelijkse; dagelijkse stand up',
    planning: 'sprintplanning',
    digest: 'weekrapport; weekoverzicht',
    review: '',
    release: 'uitrol; livegang; ingebruikname; oppleveing',
    sync: 'overleg; bijeenkomst',
    milestone: 'mijlpaal',
  },
} satisfies LanguageWords
