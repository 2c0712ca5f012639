/** Rules of how a team works that name a meeting or a release and are none. */
import type { CeremonyKind, CeremonyWhen } from '#domain/plan-file.ts'
import { isOfThing } from './kind.ts'

const WITHIN =
  /(?:within|innerhalb(?: von)?|binnen|dentro de(?: las)?|en menos de|em até|sous|entro|inom|в течение|протягом|w ciągu)\s(?:\d+|an?|one|two|einem?|einer|una?|um)\s?(?:[\p{L}]+\s)?(?:h|hrs?|hours?|days?|stunden?|tag(?:en?)?|horas?|días?|dias?|heures?|jours?|ore|giorn[io]|uur|dagen|timmar|dagar|час\p{L}*|дн\p{L}*|годин\p{L}*|godzin\p{L}*|dni)(?!\p{L})|\d\s?(?:个)?(?:小时|工作日|時間|営業日|시간|영업일)\s?(?:以内|之内|内|이내)/iu
const AGREED =
  /\bSLAs?\b|turnaround|response time|tiempo de respuesta|temps de réponse|antwortzeit|время ответа/i
const NEVER =
  /^(?:no|never|don['’]t|do not|avoid|keine?|niemals|nunca|sin|não|nao|sem|pas de|jamais|geen|inga|нет|без|никаких|не)\s|^(?:禁止|不要|不得)/iu
const CODE_REVIEW =
  /(?:code|peer|pr|mr|pull[- ]request|merge[- ]request)[- ]?reviews?(?!\p{L})|reviews? (?:of|on|for) (?:an? |the |all |every |each )?(?:code|prs?|mrs?|pull|merge)(?!\p{L})|(?:revisión|revisiones|revisão|revue|revisione) (?:de |del |du )?(?:código|codice|code|prs?)(?!\p{L})|ревью кода|код-?ревью|przegląd kodu|代码(?:评审|审查)|コードレビュー|코드 ?리뷰/iu

/** A rule of how the team works — how fast reviews come, that nothing ships on Fridays — rather than an event. */
export function isNorm(
  text: string,
  name: string,
  kind: CeremonyKind | null,
  when: CeremonyWhen | null,
  start: string | null,
): boolean {
  if (when?.type === 'dates') return false
  if (NEVER.test(name)) return true
  if ((kind === 'review' || kind === 'release') && WITHIN.test(text)) return true
  if (when !== null || start !== null) return false
  return AGREED.test(text) || (kind === 'review' && CODE_REVIEW.test(text)) || isOfThing(name)
}
