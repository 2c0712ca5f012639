/** Sentences that tell of a meeting and when it is: "We meet every weekday at 9:30 for stand-up." */

import { weekdaysIn, whenOf } from '../../ceremonies/days.ts'
import { ceremonyKind, isTask, MEETINGS, says } from '../../ceremonies/kind.ts'
import { timesIn } from '../../ceremonies/times.ts'
import { clip, fold, plain, squeeze, withoutEmoji } from '../../text.ts'
import { PAST_WORDS, TAKES_PLACE } from '../../vocabulary/ceremonies.ts'
import type { Context, Draft } from '../draft.ts'
import { addCeremony } from './add.ts'
import { addMeetings, meetingsIn } from './several.ts'

/** A sentence that says how often: "after each sprint", "every Friday". */
const RECURS =
  /(?:each|every|after each|cada|jede[nrsm]?|chaque|tous les|toutes les|todos los|todas las|todos os|todas as|ogni|elke|varje|hver|кажд\p{L}+|що)\s(?:sprint|week|iteration|day|weekday|working day|workday|morning|monday|tuesday|wednesday|thursday|friday|semana|día|dia|dias|días|woche|tag|arbeitstag|semaine|jour|jours|matin|settimana|giorno|mattina|dag|vecka|uge|спринт\p{L}*|недел\p{L}+|день|утро|lunes|martes|miércoles|jueves|viernes|mañana|lundis?|mardis?|mercredis?|jeudis?|vendredis?|montag|dienstag|mittwoch|donnerstag|freitag|morgen|segundas?|terças?|quartas?|quintas?|sextas?)|[每毎](?:个)?(?:周|週|日|天|迭代|sprint|朝|早)|매(?:주|일)/iu

/** Where one sentence tells of two meetings. */
const CLAUSE =
  /(?<=[!?;]|(?<!\d)\.|\d{4}\.|:\d{2}\.)\s+|(?<=[。；！？])\s*(?=\S)|,?\s(?:and|und|y|e|et|och|og|en|и|та|а|while|then)\s(?=(?:the|die|der|das|la|el|o|a|le|les|we|our|wir|unser|nos|de|det)\s)|[，、,]\s?(?=[^，、,\d]{2,40}[:：])/iu

/** Whether it pays to part a line: it is no table, link or quotation of a rule, and names a meeting. */
function mayTell(raw: string): boolean {
  return raw.length < 600 && !/^[([_*<]*[([<]/.test(raw) && ceremonyKind(raw) !== null
}

/** Adds the ceremonies that a line of prose, or an entry of notes, tells of; false when it tells of none. */
export function ceremoniesInProse(
  draft: Draft,
  context: Context,
  raw: string,
  line: number,
  entry = false,
): boolean {
  const recurs = !entry && raw.length < 240 && RECURS.test(raw)
  if (!recurs && !/\d|weekly|daily/.test(raw) && weekdaysIn(raw).length === 0) return false
  if (!mayTell(raw)) return false
  const text = squeeze(withoutEmoji(plain(clip(raw, 600))))
  if (meetingsIn(text, draft).length > 1 && !says(fold(text), PAST_WORDS) && text.length < 200)
    return addMeetings(draft, context, text, line, { rule: 'ceremony.sentence' }) !== null
  const clauses = text.split(CLAUSE).filter((clause) => clause.trim() !== '')
  const told = clauses.filter((clause) => tells(clause, draft))
  if (told.length > 0) {
    for (const clause of told) addCeremony(draft, context, clause.trim(), line, { rule: 'ceremony.sentence' })
    return true
  }
  return recurs && addCeremony(draft, context, raw, line, { rule: 'ceremony.sentence' }) !== null
}

/** "Next ceremony: …" says again what stands elsewhere. */
const NEXT =
  /^(?:next|proxim[ao]|prochaine?|nachste[rs]?|prossim[ao]|volgende|nasta|следующ\p{L}+|下一?次|次回|다음)\s/u

/** A clause that names a meeting and its day and hour, or its day with a word for taking place. */
function tells(clause: string, draft: Draft): boolean {
  if (clause.length > 200 || /[?？]\s*$/.test(clause)) return false
  const kind = ceremonyKind(clause)
  if (kind === null || !(MEETINGS.has(kind) || kind === 'sync' || kind === 'digest')) return false
  const folded = fold(clause)
  if (says(folded, PAST_WORDS) || NEXT.test(folded) || isTask(clause)) return false
  const { when, dates } = whenOf(clause, draft)
  const clocked = timesIn(clause, when !== null).start !== null
  if (when === null) return false
  if (when.type === 'dates' && dates.length > 2) return false
  if (clocked) return true
  return says(folded, TAKES_PLACE) && (when.type !== 'weekly' || when.weekdays.length > 0)
}
