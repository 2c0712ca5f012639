/** Plain text out of Markdown, and the folded form that vocabularies are compared in. Every function is linear. */

const COMBINING = /[\u0300-\u036f]/g
const NOT_WORD = /[^\p{L}\p{M}\p{N}%#]+/gu
const NOT_ASCII_WORD = /[^a-z0-9%#]+/g

const BEYOND_ASCII = /[\u0080-\uffff]/

/** Lower case, without accents and punctuation, words parted by one blank: "Critères d’Acceptation:" is "criteres d acceptation". */
export function fold(text: string): string {
  if (text.length > MEMO_LENGTH) return foldNow(text)
  let folded = memo.get(text)
  if (folded === undefined) {
    folded = foldNow(text)
    if (memo.size >= MEMO_SIZE) memo.clear()
    memo.set(text, folded)
  }
  return folded
}

/** Words of headings and cells come again and again; what was folded is remembered, up to a size. */
const memo = new Map<string, string>()
const MEMO_SIZE = 20_000
const MEMO_LENGTH = 48

/** Letters that no decomposition makes plain. */
const PLAIN_LETTERS: Record<string, string> = {
  ß: 'ss',
  ł: 'l',
  ı: 'i',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
}
const SPECIAL = /[ßłıđðøæœþ]/g

/** Dashes, quotes, arrows and pictures: the signs beyond ASCII that English plans use, none of them part of a word. */
const SIGNS = /[\u2010-\u201f\u2022\u2026\u2190-\u21ff\u2600-\u2775]|\ufe0f/g

function foldNow(text: string): string {
  let plain = text
  if (BEYOND_ASCII.test(text)) plain = text.replace(SIGNS, ' ')
  if (!BEYOND_ASCII.test(plain)) return plain.toLowerCase().replace(NOT_ASCII_WORD, ' ').trim()
  const base = text.normalize('NFKC').normalize('NFD').replace(COMBINING, '').normalize('NFC')
  return base
    .toLowerCase()
    .replace(SPECIAL, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(NOT_WORD, ' ')
    .trim()
}

const EMOJI =
  /\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}\u{1F3FB}-\u{1F3FF}]|\uFE0F|\u200D|\u20E3|[\u2713\u2717\u2718\u2610-\u2612]/gu

/** The signs among which all pictures are but © and ®, which stay; a cheap question before the dear one. */
const MAY_BE_EMOJI = /[\u200d\u203c-\u33ff\ud800-\uffff]/

/** Whether a text may hold a picture; false is certain. */
export function mayHoldEmoji(text: string): boolean {
  return MAY_BE_EMOJI.test(text)
}

/** The text without pictures, digits kept. */
export function withoutEmoji(text: string): string {
  return !MAY_BE_EMOJI.test(text)
    ? text.trim()
    : text.replace(EMOJI, (c) => (/[0-9#*©®™]/.test(c) ? c : ' ')).trim()
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  rarr: '→',
}

/** Every mark that inline markup needs. */
const MARKUP = /[[<&*_~`\\]/
/** The same, or blanks to squeeze. */
const UNTIDY = /[[<&*_~`\\]| {2}|[^\S ]/

/** A code span that holds a sign of emphasis: `**\/*.ts`, `TF_VAR_*`. */
const CODE_WITH_MARKS = /`[^`*_~]{0,200}[*_~][^`]{0,400}`/

/** What stands in code is literal: it is set aside while the marks around it are taken away. */
function plainAroundCode(markdown: string): string {
  const spans: string[] = []
  const around = markdown
    .replace(/[\uE000\uE001]/g, '')
    .replace(
      /(`{1,3})([^`]+)\1/g,
      (_whole, _marks: string, code: string) => `\uE000${spans.push(code) - 1}\uE001`,
    )
    .replaceAll('`', '')
  return squeeze(plain(around).replace(/\uE000(\d+)\uE001/g, (_whole, n: string) => spans[Number(n)] ?? ''))
}

/** Text without inline markup: emphasis, code marks, links (their text stays), images, HTML tags, entities, escapes. */
export function plain(markdown: string): string {
  if (!UNTIDY.test(markdown)) return markdown.trim()
  if (!MARKUP.test(markdown)) return squeeze(markdown)
  if (CODE_WITH_MARKS.test(markdown)) return plainAroundCode(markdown)
  let text = markdown
  if (text.includes('[') && text.includes(']('))
    text = text.replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s"[^"()]*")?\)/g, '$1')
  if (text.includes('][')) text = text.replace(/\[([^[\]]*)\]\[[^[\]]*\]/g, '$1')
  if (text.includes('<')) {
    text = text.replace(/<br ?\/?>/gi, ' ')
    text = text.replace(/<(https?:\/\/[^<>\s]*)>/g, '$1')
    text = text.replace(
      /<\/?(?:b|i|u|em|strong|span|div|p|sub|sup|kbd|code|a|img|details|summary|del|ins|font|small|center|h[1-6])(?:\s[^<>]*)?>/gi,
      '',
    )
  }
  if (text.includes('&'))
    text = text.replace(/&([a-z]{2,6});/g, (whole, name: string) => ENTITIES[name] ?? whole)
  if (text.includes('*'))
    text = text.replace(/\*+/g, (run, at: number) => (isProduct(text, at, run.length) ? run : ''))
  if (text.includes('_'))
    text = text.replace(/(^|[^\p{L}\p{N}_])_{1,3}(?=\S)|(?<=[^\s_])_{1,3}(?![\p{L}\p{N}_])/gu, '$1')
  if (text.includes('~~')) text = text.replaceAll('~~', '')
  if (text.includes('`')) text = text.replaceAll('`', '')
  if (text.includes('\\')) text = text.replace(/\\([!-/:-@[-`{-~])/g, '$1')
  return squeeze(text)
}

/** "2 * 3": a star between blanks is arithmetic and not emphasis. */
function isProduct(text: string, at: number, length: number): boolean {
  return (
    length === 1 && at > 0 && text[at - 1] === ' ' && (text[at + 1] === ' ' || text[at + 1] === undefined)
  )
}

const LOOSE = / {2}|[^\S ]/

/** One blank for each run of blanks, none at the ends. */
export function squeeze(text: string): string {
  return LOOSE.test(text) ? text.replace(/[\s\u00a0]+/g, ' ').trim() : text.trim()
}

/** Cut to a length that inline rules can look at; far more than a line that a person wrote. */
export function clip(text: string, length = 4000): string {
  return text.length > length ? text.slice(0, length) : text
}

const LINK = /\[[^[\]]*\]\(([^()\s]+)/g
const BARE = /https?:\/\/[^\s<>()[\]"'`|]+/g

/** Targets of links, as written. */
export function linksOf(markdown: string): string[] {
  if (!markdown.includes('](') && !markdown.includes('://')) return []
  const found = new Set<string>()
  for (const match of markdown.matchAll(LINK)) if (match[1]) found.add(match[1])
  for (const match of markdown.matchAll(BARE)) found.add(match[0].replace(/[.,;:!?]+$/, ''))
  return [...found]
}

/** Parts at a separator that stand outside brackets and code: "a, b (c, d)" gives two. */
export function splitOutside(text: string, separators: string): string[] {
  const parts: string[] = []
  let depth = 0
  let code = false
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string
    if (c === '`') code = !code
    else if (code) continue
    else if (c === '(' || c === '[' || c === '（') depth++
    else if (c === ')' || c === ']' || c === '）') depth = Math.max(0, depth - 1)
    else if (depth === 0 && separators.includes(c)) {
      parts.push(text.slice(from, i))
      from = i + 1
    }
  }
  parts.push(text.slice(from))
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}
