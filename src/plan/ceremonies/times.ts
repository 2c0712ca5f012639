/** Local times of a text: "9:35–9:50", "2 pm", "14h30", "10–12 Uhr", "下午3点"; and how long a meeting lasts. */

import { withClockDigits } from '../clock-words.ts'
import { findDates } from '../dates.ts'
import { fold } from '../text.ts'
import { UNITS } from '../vocabulary/levels.ts'

export interface Times {
  /** "09:35", local. */
  start: string | null
  end: string | null
}

/** A time on the clock, at the place where the text is looked at. */
const CLOCK =
  /(下午|午後|오후|晚上|上午|午前|오전)?\s?(\d{1,2})(?:[:：hH](\d{2})(?!\d)|\.(\d{2})(?=\s?(?:uhr|h|[ap]\.?m)(?!\p{L}))|(?<=(?:kl\.?|klo|alle|ore|om)\s\d{1,2})\.(\d{2})(?!\d)|\s?[时時点點시](?![间間]간?)(?:\s?(\d{1,2})\s?[分분]|(半))?|)(?:\s?(a\.m\.|p\.m\.|am|pm|uhr|horas?|hs|hrs|h)(?!\p{L}))?(?![\d:/%]|\.\d)/iuy

const JOIN =
  /\s?(?:[-–—~～〜→至到]|to|until|till|bis|à|às|as|al|a|au|até|ate|alle|tot|til|till|до|по|do|から)(?!\p{L})\s?(?:las\s|la\s)?/iuy

/** "10.15" and nothing that makes it another number: a unit, a share, a version, a sum. */
const DOTTED =
  /\.([0-5]\d)(?![\d.]|\s?(?:[%€$£°]|\p{L}{1,3}\/|(?:pts?|points?|k|m|km|kg|gb|mb|ms|s|min|mins|hours?|days?|x)(?!\p{L})))/uy

/** Words after which a bare number is an hour. */
const AT_HOUR = /(?:^|\s|,)(?:kl\.?|klo|a las?|às|alle|dalle|ore|pukul|jam|saat|lúc)\s?$/iu
/** Words after which "10h" is an hour and no length. */
const AT = /(?:^|[\s,(])(?:at|um|ab|à|dès|vers|às|a las?|para as|desde las?|alle|om|kl\.?|в|о|@|@\s)\s?$/iu

interface Found {
  minutes: number
  half: 'am' | 'pm' | null
  /** The text shows that it is a time: minutes or a word for hours. */
  sure: boolean
  /** "10h": as often a length. */
  bareH: boolean
  /** "10.15": as often another number. */
  dotted: boolean
  end: number
}

function clockAt(text: string, at: number): Found | null {
  return wholeClock(text, at) ?? dottedClock(text, at)
}

function dottedClock(text: string, at: number): Found | null {
  const hours = /^\d{1,2}/.exec(text.slice(at, at + 2))?.[0]
  if (hours === undefined || Number(hours) > 23) return null
  DOTTED.lastIndex = at + hours.length
  const minutes = DOTTED.exec(text)?.[1]
  if (minutes === undefined) return null
  return {
    minutes: Number(hours) * 60 + Number(minutes),
    half: null,
    sure: false,
    bareH: false,
    dotted: true,
    end: at + hours.length + 3,
  }
}

function wholeClock(text: string, at: number): Found | null {
  CLOCK.lastIndex = at
  const match = CLOCK.exec(text)
  if (!match) return null
  const hours = Number(match[2])
  const minutes = Number(match[3] ?? match[4] ?? match[5] ?? match[6] ?? (match[7] ? 30 : 0))
  if (hours > 24 || minutes > 59) return null
  const word = match[8]?.toLowerCase().replaceAll('.', '') ?? null
  const east = match[1]
  const half =
    word === 'pm' || (east && /下午|午後|오후|晚上/.test(east)) ? 'pm' : word === 'am' || east ? 'am' : null
  const glued = /[时時点點시]/.test(match[0])
  const timed = match[3] !== undefined || match[4] !== undefined || match[5] !== undefined || glued
  const bareH = !timed && word !== null && /^h/.test(word)
  return {
    minutes: (hours % 24) * 60 + minutes,
    half,
    sure: timed || half !== null || word === 'uhr',
    bareH,
    dotted: false,
    end: at + match[0].length,
  }
}

/**
 * The first time of a text, with its end where one is stated. `dated`: the text says on which days, so that "10h" is
 * an hour rather than a length.
 */
export function timesIn(text: string, dated = false): Times {
  const digits = withClockDigits(text)
  if (!/\d/.test(digits)) return { start: null, end: null }
  const masked = withoutDates(digits)
  let loose: Times | null = null
  for (const match of masked.matchAll(
    /(?<![\d.:/+\-A-Za-z])(?:(?:下午|午後|오후|晚上|上午|午前|오전)\s?)?\d{1,2}/g,
  )) {
    const before = masked.slice(Math.max(0, match.index - 14), match.index)
    if (/[<>≤≥=~≈$€£#]\s?$/.test(before)) continue
    const first = clockAt(masked, match.index)
    if (!first) continue
    const atHour = !first.bareH && AT_HOUR.test(before)
    const second = joined(masked, first, atHour)
    if (
      !first.sure &&
      second?.sure &&
      (second.half !== null || /uhr\s?$/i.test(masked.slice(first.end, second.end)))
    )
      return span(first, second)
    if (first.sure) return span(first, second)
    const hour = first.minutes >= 7 * 60 && first.minutes <= 22 * 60
    if ((first.bareH && AT.test(before)) || (atHour && /^(?:$|[\s,;.)–—-])/.test(masked.slice(first.end))))
      return span(first, second)
    if (dated && hour && (first.dotted || first.bareH || second?.bareH)) {
      if (second) return span(first, second)
      loose ??= span(first, null)
    }
  }
  return loose ?? { start: null, end: null }
}

/** The time that a dash or a word joins to another. */
function joined(text: string, first: Found, bare: boolean): Found | null {
  JOIN.lastIndex = first.end
  const match = JOIN.exec(text)
  if (!match) return null
  const second = clockAt(text, first.end + match[0].length)
  return second &&
    (second.sure ||
      second.bareH ||
      (first.dotted && second.dotted) ||
      (bare && second.minutes > first.minutes))
    ? second
    : null
}

function span(first: Found, second: Found | null): Times {
  const half =
    first.half ??
    (second?.half === 'pm' && first.minutes < second.minutes % 720
      ? 'pm'
      : second?.half === 'am'
        ? 'am'
        : null)
  return {
    start: clock(shift(first.minutes, half)),
    end: second ? clock(shift(second.minutes, second.half ?? (first.half === 'pm' ? 'pm' : null))) : null,
  }
}

function shift(minutes: number, half: 'am' | 'pm' | null): number {
  if (half === 'pm' && minutes < 720) return minutes + 720
  return half === 'am' && minutes >= 720 ? minutes - 720 : minutes
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Dates as blanks, so that their numbers are no hours; "10.12 Uhr" is a time. */
function withoutDates(text: string): string {
  let masked = text
  for (const date of findDates(text))
    if (!/^\s?(?:uhr|h\b)/i.test(text.slice(date.end)))
      masked = masked.slice(0, date.at) + ' '.repeat(date.end - date.at) + masked.slice(date.end)
  return masked
}

const LENGTH =
  /^(?:~|≈|ca\.?\s|max\.?\s|maximum\s|up to\s)?\s?(\d{1,3})(?:[.,](\d))?\s?-?\s?(\p{L}{1,12})\.?(?:\s(?:max|maximum|timebox|time-box|timeboxed))?$/iu

/** Minutes that a part of a text between marks states as a length: "15 min", "(1.5 h)". */
export function lengthIn(text: string): number | null {
  for (const part of text.split(/[,;|()（）—–·•、，]|\s-\s|:\s/)) {
    const match = LENGTH.exec(part.trim())
    const unit = match?.[3] ? UNITS.get(fold(match[3])) : undefined
    if (!match?.[1] || unit?.unit !== 'hours') continue
    const minutes = Math.round(Number(`${match[1]}.${match[2] ?? 0}`) * unit.factor * 60)
    if (minutes >= 5 && minutes <= 6 * 60) return minutes
  }
  return null
}

/** The end of what starts at a time and lasts so many minutes. */
export function endAfter(start: string, minutes: number): string {
  const [hours, rest] = start.split(':').map(Number) as [number, number]
  return clock(hours * 60 + rest + minutes)
}
