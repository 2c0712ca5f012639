/** What a ceremony is called, without the words that say when it is. */
import { findDates } from '../dates.ts'
import { fold, squeeze } from '../text.ts'
import { WEEKDAYS } from '../vocabulary/calendar.ts'
import { WEEKLY, WHEN_WORDS } from '../vocabulary/ceremonies.ts'
import { type Ordered, whenOf } from './days.ts'
import { ceremonyKind, says } from './kind.ts'
import { timesIn } from './times.ts'

const TITLED = /^([^:：]{2,60})(?::\s|：|(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]):)/

const MARK = /\s*[:：]\s+|\s*：\s*|\s+[—–|→-]+>?\s+|\s*[—→|]\s*|,\s+|(?<=[)）])\s+|\s+(?=[(（])/gu

/** Whether a text says when and nothing else: "Fri May 15, 15:00", "on Monday", "6 Apr". */
export function isWhen(text: string, order: Ordered): boolean {
  if (text.length > 60) return false
  let rest = text.replace(/[(（]?#[\w-]+[)）]?/g, ' ')
  const days = findDates(rest, order.slash)
  for (const date of days)
    rest = rest.slice(0, date.at) + ' '.repeat(date.end - date.at) + rest.slice(date.end)
  const words = fold(rest.replace(HOURS, ' 0 '))
    .split(' ')
    .filter((word) => word !== '')
  return (
    (days.length > 0 || words.some((word) => WEEKDAYS.has(word)) || timesIn(text, true).start !== null) &&
    words.every(
      (word) => WEEKDAYS.has(word) || WHEN_WORDS.has(word) || /^\d{1,2}(?:st|nd|rd|th)?$/.test(word),
    )
  )
}

const HOURS = /\d{1,2}(?::\d{2}|[.h]\d{2}|h|\s?[ap]\.?m\b\.?|[時时点點시]\s?(?:\d{1,2}[分분]|半)?)/gi

/** A text parted at the marks between its words for when and the rest of it. */
export function withoutWhen(text: string, order: Ordered): string {
  if (!/\d/.test(text) && ![...text.matchAll(/\p{L}+/gu)].some(([word]) => WEEKDAYS.has(fold(word))))
    return text
  if (isWhen(text, order)) return text
  const marks = [...text.slice(0, 240).matchAll(MARK)].map((mark) => ({
    at: mark.index,
    end: mark.index + mark[0].length,
  }))
  let [from, to] = [0, text.length]
  for (const mark of marks.slice(0, 6))
    if (isWhen(bare(text.slice(0, mark.at)), order) && /\p{L}/u.test(text.slice(mark.end))) from = mark.end
  if (from === 0) from = datedOpening(text, order)
  for (const mark of marks.toReversed().slice(0, 6))
    if (mark.at > from && isWhen(bare(text.slice(mark.end)), order)) to = mark.at
  const left = squeeze(text.slice(from, to))
  return /\p{L}{2}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u.test(left) ? left : text
}

/** Where the name starts that only a blank parts from its date or hour: "May 10 Beta", "9:30 Stand-up". */
function datedOpening(text: string, order: Ordered): number {
  let from = 0
  for (const blank of text.slice(0, 50).matchAll(/\s+/g)) {
    const opening = bare(text.slice(0, blank.index))
    const end = blank.index + blank[0].length
    if (
      /\d/.test(opening) &&
      isWhen(opening, order) &&
      /^\p{L}/u.test(text.slice(end)) &&
      !isWhen(bare(text.slice(end)), order)
    )
      from = end
  }
  return from
}

const bare = (text: string) => text.replace(/^[\s(（[]+|[\s)）\].]+$/g, '')

function saysWhen(text: string, order: Ordered): boolean {
  return whenOf(text, order).when !== null || timesIn(text, true).start !== null
}

/** The part before a colon or dash, else the whole text, shortened at a sentence's end. */
export function titleOf(text: string, order: Ordered): string {
  const colon = TITLED.exec(text)
  if (
    colon?.[1] &&
    (ceremonyKind(colon[1]) !== null || says(fold(colon[1]), WEEKLY)) &&
    !isWhen(colon[1], order)
  )
    return withoutWhen(colon[1].trim().replace(/\s(?:with|mit|con|com|avec)$/, ''), order)
  const dash = /^(.{2,60}?)\s+[—–]\s+(.+)$/.exec(text)
  if (
    dash?.[1] &&
    dash[2] &&
    ceremonyKind(dash[1]) !== null &&
    saysWhen(dash[2], order) &&
    !isWhen(dash[1], order)
  )
    return withoutWhen(dash[1], order)
  const named = withoutWhen(text, order)
  const sentence = /^(.{3,160}?)(?:(?<!\d)[.;](?:\s|$)|(?<=\d)\.$|。)/.exec(named)?.[1] ?? named
  return sentence.length > 160 ? `${sentence.slice(0, 157)}…` : sentence
}
