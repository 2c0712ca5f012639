// French: words by which a plan names what the reader looks for. docs/words/fr.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const fr = {
  name: 'French',
  ceremonies: {
    retro: '',
    refinement: 'affinage; raffinement; affinage du backlog; raffinage',
    standup: 'melee quotidienne; point quotidien; point du matin; standup quotidien; stand up quotidien',
    planning: 'planification; reunion de planification; planification du sprint',
    digest: 'rapport hebdomadaire; synthese hebdomadaire; resume hebdomadaire; point ecrit',
    review: 'revue; revue de sprint; demonstration; audit',
    release: 'livraison; mise en production; mise en ligne; livraison en production',
    sync: 'reunion; copil; comite de pilotage; point hebdomadaire; synchro; point projet; point d equipe; atelier',
    milestone: 'jalon; gel du code; date limite; livrable final; debut du sprint; fin du sprint',
  },
} satisfies LanguageWords
