/** A cheap question before a dear one: whether a word, as it stands in a text, may fold to one of a vocabulary. */

/** Whether the word that starts at an index may be of the vocabulary; false is certain. */
export type Sieve = (text: string, at: number) => boolean

const A = 97

const letterAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at) | 32
  return code >= A && code < A + 26 ? code - A : -1
}

/** Made of folded words; looks at the first two letters. Letters beyond ASCII may always be of it. */
export function sieveOf(words: Iterable<string>): Sieve {
  const first = new Uint8Array(26)
  const alone = new Uint8Array(26)
  const pairs = new Uint8Array(26 * 26)
  for (const word of words) {
    const a = letterAt(word, 0)
    if (a < 0) continue
    const b = letterAt(word, 1)
    first[a] = 1
    if (b >= 0) pairs[a * 26 + b] = 1
    else alone[a] = 1
  }
  return (text, at) => {
    const a = letterAt(text, at)
    if (a < 0) return text.charCodeAt(at) > 127
    const b = letterAt(text, at + 1)
    if (b >= 0) return pairs[a * 26 + b] === 1
    return text.charCodeAt(at + 1) > 127 ? first[a] === 1 : alone[a] === 1
  }
}

const LETTER = /[\p{L}\p{M}]/u

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return letterAt(text, at) >= 0
  return LETTER.test(String.fromCodePoint(text.codePointAt(at) ?? code))
}

/** Bounds of the words of a text, in its first signs only, until `visit` returns true; whether one did. */
export function someWord(
  text: string,
  length: number,
  visit: (from: number, to: number) => boolean,
): boolean {
  const end = Math.min(text.length, length)
  for (let i = 0; i < end; i++) {
    if (!isLetter(text, i)) continue
    const from = i
    while (i < text.length && isLetter(text, i))
      i += text.charCodeAt(i) >= 0xd800 && text.charCodeAt(i) < 0xdc00 ? 2 : 1
    if (visit(from, i)) return true
  }
  return false
}
