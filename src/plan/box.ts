/** Boxes of time in headings: "Sprint 24", "Week 1", "第1周". */

import { sectionRole } from './section.ts'
import { fold, squeeze } from './text.ts'
import {
  BOX_PREFIXES,
  CJK_CONTAINERS,
  CONTAINERS,
  type ContainerKind,
  MENTIONS,
} from './vocabulary/containers.ts'
import { rolesOfFolded } from './vocabulary/index.ts'
import { sieveOf, someWord } from './word-sieve.ts'

export interface Box {
  kind: ContainerKind
  /** "Sprint 24": its word and number as written; null where a directive makes the box. */
  name: string | null
  /** "24", "0.1", "A"; compared as text, leading zeros removed. */
  number: string
  /** What stands after the number: a theme, a date, a role word. */
  rest: string
  /** What stands before the box's word: a team's name. */
  before: string
  /** A mark (":", "—", "(") parts number and rest, so that the rest is a theme and no role. */
  parted: boolean
  /** "Sprint 1 to 4", "Weeks 1-4": more than one. */
  range: boolean
}

/** A box needs a number: digits, a capital alone, Roman or Chinese ones. */
const NUMBERED =
  /\d|(?:^|[^\p{L}])[A-Z](?:$|[^\p{L}])|[IVX]{1,4}(?:$|[^\p{L}])|[A-Z]\d|[一二三四五六七八九十]/u

const mayBeContainer = sieveOf(CONTAINERS.keys())

/** The box that a heading names, where it stands as a title. */
export function boxOf(text: string): Box | null {
  if (!NUMBERED.test(text)) return null
  let box: Box | null = null
  someWord(text, 120, (from, to) => {
    if (mayBeContainer(text, from)) box = boxAt(text, from, to)
    return box !== null
  })
  if (box) return box
  for (const { kind, form } of CJK_CONTAINERS) {
    const match = form.exec(text)
    if (match?.[1]) {
      const tail = text.slice(match[0].length)
      return {
        kind,
        name: match[0].trim(),
        number: normal(chinese(match[1])),
        rest: tail.replace(/^[\s—–:：|,·•.、-]+/, ''),
        before: '',
        parted: true,
        range: false,
      }
    }
  }
  return null
}

/** The box whose word stands at the given place, with its number behind it. */
function boxAt(text: string, from: number, to: number): Box | null {
  const kind = CONTAINERS.get(fold(text.slice(from, to)))
  if (!kind) return null
  const number = NUMBER.exec(text.slice(to))
  if (!number?.[1]) return null
  const tail = text.slice(to + number[0].length)
  const further = RANGE.exec(tail)
  const range = further !== null && !/^\s?[—–-]\s?\d{1,3}\s*(?:\p{L}{3})/u.test(tail)
  const end = to + number[0].length + (range ? further[0].length : 0)
  const before = text.slice(0, from).trim()
  if (!standsAsTitle(before)) return null
  return {
    kind,
    name: squeeze(text.slice(from, end)),
    number: normal(number[1]),
    rest: tail.replace(/^[\s—–:：|,·•.-]+/, ''),
    before: before.replace(/[\s—–:|/·•-]+$/, ''),
    parted: /^\s*[—–:：|(（,·•.-]/.test(tail) || /^\s*\[/.test(tail),
    range,
  }
}

const NUMBER =
  /^[\s\-#№.:]{0,3}(?:ที่\s?|n[ro°º]\.?\s?|number\s|no\.?\s)?(\d{1,4}(?:\.\d{1,3})?|[A-Z]\d{0,3}(?![\p{L}\d])|[IVX]{1,4}(?![\p{L}\d]))/u
const RANGE =
  /^\s?(?:[-–—~～]|to|à|a|bis|до|至|&|and|y|e|et|und|и)\s?(?:sprint\s|week\s)?(\d{1,3})(?![\d.%/:年月월]|-\d)/iu

function standsAsTitle(before: string): boolean {
  if (before === '') return true
  if (/[(（["“«]/.test(before.slice(-1)) || /[(（][^)）]*$/.test(before)) return false
  if (/[—–|/:：·•)]$|\s-$/.test(before)) return true
  const tokens = fold(before).split(' ')
  const last = tokens.at(-1) as string
  if (tokens.some((token, i) => MENTIONS.has(token) && (i === tokens.length - 1 || token.length > 2)))
    return false
  return (
    tokens.every((token) => BOX_PREFIXES.has(token)) ||
    (tokens.length <= 4 && !sectionRole(tokens.join(' ')).length && !rolesOfFolded(last).length)
  )
}

const CHINESE = '零一二三四五六七八九十'

function chinese(text: string): string {
  if (/^\d+$/.test(text)) return text
  let value = 0
  for (const c of text) {
    const digit = CHINESE.indexOf(c)
    value = digit === 10 ? (value || 1) * 10 : value + digit
  }
  return String(value)
}

export function normal(number: string): string {
  return number.replace(/^0+(?=\d)/, '').toUpperCase()
}
