/** Lines that tell of several meetings: "Review Fri 14:00 · Retro 15:15", "Demo Fri 15:00, retro right after". */

import type { Ceremony } from '#domain/plan-file.ts'
import { type Ordered, whenOf } from '../../ceremonies/days.ts'
import { ceremonyKind, isTask, MEETINGS, says } from '../../ceremonies/kind.ts'
import { timesIn } from '../../ceremonies/times.ts'
import { withoutWhen } from '../../ceremonies/title.ts'
import { fold, plain, squeeze, withoutEmoji } from '../../text.ts'
import { AFTERWARDS } from '../../vocabulary/ceremonies.ts'
import type { Context, Draft } from '../draft.ts'
import { addCeremony, type Told } from './add.ts'

const BETWEEN =
  /\s+[·•|/+&]\s+|[;,]\s+|\s+(?:and|und|y|e|et|och|og|en|i|и|then)\s+|(?<=\p{L}|\d{2}|\))\.\s+(?=\p{Lu})/gu

/** The parts that each name a meeting and say when it is; the text alone where it tells of one. */
export function meetingsIn(text: string, draft: Pick<Draft, 'slash'>): string[] {
  if (text.length > 300 || !/[·•|/+&;,.]|\s(?:and|und|y|e|et|och|og|en|i|и|then)\s/u.test(text)) return [text]
  const parts: string[] = []
  let from = 0
  for (const mark of text.matchAll(BETWEEN)) {
    const end = mark.index + mark[0].length
    if (!opensWithMeeting(text.slice(end)) || !opensWithMeeting(text.slice(from))) continue
    parts.push(text.slice(from, mark.index))
    from = end
  }
  parts.push(text.slice(from))
  return parts.length > 1 && parts.every((part) => saysWhen(part, draft)) ? parts : [text]
}

function opensWithMeeting(text: string): boolean {
  const opening = /^[^\p{L}]*((?:\p{L}[\p{L}\p{M}-]*\s?){1,2})/u.exec(text)?.[1] ?? ''
  const kind = ceremonyKind(opening)
  return kind !== null && (MEETINGS.has(kind) || kind === 'sync' || kind === 'digest') && !isTask(text)
}

function saysWhen(part: string, draft: Pick<Draft, 'slash'>): boolean {
  return (
    whenOf(part, draft).when !== null || timesIn(part, true).start !== null || says(fold(part), AFTERWARDS)
  )
}

/** Adds what a line says about one meeting or several; a later one without a day of its own is on the day of the one before. */
export function addMeetings(
  draft: Draft,
  context: Context,
  markdown: string,
  line: number,
  told: Told = {},
): Ceremony | null {
  const text = squeeze(withoutEmoji(plain(markdown)))
  const parts = meetingsIn(text, draft)
  if (parts.length === 1) return addCeremony(draft, context, markdown, line, told)
  let day = ''
  let last: Ceremony | null = null
  for (const part of parts) {
    const own = whenOf(part, draft).when !== null
    const added = addCeremony(draft, context, own || day === '' ? part : `${part} — ${day}`, line, {
      ...told,
      title: nameOf(part, draft),
    })
    if (own) day = part.replace(CLOCKED, ' ')
    if (added && added.start === null && says(fold(part), AFTERWARDS)) added.start = last?.end ?? null
    last = added ?? last
  }
  return last
}

const CLOCKED = /\d{1,2}(?:[:.h]\d{2}|\s?[ap]\.?m\b\.?|h\b)/gi

/** The name without the words that say when or after what. */
function nameOf(part: string, draft: Pick<Draft, 'slash'>): string {
  const named = withoutWhen(part, draft)
  if (named !== part) return named
  const opening = /^[^\p{L}]*((?:\p{L}[\p{L}\p{M}-]*\s?){1,3})/u.exec(part)?.[1] ?? part
  let name = ''
  for (const word of opening.trim().split(' ')) {
    if (name !== '' && ceremonyKind(name) !== null && ceremonyKind(word) === null) break
    name = name === '' ? word : `${name} ${word}`
  }
  return name
}

/** Where one sentence tells of two meetings. */
const CLAUSE =
  /(?<=[!?;]|(?<!\d)\.|\d{4}\.|:\d{2}\.)\s+|(?<=[。；！？])\s*(?=\S)|,?\s(?:and|und|y|e|et|och|og|en|и|та|а|while|then)\s(?=(?:the|die|der|das|la|el|o|a|le|les|we|our|wir|unser|nos|de|det)\s)|[，、,]\s?(?=[^，、,\d]{2,40}[:：])/iu

/** The clauses of a sentence that each name a meeting and its days; none where they are not several sentences or clauses. */
export function clausesOf(text: string, order: Ordered): string[] {
  const clauses = text.split(CLAUSE).filter((clause) => clause.trim() !== '')
  if (clauses.length < 2) return []
  return clauses
    .map((clause) => clause.trim())
    .filter(
      (clause) => ceremonyKind(clause) !== null && whenOf(clause, order).when !== null && !isTask(clause),
    )
}
