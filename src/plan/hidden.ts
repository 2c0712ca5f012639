/**
 * What Markdown and Obsidian do not show: HTML comments, `%%` blocks, link definitions. It is taken out before the outline is
 * made, so that it reaches no field; directives in it are kept. One pass; the lines that stay keep their numbers and columns.
 */
import type { Line } from './conflict.ts'
import { closingFence, unquote } from './outline-lines.ts'
import { fenceOf } from './outline-shapes.ts'

/** `<!-- sprintkeeper: work -->`: a document's own word for what the block after it is. */
export interface Directive {
  line: number
  /** As written, trimmed and in small letters; known or not. */
  name: string
}

export interface Shown {
  lines: Line[]
  /** Numbers of the lines of which nothing is shown. */
  hidden: number[]
  directives: Directive[]
  /** Line of a comment that opens a block and is never closed; it hides the rest of the document, as on a page. */
  unclosed: number | null
}

const DIRECTIVE = /^\s*sprintkeeper\s*:\s*([^\n]{0,60}?)\s*$/i

/** `[//]: # (note)`, `[812]: https://…`: definitions, of which a page shows nothing. Footnotes are shown. */
const DEFINITION =
  /^ {0,3}\[(?!\^)[^\]]{1,80}\]:\s+(?:#|<[^<>]*>|\S*[/.]\S*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*$/

interface Reader {
  lines: readonly Line[]
  /** For `-->`: index of the first line from a given one on that holds it, kept since it only moves on. */
  closer: number
  /** The blank line that stands for the hidden ones just read. */
  gap: Line | null
  shown: Shown
}

export function shownOf(lines: readonly Line[]): Shown {
  const reader: Reader = {
    lines,
    closer: 0,
    gap: null,
    shown: { lines: [], hidden: [], directives: [], unclosed: null },
  }
  let fences = true
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    const fence = fences ? fenceOf(unquote(line.text).trim()) : null
    if (fence) {
      const end = closingFence(lines, i, fence.mark)
      if (end < 0) fences = false
      else {
        for (; i < end; i++) reader.shown.lines.push(lines[i] as Line)
        reader.shown.lines.push(lines[end] as Line)
        continue
      }
    }
    i = readLine(reader, i)
  }
  return reader.shown
}

/** Takes one line, and with it the lines that a comment or block opened on it hides; gives the last index taken. */
function readLine(reader: Reader, at: number): number {
  const line = reader.lines[at] as Line
  const text = line.text
  if (text.includes('%%')) {
    const end = endOfPercentBlock(reader.lines, at)
    if (end >= 0) {
      const inside = reader.lines.slice(at, end + 1).map((l) => l.text)
      note(
        reader,
        inside
          .join('\n')
          .trim()
          .replace(/^%%|%%$/g, ''),
        line.number,
      )
      for (let i = at; i <= end; i++) hide(reader, reader.lines[i] as Line)
      return end
    }
  }
  if (text.includes(']:') && DEFINITION.test(text)) {
    hide(reader, line)
    return at
  }
  if (text.includes('<!--')) return readComments(reader, at)
  const kept = text.includes('%%') || text.includes('<details') ? withoutSpans(reader, line) : text
  keep(reader, line, kept)
  return at
}

/** `%% … %%` alone on a line, or from a line that starts with `%%` to one that ends so; a lone mark hides its line. */
function endOfPercentBlock(lines: readonly Line[], at: number): number {
  const t = (lines[at] as Line).text.trim()
  if (!t.startsWith('%%')) return -1
  const second = t.indexOf('%%', 2)
  if (second >= 0) return second === t.length - 2 ? at : -1
  for (let i = at + 1; i < lines.length && i < at + MOST_LINES; i++) {
    const other = (lines[i] as Line).text.trimEnd()
    if (other.endsWith('%%')) return i
    if (other.trimStart().startsWith('%%')) break
  }
  return at
}

/** A `%%` block is no longer than this, so that a thousand open ones are not a thousand walks to the end. */
const MOST_LINES = 400

function readComments(reader: Reader, from: number): number {
  let at = from
  let line = reader.lines[at] as Line
  let text = line.text
  let seek = 0
  for (;;) {
    const open = openingOf(text, seek)
    if (open < 0) break
    const close = text.indexOf('-->', open + 4)
    if (close >= 0) {
      note(reader, text.slice(open + 4, close), line.number)
      text = blanked(text, open, close + 3)
      seek = 0
      continue
    }
    const end = nextClosing(reader, at + 1)
    const alone = text.slice(0, open).trim() === ''
    if (!alone && (end < 0 || opensBetween(reader.lines, at + 1, end))) {
      seek = open + 4
      continue
    }
    keepOrHide(reader, line, text.slice(0, open))
    if (end < 0) {
      reader.shown.unclosed = line.number
      for (let i = at + 1; i < reader.lines.length; i++) hide(reader, reader.lines[i] as Line)
      return reader.lines.length - 1
    }
    const last = reader.lines[end] as Line
    const until = last.text.indexOf('-->')
    const inner = reader.lines.slice(at + 1, Math.min(end, at + 3)).map((l) => l.text)
    note(reader, [text.slice(open + 4), ...inner, last.text.slice(0, until)].join(' '), line.number)
    for (let i = at + 1; i < end; i++) hide(reader, reader.lines[i] as Line)
    at = end
    line = last
    text = blanked(last.text, 0, until + 3)
    seek = 0
  }
  keepOrHide(reader, line, withoutSpans(reader, { ...line, text }))
  return at
}

/** Where a comment opens outside code; -1 where none does. */
function openingOf(text: string, from: number): number {
  for (let at = text.indexOf('<!--', from); at >= 0; at = text.indexOf('<!--', at + 4))
    if (!text.includes('`') || !inCode(text, at)) return at
  return -1
}

/** Whether a place stands between two runs of as many backticks. */
function inCode(text: string, at: number): boolean {
  let open: { length: number; at: number } | null = null
  for (const run of text.slice(0, 2000).matchAll(/`+/g)) {
    if (open === null) open = { length: run[0].length, at: run.index }
    else if (run[0].length === open.length) {
      if (open.at < at && at < run.index) return true
      open = null
    }
  }
  return false
}

/** Another comment opens before the end that was found: the first mark is text. */
function opensBetween(lines: readonly Line[], from: number, to: number): boolean {
  for (let i = from; i <= to; i++) {
    const at = (lines[i] as Line).text.indexOf('<!--')
    if (at >= 0 && (i < to || at < (lines[i] as Line).text.indexOf('-->'))) return true
  }
  return false
}

function nextClosing(reader: Reader, from: number): number {
  if (reader.closer < from) reader.closer = from
  while (reader.closer < reader.lines.length && !(reader.lines[reader.closer] as Line).text.includes('-->'))
    reader.closer++
  return reader.closer < reader.lines.length ? reader.closer : -1
}

/** Blanks in place of what is hidden, so that what follows keeps its column; none before the first word, where they would be an indent. */
function blanked(text: string, from: number, to: number): string {
  const before = text.slice(0, from)
  const after = text.slice(to)
  if (before.trim() === '') return before + after.trimStart()
  return before + ' '.repeat(to - from) + after
}

const PERCENT_SPAN = /(^|\s)%%(?!\s*$)[^%]{1,400}%%(?=$|[\s.,;:!?)])/g
const DETAILS_SPAN = /(\S\s*)<details\b[^<>]*>.{0,4000}?(?:<\/details>|$)/gi

/** The text of a line without what is hidden or folded up inside it. */
function withoutSpans(reader: Reader, line: Line): string {
  const blank = (whole: string, before: string) => {
    note(reader, whole.trim().replace(/^%%|%%$/g, ''), line.number)
    return before + ' '.repeat(whole.length - before.length)
  }
  let text = line.text
  if (text.includes('%%')) text = text.replace(PERCENT_SPAN, blank)
  if (text.includes('<details')) text = text.replace(DETAILS_SPAN, blank)
  return text
}

function note(reader: Reader, inside: string, line: number): void {
  const name = DIRECTIVE.exec(inside.length > 200 ? '' : inside)?.[1]
  if (name !== undefined) reader.shown.directives.push({ line, name: name.toLowerCase() })
}

function keepOrHide(reader: Reader, line: Line, text: string): void {
  if (text.trim() === '' && line.text.trim() !== '') hide(reader, line)
  else keep(reader, line, text)
}

function keep(reader: Reader, line: Line, text: string): void {
  const { lines } = reader.shown
  const before = lines.at(-2)
  if (reader.gap && lines.at(-1) === reader.gap && before && isRow(before.text) && isRow(text)) lines.pop()
  reader.gap = null
  lines.push(text === line.text ? line : { ...line, text })
}

const isRow = (text: string) => text.trimStart().startsWith('|')

/** What is hidden parts its neighbours as a blank line does; between two rows of a table it is nothing at all. */
function hide(reader: Reader, line: Line): void {
  const { lines, hidden } = reader.shown
  if (line.text.trim() === '') return
  hidden.push(line.number)
  const last = lines.at(-1)
  if (!last || last.text.trim() === '') return
  reader.gap = { text: '', number: line.number }
  lines.push(reader.gap)
}
