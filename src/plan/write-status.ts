/**
 * Statuses written back into a plan's text: only the boxes, words and marks that say them change, every other byte stays.
 * Each edit is proved by reading the text again: it stands only when its item now has the status, and nothing else moved.
 */
import { checkboxOf } from './outline-shapes.ts'
import { parsePlan } from './parse.ts'
import { exactStatus } from './status.ts'
import type { Item, ItemStatus } from './types.ts'
import { STATUS_MARKS } from './vocabulary/status.ts'

/** An item of the text by its first line and title, and the status that it is to have. */
export interface WantedStatus {
  line: number
  title: string
  status: ItemStatus
}

export interface WrittenStatuses {
  text: string
  /** Those that the text now says. */
  written: WantedStatus[]
  /** Those for which the text has no mark that could be changed: its status stands in a heading, say. */
  unwritten: WantedStatus[]
}

interface Edit {
  line: number
  start: number
  end: number
  text: string
  /** A box only says done or not. */
  isBox: boolean
}

/** `text` is the file as it stands, a byte-order mark included. */
export function writeStatuses(text: string, wanted: readonly WantedStatus[]): WrittenStatuses {
  const result: WrittenStatuses = { text, written: [], unwritten: [] }
  let items = itemsOf(text)
  const words = vocabularyOf(text, items)
  for (const want of wanted) {
    const index = items.findIndex(({ line, title }) => line === want.line && title === want.title)
    const item = items[index]
    if (!item || item.status === want.status) continue
    const edits = editsOf(result.text, item, want.status, words)
    let changed = false
    for (const edit of edits) {
      // A word or mark that is written settles it; the box is brought in line after it.
      if (changed && !edit.isBox) continue
      const attempt = applied(result.text, edit)
      const after = itemsOf(attempt)
      const says = changed || !edit.isBox ? exactly : roughly
      if (!onlyMoved(items, after, index) || !says(after[index]?.status ?? null, want.status)) continue
      result.text = attempt
      items = after
      changed = true
    }
    if (changed) result.written.push(want)
    else if (!saysAlready(result.text, item, want.status)) result.unwritten.push(want)
  }
  return result
}

const exactly = (actual: ItemStatus | null, wanted: ItemStatus) => actual === wanted
const roughly = (actual: ItemStatus | null, wanted: ItemStatus) => (actual === 'done') === (wanted === 'done')

/** A box, or no mark at all, says no more than done or not. */
function saysAlready(text: string, item: Item, wanted: ItemStatus): boolean {
  const onlyBox = item.status === null || boxIn(linesOf(text)[item.line - 1] ?? '') !== null
  return onlyBox && roughly(item.status, wanted)
}

function itemsOf(text: string): Item[] {
  const { plans } = parsePlan(new TextEncoder().encode(text), { path: '' })
  return plans.flatMap((plan) => [...plan.sprints.flatMap((sprint) => sprint.items), ...plan.backlog])
}

function onlyMoved(before: Item[], after: Item[], index: number): boolean {
  return (
    before.length === after.length &&
    before.every((item, i) => {
      const now = after[i]
      if (!now || now.line !== item.line || now.title !== item.title || now.key !== item.key) return false
      return i === index || now.status === item.status
    })
  )
}

const lineEnd = /(\r\n|\n|\r)/
const linesOf = (text: string): string[] => text.split(lineEnd).filter((_, index) => index % 2 === 0)

function applied(text: string, { line, start, end, text: replacement }: Edit): string {
  const parts = text.split(lineEnd)
  const index = (line - 1) * 2
  const old = parts[index] ?? ''
  parts[index] = old.slice(0, start) + replacement + old.slice(end)
  return parts.join('')
}

/** What could be changed for an item: words and marks first, then its box. */
function editsOf(text: string, item: Item, wanted: ItemStatus, words: Vocabulary): Edit[] {
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
function boxIn(line: string): FoundBox | null {
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

type Vocabulary = ReadonlyMap<ItemStatus, string>

/** How this document says each status, by the first of its items that says it. */
function vocabularyOf(text: string, items: Item[]): Vocabulary {
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
