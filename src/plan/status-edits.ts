/** Where a text says an item's status, and what would say another there: boxes, words and marks. */

import type { Item, ItemStatus } from '#domain/plan-file.ts'
import { checkboxOf } from './outline-shapes.ts'
import { exactStatus } from './status.ts'
import { STATUS_MARKS } from './vocabulary/status.ts'

/** A change of one line: columns from 0, `end` exclusive. */
export interface Edit {
  line: number
  start: number
  end: number
  text: string
  /** A box only says done or not. */
  isBox: boolean
}

export const lineEnd = /(\r\n|\n|\r)/
/** The lines of a text, as the parser counts them. */
export const linesOf = (text: string): string[] => text.split(lineEnd).filter((_, index) => index % 2 === 0)

/** What could be changed for an item: words and marks first, then its box. */
export function editsOf(text: string, item: Item, wanted: ItemStatus, words: Vocabulary): Edit[] {
  const lines = linesOf(text)
  const edits: Edit[] = []
  for (let line = item.line; line <= item.endLine && item.status !== null; line++) {
    const content = lines[line - 1] ?? ''
    for (const segment of segmentsOf(content))
      if (exactStatus(segment.text) === item.status)
        edits.push({ line, ...segment, text: wordFor(segment.text, wanted, words), isBox: false })
    for (const { index, 0: mark } of content.matchAll(/\p{Extended_Pictographic}\ufe0f?/gu))
      if (STATUS_MARKS.get(mark.replace('\ufe0f', '')) === item.status)
        edits.push({ line, start: index, end: index + mark.length, text: marks[wanted], isBox: false })
  }
  const box = boxIn(lines[item.line - 1] ?? '')
  if (box && box.checked !== (wanted === 'done'))
    edits.push({
      line: item.line,
      start: box.start,
      end: box.start + 1,
      text: boxMark(box, wanted),
      isBox: true,
    })
  return edits
}

interface FoundBox {
  /** Of the one character that changes. */
  start: number
  checked: boolean
  /** The character: "x", " ", "☐". */
  mark: string
}

const beforeBox = /^\ufeff?[\s>|]*(?:(?:[-*+•]|\d{1,4}[.)])\s*)?(?:\|\s*)?/

/** The box that a line begins with. */
export function boxIn(line: string): FoundBox | null {
  const from = beforeBox.exec(line)?.[0].length ?? 0
  const found = checkboxOf(line.slice(from))
  if (!found) return null
  const start = line[from] === '[' ? from + 1 : from
  return { start, checked: found.box.checked, mark: line[start] ?? '' }
}

function boxMark({ mark }: FoundBox, wanted: ItemStatus): string {
  if ('☐☑☒'.includes(mark)) return wanted === 'done' ? '☑' : '☐'
  return wanted === 'done' ? 'x' : ' '
}

interface Segment {
  start: number
  end: number
  text: string
}

const delimiters = /[|()[\]{}*`:—–,;·<>"“”]|\s-\s/

/** The pieces of a line between marks of punctuation, each trimmed. */
function segmentsOf(line: string): Segment[] {
  const segments: Segment[] = []
  let at = 0
  for (const piece of line.split(new RegExp(`(${delimiters.source})`))) {
    const text = piece.replace(/^[\s_~]+|[\s_~]+$/g, '')
    if (text !== '' && !delimiters.test(piece)) {
      const start = at + piece.indexOf(text)
      segments.push({ start, end: start + text.length, text })
    }
    at += piece.length
  }
  return segments
}

export type Vocabulary = ReadonlyMap<ItemStatus, string>

/** How this document says each status, by the first of its items that says it. */
export function vocabularyOf(text: string, items: Item[]): Vocabulary {
  const lines = linesOf(text)
  const words = new Map<ItemStatus, string>()
  for (const { status, line, endLine } of items) {
    if (status === null || words.has(status)) continue
    const said = lines
      .slice(line - 1, endLine)
      .flatMap(segmentsOf)
      .find((segment) => exactStatus(segment.text) === status)
    if (said) words.set(status, said.text)
  }
  return words
}

const names: Record<ItemStatus, string> = {
  backlog: 'Backlog',
  ready: 'To do',
  in_progress: 'In progress',
  in_review: 'In review',
  blocked: 'Blocked',
  done: 'Done',
  dropped: 'Dropped',
}
const marks: Record<ItemStatus, string> = {
  backlog: '⬜',
  ready: '⬜',
  in_progress: '🔄',
  in_review: '👀',
  blocked: '⛔',
  done: '✅',
  dropped: '❌',
}

/** The word for a status: as the document says it elsewhere, else in English and in the manner of the word it replaces. */
function wordFor(old: string, wanted: ItemStatus, words: Vocabulary): string {
  const own = words.get(wanted)
  if (own) return own
  const mark = /^\p{Extended_Pictographic}/u.test(old) ? `${marks[wanted]} ` : ''
  const letters = old.replace(/[^\p{L}]/gu, '')
  if (mark && letters === '') return marks[wanted]
  const name = /[a-z]_[a-z]/i.test(old) ? names[wanted].replaceAll(' ', '_') : names[wanted]
  if (letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return mark + name.toUpperCase()
  return mark + (letters === letters.toLowerCase() ? name.toLowerCase() : name)
}
