// Swedish: words by which a plan names what the reader looks for. docs/words/sv.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const sv = {
  name: 'Swedish',
  ceremonies: {
    retro: 'aterblick; bakatblick',
    refinement: '',
    standup: 'dagligt; dagligt mote',
    planning: 'planering; sprint planering; sprintplanering; planeringsmote',
    digest: 'veckorapport',
    review: 'sprintgranskning; granskning',
    release: 'lansering; driftsattning; lanseringen',
    sync: 'mote; avstamning',
    milestone: 'milstolpe; sprintstart',
  },
} satisfies LanguageWords
