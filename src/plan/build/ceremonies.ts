/** Meetings, recurring updates and key dates: kind, recurrence or dates, local times, channel. */
import { findDates, type PartialDate } from '../dates.ts'
import { clip, fold, plain, splitOutside, squeeze, withoutEmoji } from '../text.ts'
import type { Ceremony, CeremonyKind, CeremonyWhen, Weekday } from '../types.ts'
import { WEAK_WEEKDAYS, WEEKDAY_ORDER, WEEKDAYS } from '../vocabulary/calendar.ts'
import { CEREMONY_WORDS, DAILY, DAYS_OFF, NO_EVENT_AFTER, WEEKLY } from '../vocabulary/ceremonies.ts'
import { zoneIn } from '../zones.ts'
import { channelsIn } from './channels.ts'
import { type Context, type Draft, home } from './draft.ts'

/** Sentences of a text that tells of several meetings. */
export function sentencesOf(text: string): string[] {
  const parts = text.split(/(?<=[.;。；])\s+/).filter((part) => part.trim() !== '')
  if (parts.length > 1 && parts.filter((part) => ceremonyKind(part) !== null).length > 1) return parts
  const listed = splitOutside(text, ',;，、')
  return listed.length > 1 && listed.every((part) => ceremonyKind(part) !== null) ? listed : [text]
}

const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/

/** Word or phrase → kind; phrases of languages without blanks stand apart. */
const KIND_OF = new Map<string, CeremonyKind>()
const GLUED: { word: string; kind: CeremonyKind }[] = []
for (const { kind, words } of CEREMONY_WORDS)
  for (const word of words) {
    if (!KIND_OF.has(word)) KIND_OF.set(word, kind)
    if (CJK.test(word)) GLUED.push({ word, kind })
  }
const LONGEST = 5

/** The kind that the words of a text name; null when it names none. */
export function ceremonyKind(text: string): CeremonyKind | null {
  const folded = fold(clip(text, 300))
  if (folded === '') return null
  let best: { kind: CeremonyKind; at: number; length: number } | null = null
  const offer = (kind: CeremonyKind, at: number, length: number) => {
    if (best === null || outranks(kind, at, length, best)) best = { kind, at, length }
  }
  const tokens = folded.split(' ')
  let at = 0
  tokens.forEach((token, i) => {
    let phrase = token
    for (let n = 1; n <= LONGEST; n++) {
      const kind = KIND_OF.get(phrase)
      if (kind) offer(kind, at, phrase.length)
      const next = tokens[i + n]
      if (next === undefined) break
      phrase = `${phrase} ${next}`
    }
    at += token.length + 1
  })
  if (CJK.test(folded))
    for (const { word, kind } of GLUED)
      if (folded.includes(word)) offer(kind, folded.indexOf(word), word.length)
  return (best as { kind: CeremonyKind } | null)?.kind ?? null
}

/** Meetings outrank milestones and syncs wherever they stand; else the earlier word wins, of two near each other the longer. */
function outranks(
  kind: CeremonyKind,
  at: number,
  length: number,
  best: { kind: CeremonyKind; at: number; length: number },
): boolean {
  if (best.kind === 'milestone' && kind !== 'milestone') return true
  if (kind === 'milestone') return false
  if (best.kind === 'sync' && kind !== 'sync' && kind !== 'release') return true
  if (at < best.at - 12) return true
  return at < best.at + 12 && length > best.length && (kind !== 'sync' || best.kind === 'sync')
}

const TIME =
  /(?<![\d.:/-])(\d{1,2})(?:[:hH.](\d{2}))?\s?(am|pm|a\.m\.|p\.m\.|AM|PM|Uhr|h|시|時|点)?(?![\d:/%]|\.\d)/g

/** Local times of a text: "9:35–9:50", "2 pm", "14h30", "10:00 AM to 11:00". */
export function timesIn(text: string): { start: string | null; end: string | null } {
  const found: { minutes: number; at: number; end: number; half: string | null }[] = []
  for (const match of text.matchAll(TIME)) {
    const hours = Number(match[1])
    const half = match[3] ? match[3].toLowerCase().replaceAll('.', '') : null
    if (!match[2] && half === null) continue
    if (hours > 24 || Number(match[2] ?? 0) > 59) continue
    if (match[2] && match[0].includes('.') && half === null) continue
    const before = text.slice(Math.max(0, match.index - 3), match.index)
    if (
      /[<>≤≥=~$]\s?$/.test(before) ||
      (half === 'h' &&
        !match[2] &&
        /\d\s?h(?:ours?)?\b/i.test(match[0]) &&
        !/(?:at|um|à|às|a las|@|в)\s?$/i.test(text.slice(Math.max(0, match.index - 6), match.index)))
    )
      continue
    found.push({
      minutes: (hours % 24) * 60 + Number(match[2] ?? 0),
      at: match.index,
      end: match.index + match[0].length,
      half,
    })
  }
  const [a, b] = found
  if (!a) return { start: null, end: null }
  const joined =
    b && /^\s?(?:[-–—~～]|to|until|till|bis|a|à|до|至|から)\s?$/i.test(text.slice(a.end, b.at))
      ? b
      : undefined
  const shift = (time: { minutes: number; half: string | null }, half: string | null) =>
    half === 'pm' && time.minutes < 720
      ? time.minutes + 720
      : half === 'am' && time.minutes >= 720
        ? time.minutes - 720
        : time.minutes
  const start = shift(a, a.half ?? (joined?.half === 'pm' && a.minutes < joined.minutes % 720 ? 'pm' : null))
  return {
    start: clock(start),
    end: joined ? clock(shift(joined, joined.half ?? (a.half === 'pm' ? 'pm' : null))) : null,
  }
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Weekdays of a text without the dates beside which they stand; ranges "Mon–Fri" are filled. */
export function weekdaysIn(text: string): Weekday[] {
  const found: { day: Weekday; at: number; end: number; weak: boolean }[] = []
  for (const match of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const word = fold(match[0])
    const day = WEEKDAYS.get(word)
    if (day)
      found.push({
        day,
        at: match.index,
        end: match.index + match[0].length,
        weak: WEAK_WEEKDAYS.has(word) && !/^\p{Lu}/u.test(match[0]),
      })
    else if (CJK.test(match[0])) {
      const inner =
        /(月曜|火曜|水曜|木曜|金曜|土曜|日曜|周[一二三四五六日]|週[一二三四五六日]|星期[一二三四五六日天]|[월화수목금토일]요일)/u.exec(
          match[0],
        )
      const known = inner?.[1] ? WEEKDAYS.get(inner[1]) : undefined
      if (known) found.push({ day: known, at: match.index, end: match.index + match[0].length, weak: false })
    }
  }
  if (found.every((f) => f.weak)) return []
  const days = new Set<Weekday>()
  found.forEach((f, i) => {
    days.add(f.day)
    const next = found[i + 1]
    if (next && /^\s?(?:[-–—~～]|to|through|thru|bis|a|à|до)\s?$/i.test(text.slice(f.end, next.at))) {
      const [from, to] = [WEEKDAY_ORDER.indexOf(f.day), WEEKDAY_ORDER.indexOf(next.day)]
      for (let d = from; d <= to; d++) days.add(WEEKDAY_ORDER[d] as Weekday)
    }
  })
  return WEEKDAY_ORDER.filter((day) => days.has(day))
}

function says(folded: string, words: ReadonlySet<string>): boolean {
  const padded = ` ${folded} `
  for (const word of words)
    if (CJK.test(word) ? folded.includes(word) : padded.includes(` ${word} `)) return true
  return false
}

export interface When {
  when: CeremonyWhen | null
  dates: PartialDate[]
}

export function whenOf(text: string, draft: Pick<Draft, 'slash'>): When {
  const dates = findDates(text, draft.slash)
  if (dates.length > 0) return { when: { type: 'dates', dates: [] }, dates }
  const folded = fold(text)
  const weekdays = weekdaysIn(text)
  if (weekdays.length === 5 && !weekdays.includes('SA') && !weekdays.includes('SU'))
    return { when: { type: 'daily' }, dates }
  if (weekdays.length > 0) return { when: { type: 'weekly', weekdays }, dates }
  if (says(folded, DAILY)) return { when: { type: 'daily' }, dates }
  return { when: says(folded, WEEKLY) ? { type: 'weekly', weekdays: [] } : null, dates }
}

/**
 * Adds what a text says about a meeting. `title` is given where a column or heading names it.
 * Null, and nothing added, when the text names no meeting and no time.
 */
export function addCeremony(
  draft: Draft,
  context: Context,
  markdown: string,
  line: number,
  title: string | null,
  loose = false,
): Ceremony | null {
  const text = squeeze(withoutEmoji(plain(clip(markdown, 1500))))
  const name = title ?? titleOf(text)
  if (name === '') return null
  const named = ceremonyKind(name)
  const known =
    (named === null && title === null) || (named === 'milestone' && !loose) ? ceremonyKind(text) : named
  const { when, dates } = whenOf(text.replace(/\S*[\w]\/[\w-]\S*\.\w+/g, ' '), draft)
  const times = timesIn(text)
  if (known === null && when === null && !loose) return null
  if (
    title === null &&
    !loose &&
    when === null &&
    times.start === null &&
    (known === null || !nearStart(text))
  )
    return null
  if (isNorm(text, name, known, when, times.start)) return null
  if (known === null && says(fold(name), DAYS_OFF)) return null
  const kind = known ?? kindOfWhen(name, when, loose)
  const ceremony: Ceremony = {
    kind,
    title: name,
    when:
      when?.type === 'dates'
        ? { type: 'dates', dates: [] }
        : (when ??
          (kind === 'standup' && /daily|diari|täglich|quotid|ежедн|每日|毎日|매일/i.test(text)
            ? { type: 'daily' }
            : null)),
    start: times.start,
    end: times.end,
    timeZone: zoneIn(text, line, draft),
    channel: channelsIn(markdown)[0] ?? null,
    line,
  }
  if (dates.length > 0)
    draft.pending.push({
      apply: (resolve) => {
        const iso = dates.map(resolve).filter((d): d is string => d !== null)
        ceremony.when = iso.length > 0 ? { type: 'dates', dates: [...new Set(iso)] } : null
      },
    })
  for (const channel of channelsIn(markdown))
    if (!draft.team.channels.includes(channel)) draft.team.channels.push(channel)
  const told = home(draft, context).ceremonies.find((other) => isSameStandup(other, ceremony))
  if (told) {
    told.start ??= ceremony.start
    told.end ??= ceremony.end
    told.timeZone ??= ceremony.timeZone
    told.channel ??= ceremony.channel
    draft.claims.add('ceremony.entry', line, line, `ceremonies: ${told.title}`)
    return told
  }
  home(draft, context).ceremonies.push(ceremony)
  draft.claims.add('ceremony.entry', line, line, `ceremonies: ${name}`)
  return ceremony
}

/** What nobody named: a date is a milestone, what comes back every week a sync. */
function kindOfWhen(name: string, when: CeremonyWhen | null, loose: boolean): CeremonyKind {
  if (when?.type === 'dates') return 'milestone'
  if (when?.type === 'weekly' && says(fold(name), WEEKLY)) return 'sync'
  return loose && when === null ? 'milestone' : 'other'
}

/** A daily stand-up that a plan tells of twice, in its agreements and its calendar, is one. */
function isSameStandup(a: Ceremony, b: Ceremony): boolean {
  return (
    a.kind === 'standup' &&
    b.kind === 'standup' &&
    a.when?.type === 'daily' &&
    b.when?.type === 'daily' &&
    (a.start === b.start || a.start === null || b.start === null) &&
    (a.timeZone === b.timeZone || a.timeZone === null || b.timeZone === null)
  )
}

const WITHIN =
  /(?:within|innerhalb(?: von)?|binnen|dentro de(?: las)?|en menos de|em até|sous|entro|inom|в течение|протягом|w ciągu)\s(?:\d+|an?|one|two|einem?|einer|una?|um)\s?(?:[\p{L}]+\s)?(?:h|hrs?|hours?|days?|stunden?|tag(?:en?)?|horas?|días?|dias?|heures?|jours?|ore|giorn[io]|uur|dagen|timmar|dagar|час\p{L}*|дн\p{L}*|годин\p{L}*|godzin\p{L}*|dni)(?!\p{L})|\d\s?(?:个)?(?:小时|工作日|時間|営業日|시간|영업일)\s?(?:以内|之内|内|이내)/iu
const AGREED =
  /\bSLAs?\b|turnaround|response time|tiempo de respuesta|temps de réponse|antwortzeit|время ответа/i
const NEVER =
  /^(?:no|never|don['’]t|do not|avoid|keine?|niemals|nunca|sin|não|nao|sem|pas de|jamais|geen|inga|нет|без|никаких|не)\s|^(?:禁止|不要|不得)/iu
const CODE_REVIEW =
  /(?:code|peer|pr|mr|pull[- ]request|merge[- ]request)[- ]?reviews?(?!\p{L})|reviews? (?:of|on|for) (?:an? |the |all |every |each )?(?:code|prs?|mrs?|pull|merge)(?!\p{L})|(?:revisión|revisiones|revisão|revue|revisione) (?:de |del |du )?(?:código|codice|code|prs?)(?!\p{L})|ревью кода|код-?ревью|przegląd kodu|代码(?:评审|审查)|コードレビュー|코드 ?리뷰/iu

/** A rule of how the team works — how fast reviews come, that nothing ships on Fridays — rather than an event. */
function isNorm(
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

/** Whether the first name of a meeting stands before a thing: "retro actions", "release notes". */
function isOfThing(name: string): boolean {
  const tokens = fold(name).split(' ')
  const at = tokens.findIndex((token) => KIND_OF.has(token))
  return at >= 0 && NO_EVENT_AFTER.has(tokens[at + 1] ?? '')
}

/** Whether the meeting is what the text is about: it is named in the first words. */
function nearStart(text: string): boolean {
  const colon = /^([^:：]{2,60})[:：]/.exec(text)?.[1]
  if (colon !== undefined)
    return ceremonyKind(colon) !== null && (colon.split(' ').length <= 4 || whenWords(text))
  const words = text.split(/\s+/)
  return ceremonyKind(words.slice(0, 4).join(' ')) !== null && (words.length <= 12 || whenWords(text))
}

function whenWords(text: string): boolean {
  return /every|each|weekly|daily|monthly|end of|start of|beginning|after each|at the end|semana|cada|jede|chaque|кажд|每|毎|매/i.test(
    text,
  )
}

const TITLED = /^([^:：]{2,60})(?::\s|：|(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]):)/

/** The part before a colon or dash, else the whole text, shortened at a sentence's end. */
function titleOf(text: string): string {
  const colon = TITLED.exec(text)
  if (colon?.[1] && (ceremonyKind(colon[1]) !== null || says(fold(colon[1]), WEEKLY)))
    return colon[1].trim().replace(/\s(?:with|mit|con|com|avec)$/, '')
  const sentence = /^(.{3,160}?)[.;。](?:\s|$)/.exec(text)?.[1] ?? text
  return sentence.length > 160 ? `${sentence.slice(0, 157)}…` : sentence
}
