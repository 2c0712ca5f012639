/** "noon", "half past ten", "halb zehn", "a las diez y media": times in words, written out in digits for the reader of times. */
import { fold } from './text.ts'
import { CLOCK_WORDS, type ClockWords } from './vocabulary/clock.ts'

interface Token {
  word: string
  at: number
  end: number
}

interface Table {
  hours: ReadonlyMap<string, number>
  words: ClockWords
}

const TABLES: readonly Table[] = CLOCK_WORDS.map((words) => ({
  words,
  hours: new Map(
    words.hours.split(' ').flatMap((names, i) => names.split('/').map((name) => [name, i + 1] as const)),
  ),
}))

/** The words that every time in words has one of; most texts have none. */
const TELLING: ReadonlySet<string> = new Set(
  CLOCK_WORDS.flatMap(({ before, after, alone }) =>
    [...Object.keys(before), ...Object.keys(after), ...Object.keys(alone)].flatMap((phrase) =>
      phrase.split(' '),
    ),
  ).filter((word) => word.length > 2),
)

/** Hours before seven are of the afternoon: no team meets at half past two at night. */
const FIRST_HOUR = 7

/** The text with the times that it tells in words as "10:30"; the same text where it tells none. */
export function withClockDigits(text: string): string {
  if (text.length > 600) return text
  const tokens = tokensOf(text)
  if (!tokens.some((token) => TELLING.has(token.word))) return text
  let out = ''
  let from = 0
  for (let i = 0; i < tokens.length; i++) {
    const found = timeAt(tokens, i)
    if (!found) continue
    out += `${text.slice(from, (tokens[i] as Token).at)}${clock(found.minutes)}`
    from = (tokens[i + found.length - 1] as Token).end
    i += found.length - 1
  }
  return out + text.slice(from)
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{M}]+|\d+/gu)].map((match) => ({
    word: fold(match[0]),
    at: match.index,
    end: match.index + match[0].length,
  }))
}

/** The time that starts at a token, and how many tokens it takes. */
function timeAt(tokens: readonly Token[], at: number): { minutes: number; length: number } | null {
  for (const { hours, words } of TABLES) {
    for (const [phrase, minutes] of Object.entries(words.alone))
      if (says(tokens, at, phrase)) return { minutes, length: phrase.split(' ').length }
    for (const [phrase, offset] of Object.entries(words.before)) {
      if (!says(tokens, at, phrase)) continue
      const length = phrase.split(' ').length
      const hour = hourOf(hours, tokens[at + length]?.word)
      if (hour === null) continue
      const tail = offset === 0 ? tailAt(tokens, at + length + 1, words) : null
      return {
        minutes: dayTime(hour, offset + (tail?.offset ?? 0)),
        length: length + 1 + (tail?.length ?? 0),
      }
    }
    const hour = hours.get(tokens[at]?.word ?? '')
    const tail = hour === undefined ? null : tailAt(tokens, at + 1, words)
    if (hour !== undefined && tail) return { minutes: dayTime(hour, tail.offset), length: 1 + tail.length }
  }
  return null
}

/** "half past ten" and "half past 10". */
function hourOf(hours: ReadonlyMap<string, number>, word: string | undefined): number | null {
  const hour = hours.get(word ?? '') ?? Number(/^\d{1,2}$/.exec(word ?? '')?.[0] ?? 0)
  return hour >= 1 && hour <= 12 ? hour : null
}

function tailAt(
  tokens: readonly Token[],
  at: number,
  words: ClockWords,
): { offset: number; length: number } | null {
  for (const [phrase, offset] of Object.entries(words.after))
    if (says(tokens, at, phrase)) return { offset, length: phrase.split(' ').length }
  return null
}

function says(tokens: readonly Token[], at: number, phrase: string): boolean {
  return phrase.split(' ').every((word, i) => tokens[at + i]?.word === word)
}

function dayTime(hour: number, offset: number): number {
  const minutes = hour * 60 + offset
  return minutes < FIRST_HOUR * 60 ? minutes + 720 : minutes
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
