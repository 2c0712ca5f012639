// Portuguese: words by which a plan names what the reader looks for. docs/words/pt.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const pt = {
  name: 'Portuguese',
  ceremonies: {
    retro: 'retrospectiva',
    refinement: 'refinamento; refinamento do backlog',
    standup: 'reuniao diaria',
    planning: 'planejamento; reuniao de planejamento; planejamento da sprint; planeamento',
    digest: 'relatorio semanal; resumo semanal',
    review: 'revisao; revisao da sprint; revisao do sprint',
    release: 'lancamento; entrada em producao; subida para producao; publicacao',
    sync: 'reuniao; alinhamento',
    milestone: 'marco; congelamento de codigo; data limite; entrega; inicio da sprint; fim da sprint',
  },
} satisfies LanguageWords
