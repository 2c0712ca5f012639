/** Whether "03/04" is the third of April or the fourth of March, by all that the document says. */
import { dayNumber, findDates, isoDate, type SlashOrder, weekdayOf } from './dates.ts'
import { clip, fold } from './text.ts'
import { ENGLISH_SMALL_WORDS, SMALL_WORDS_OF } from './vocabulary/languages.ts'
import { MONTH_FIRST_ZONES } from './vocabulary/zones.ts'
import { zonesIn } from './zones.ts'

export interface DateOrder {
  order: SlashOrder
  /** false: nothing in the document decides, and a date that can be read both ways is asked about. */
  sure: boolean
}

/** A date of two numbers, and a year or none, between slashes or dashes. */
export const OPEN_DATE = /(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/]|-\d|\.\d)/g

/** No more of a document than this is looked at for its language and its other dates. */
const SAMPLE = 60_000

/** In the order of their weight: dates that can be read one way only, weekdays, other dates, the zone, the language. */
export function dateOrderOf(text: string): DateOrder {
  const open = openDates(text)
  if (open.length === 0) return { order: 'open', sure: true }
  for (const judge of [byNumbers, byWeekdays]) {
    const order = judge(open)
    if (order) return { order, sure: true }
  }
  const order = byOtherDates(text, open) ?? byZone(text) ?? byLanguage(text)
  return order ? { order, sure: true } : { order: byLength(text) ?? 'open', sure: false }
}

interface OpenDate {
  first: number
  second: number
  year: number | null
  /** What stands around it on its line. */
  before: string
  after: string
}

function openDates(text: string): OpenDate[] {
  if (!/\d[/-]\d/.test(text)) return []
  const found: OpenDate[] = []
  for (const match of text.matchAll(OPEN_DATE)) {
    const [first, second] = [Number(match[1]), Number(match[3])]
    if (match[2] === '-' && match[4]?.length !== 4) continue
    if (first < 1 || second < 1 || first > 31 || second > 31 || Math.min(first, second) > 12) continue
    found.push({
      first,
      second,
      year: match[4] === undefined ? null : Number(match[4].length === 2 ? `20${match[4]}` : match[4]),
      before: text.slice(Math.max(0, match.index - 16), match.index),
      after: text.slice(match.index + match[0].length, match.index + match[0].length + 16),
    })
    if (found.length > 2000) break
  }
  return found
}

/** A number over twelve is a day; the more votes win. */
function byNumbers(open: readonly OpenDate[]): SlashOrder | null {
  return majority(open.map((date) => (date.first > 12 ? 'dmy' : date.second > 12 ? 'mdy' : null)))
}

/** The weekday beside a date is that of one of its readings. */
function byWeekdays(open: readonly OpenDate[]): SlashOrder | null {
  return majority(
    open.map((date) => {
      if (date.year === null || date.first === date.second) return null
      const iso = (month: number, day: number) => isoDate(date.year as number, month, day)
      const [dmy, mdy] = [iso(date.second, date.first), iso(date.first, date.second)]
      const around = findDates(`${date.before}${dmy}${date.after}`)[0]
      if (!around?.weekday || !dmy || !mdy) return null
      const fits = [weekdayOf(dmy) === around.weekday, weekdayOf(mdy) === around.weekday]
      return fits[0] === fits[1] ? null : fits[0] ? 'dmy' : 'mdy'
    }),
  )
}

/** Dates that name their month, or are written year first, lie near one reading and far from the other. */
function byOtherDates(text: string, open: readonly OpenDate[]): SlashOrder | null {
  const known = findDates(clip(text, SAMPLE).replace(OPEN_DATE, ' '))
  const years = new Set(known.map((date) => date.year).filter((year) => year !== null))
  const [year] = years
  const days = known
    .map((date) => isoDate(date.year ?? year ?? 0, date.month, date.day))
    .filter((iso) => iso !== null && iso > '1990')
    .map((iso) => dayNumber(iso as string))
  if (days.length === 0) return null
  const far = (iso: string | null) =>
    iso === null
      ? Number.POSITIVE_INFINITY
      : Math.min(...days.slice(0, 200).map((day) => Math.abs(day - dayNumber(iso))))
  return majority(
    open.slice(0, 100).map((date) => {
      const at = date.year ?? year
      if (at === undefined || date.first === date.second) return null
      const [dmy, mdy] = [
        far(isoDate(at, date.second, date.first)),
        far(isoDate(at, date.first, date.second)),
      ]
      if (dmy <= NEAR && mdy > NEAR) return 'dmy'
      return mdy <= NEAR && dmy > NEAR ? 'mdy' : null
    }),
  )
}

/** Days within which two dates of one plan lie. */
const NEAR = 21

function byZone(text: string): SlashOrder | null {
  return majority(
    zonesIn(clip(text, SAMPLE)).map((zone) =>
      zone === 'UTC' ? null : MONTH_FIRST_ZONES.has(zone) ? 'mdy' : 'dmy',
    ),
  )
}

const MONTH_FIRST_SIGNS = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g
const DAY_FIRST_LETTERS = /[\u0370-\u05ff\u0600-\u06ff\u0900-\u097f\u0e00-\u0e7f]/g

/** English tells nothing: Britain and America differ. Of other languages a few small words are enough. */
function byLanguage(text: string): SlashOrder | null {
  const sample = clip(text, SAMPLE)
  const signs = sample.match(MONTH_FIRST_SIGNS)?.length ?? 0
  const letters = sample.match(DAY_FIRST_LETTERS)?.length ?? 0
  if (Math.max(signs, letters) * 8 > sample.length) return signs > letters ? 'mdy' : 'dmy'
  const tokens = fold(sample).split(' ')
  const english = tokens.filter((token) => ENGLISH_SMALL_WORDS.has(token)).length
  const other = Math.max(...SMALL_WORDS_OF.map((small) => tokens.filter((token) => small.has(token)).length))
  return other >= 3 && other > english ? 'dmy' : null
}

/** Where nothing decides, the reading that makes spans of a sprint's length is the better guess. */
function byLength(text: string): SlashOrder | null {
  const spans = [...text.matchAll(SPAN)].slice(0, 50).map((match) => {
    const [a, b, c, d] = [match[1], match[2], match[3], match[4]].map(Number) as [
      number,
      number,
      number,
      number,
    ]
    const length = (m1: number, d1: number, m2: number, d2: number) => (m2 - m1) * 30 + d2 - d1
    const [dmy, mdy] = [length(b, a, d, c), length(a, b, c, d)]
    const fits = (days: number) => days > 0 && days <= 45
    return fits(dmy) === fits(mdy) ? null : fits(dmy) ? 'dmy' : 'mdy'
  })
  return majority(spans)
}

const SPAN =
  /(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/\d{2,4})?\s?(?:[-–—→]|to)\s?(\d{1,2})\/(\d{1,2})(?:\/\d{2,4})?(?![\d/])/g

function majority(votes: readonly ('dmy' | 'mdy' | null)[]): 'dmy' | 'mdy' | null {
  const [dmy, mdy] = [
    votes.filter((vote) => vote === 'dmy').length,
    votes.filter((vote) => vote === 'mdy').length,
  ]
  return dmy === mdy ? null : dmy > mdy ? 'dmy' : 'mdy'
}
