// Spanish: words by which a plan names what the reader looks for. docs/words/es.md is the page for its speakers.
import type { LanguageWords } from './language-words.ts'

export const es = {
  name: 'Spanish',
  ceremonies: {
    retro: 'retrospectiva',
    refinement: 'refinamiento; refinamiento del backlog; tres amigos; pulido del backlog',
    standup: 'scrum diario; reunion diaria',
    planning:
      'planificacion; reunion de planificacion; reunion de planeacion; planeacion; planeacion del sprint',
    digest: 'boletin; informe semanal; resumen semanal',
    review: 'revision; revision del sprint; revision de sprint',
    release:
      'lanzamiento; despliegue; puesta en produccion; paso a produccion; despliegue a produccion; release a produccion; salida a produccion; entrega a produccion; publicacion',
    sync: 'reunion; taller; comite de direccion; sincronizacion; seguimiento; reunion de seguimiento',
    milestone: 'hito; congelamiento de codigo; fecha limite; entrega; inicio del sprint; fin del sprint',
  },
} satisfies LanguageWords
