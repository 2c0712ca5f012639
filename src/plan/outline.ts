/**
 * Lines → a tree of blocks: headings, labels (a bold or colon line that works as a heading), list items, tables, fences, paragraphs.
 * One pass over the lines; nothing is looked at twice but an unclosed fence, once. Positions are those of the file.
 */

import type { ItemStatus } from '#domain/plan-file.ts'
import type { Line } from './conflict.ts'
import { type Directive, shownOf } from './hidden.ts'
import {
  closingFence,
  headingOf,
  indentOf,
  isRule,
  isUnderline,
  nextText,
  startsField,
  titleLine,
  unquote,
} from './outline-lines.ts'
import { checkboxOf, emojiBullet, fenceOf, labelLevelOf, leadsList, listMarkerOf } from './outline-shapes.ts'
import { readTable, tableStartsAt } from './outline-table.ts'
import { readSection } from './section.ts'
import { exactStatus } from './status.ts'

export type NodeKind =
  | 'root'
  | 'heading'
  | 'label'
  | 'item'
  | 'para'
  | 'table'
  | 'fence'
  | 'rule'
  | 'html'
  | 'frontmatter'

export interface Row {
  cells: string[]
  line: number
}

export interface Node {
  kind: NodeKind
  line: number
  endLine: number
  /** Headings 1 to 6, labels 7 and 8, 0 for the root, 99 for the rest. */
  level: number
  /** Raw Markdown, marker and box removed; a fence's and a paragraph's lines one by one. */
  texts: string[]
  parent: Node | null
  children: Node[]
  /** Of list items. */
  indent: number
  ordered: string | null
  /** undefined: no box. */
  box: { checked: boolean; status: ItemStatus | null } | undefined
  rows: Row[]
  /** Language of a fence. */
  lang: string
  /** The document's own word for what this block is: of a heading or label with all below, of an entry with those that follow in its list. */
  directive: string | null
}

/** Lists deeper than this hang from the deepest one kept, so that no walk can overflow. */
const MAX_DEPTH = 40

export interface Outline {
  root: Node
  frontmatter: Node | null
  /** Line of a fence that is never closed. */
  unclosedFence: number | null
  /** Table rows whose number of cells differs from their header's. */
  ragged: { line: number; cells: number; header: number }[]
  /** The lines as read, without what Markdown hides. */
  lines: readonly Line[]
  hidden: readonly number[]
  directives: readonly Directive[]
  /** Line of a comment that is never closed. */
  unclosedComment: number | null
}

function make(kind: NodeKind, line: number, level = 99): Node {
  return {
    kind,
    line,
    endLine: line,
    level,
    texts: [],
    parent: null,
    children: [],
    indent: 0,
    ordered: null,
    box: undefined,
    rows: [],
    lang: '',
    directive: null,
  }
}

export function outline(written: readonly Line[]): Outline {
  const root = make('root', 1, 0)
  const { lines, hidden, directives, unclosed } = shownOf(written)
  const out: Outline = {
    root,
    frontmatter: null,
    unclosedFence: null,
    ragged: [],
    lines,
    hidden,
    directives,
    unclosedComment: unclosed,
  }
  let section = root
  let list: Node[] = []
  let para: Node | null = null
  let blank = true
  let i = 0
  let nextDirective = 0
  /** Labels without a mark: each leads the list right below it and nothing else. */
  const leads = new Set<Node>()
  /** The sections in which `<details>` were opened and not closed yet. */
  const folds: Node[] = []

  const attach = (node: Node, parent: Node) => {
    node.parent = parent
    parent.children.push(node)
    if (node.kind === 'html' || node.kind === 'rule') return
    for (; (directives[nextDirective]?.line ?? Number.POSITIVE_INFINITY) <= node.line; nextDirective++)
      node.directive = (directives[nextDirective] as Directive).name
  }
  const openSection = (node: Node) => {
    while (section.level >= node.level && section.parent) section = section.parent
    attach(node, section)
    section = node
    list = []
    para = null
  }
  const holder = (indent: number): Node => {
    while (list.length > 0 && indent <= (list.at(-1) as Node).indent) list.pop()
    return list.at(-1) ?? section
  }

  const first = lines.findIndex((line) => line.text.trim() !== '')
  if (first >= 0 && (lines[first] as Line).text.trimEnd() === '---') i = frontmatter(lines, first, out)

  /** A board of Obsidian's Kanban: below a rule stands its archive, whatever that is called in the team's language. */
  const kanban = out.frontmatter?.texts.some((text) => /^kanban-plugin\s?:/.test(text)) ?? false
  let ruled = false
  const opening = titleLine(lines, i)
  if (opening >= 0) {
    const line = lines[opening] as Line
    const title = make('heading', line.number, 1)
    title.texts = [line.text.trim()]
    openSection(title)
    i = opening + 1
  }
  for (; i < lines.length; i++) {
    const { text: full, number } = lines[i] as Line
    const text = unquote(full)
    const indent = indentOf(text)
    const t = text.trim()
    if (t === '') {
      blank = true
      para = null
      continue
    }
    const fence = fenceOf(t)
    if (fence && out.unclosedFence === null) {
      const end = closingFence(lines, i, fence.mark)
      if (end < 0) {
        out.unclosedFence = number
        continue
      }
      const node = make('fence', number)
      node.lang = fence.lang
      node.texts = lines.slice(i + 1, end).map((line) => line.text)
      node.endLine = (lines[end] as Line).number
      attach(node, blank ? holder(indent) : indent > 0 ? holder(indent) : section)
      if (indent === 0) list = []
      i = end
      para = null
      blank = false
      continue
    }
    if (kanban && t === '**Complete**') {
      attach(make('html', number), section)
      blank = true
      continue
    }
    const hashes = headingOf(t)
    if (hashes > 0 && indent < 4) {
      const node = make('heading', number, hashes)
      node.texts = [t.slice(hashes).replace(/#+$/, '').trim()]
      openSection(node)
      if (kanban && ruled && node.directive === null) node.directive = 'ignore'
      blank = true
      continue
    }
    if (isRule(t)) {
      if (
        !blank &&
        para &&
        para.kind === 'para' &&
        para.texts.length === 1 &&
        list.length === 0 &&
        isUnderline(t) &&
        !(para.texts[0] as string).includes('**') &&
        para.parent
      ) {
        const setext = make('heading', para.line, t.startsWith('=') ? 1 : 2)
        setext.texts = para.texts
        setext.endLine = number
        para.parent.children.pop()
        openSection(setext)
      } else {
        const node = make('rule', number)
        attach(node, section)
        ruled = true
        list = []
        if (section.kind === 'label')
          while (section.kind === 'label' && section.parent) section = section.parent
      }
      para = null
      blank = true
      continue
    }
    if (t.includes('|') && tableStartsAt(lines, i)) {
      const table = make('table', number)
      const read = readTable(lines, i, out.ragged)
      table.rows = read.rows
      table.endLine = (lines[read.next - 1] as Line).number
      attach(table, indent > 1 ? holder(indent) : section)
      if (indent <= 1) list = []
      i = read.next - 1
      para = null
      blank = false
      continue
    }
    if (t[0] === '<' && TAGS.test(t.slice(0, 400))) {
      if (/^<details/i.test(t) && folds.length < MAX_DEPTH) folds.push(section)
      const summary = summaryOf(t)
      if (summary !== '' && (list.length === 0 || indent === 0) && headsSection(summary)) {
        const title = make('heading', number, 6)
        title.texts = [summary]
        openSection(title)
      } else attach(make('html', number), section)
      if (/^<\/details/i.test(t)) {
        const around = folds.pop()
        if (around && within(section, around)) {
          section = around
          list = []
        }
      }
      para = null
      blank = true
      continue
    }
    const marker = listMarkerOf(t)
    if (marker) {
      const node = make('item', number)
      node.indent = indent
      node.ordered = marker.ordered
      const box = checkboxOf(t.slice(marker.length))
      node.box = box?.box
      node.texts = [box ? box.rest : t.slice(marker.length).trim()]
      while (
        list.length > 0 &&
        indent < (list.at(-1) as Node).indent + 2 &&
        !(indent > (list.at(-1) as Node).indent && list.length === 1)
      )
        list.pop()
      if (list.length >= MAX_DEPTH) list.length = MAX_DEPTH - 1
      attach(node, list.at(-1) ?? section)
      list.push(node)
      para = null
      blank = false
      continue
    }
    const bare = emojiBullet(t)
    if (bare && labelLevelOf(t, nextText(lines, i)) === 0) {
      const node = make('item', number)
      node.indent = indent
      node.box = bare.box
      node.texts = [bare.rest]
      list = []
      attach(node, section)
      list.push(node)
      para = null
      blank = false
      continue
    }
    const last = list.at(-1)
    if (!blank && last && !para && !startsField(t, indent)) {
      last.texts.push(t)
      last.endLine = number
      continue
    }
    if (para && !blank) {
      const level = labelLevelOf(t, nextText(lines, i))
      if (level === 0 || list.length > 0) {
        para.texts.push(t)
        para.endLine = number
        continue
      }
    }
    const parent = blank || last ? holder(startsField(t, indent) && indent === 0 ? -1 : indent) : section
    const led = blank && parent.kind !== 'item' && leadsList(t, lines[i + 1]?.text ?? '')
    const level = parent.kind === 'item' ? 0 : labelLevelOf(t, nextText(lines, i)) || (led ? 8 : 0)
    if (level > 0) {
      const node = make('label', number, level)
      node.texts = [t]
      openSection(node)
      if (led) leads.add(node)
      blank = false
      continue
    }
    const node = make('para', number)
    node.texts = [t]
    if (blank && parent === section && leads.has(section) && section.parent && section.children.length > 0)
      section = section.parent
    attach(node, parent.kind === 'item' ? parent : section)
    para = node
    blank = false
  }
  return out
}

/** A line of tags and nothing else, or one that folds text up: `<details><summary>Notes</summary>`. */
const TAGS = /^(?:<\/?[a-z][^<>]*>(?:\s*<\/?[a-z][^<>]*>)*$|<\/?(?:details|summary)\b)/i

function summaryOf(t: string): string {
  const inner = /<summary[^<>]*>(.*?)(?:<\/summary>|$)/i.exec(t)?.[1] ?? ''
  return inner.replace(/<[^<>]{0,200}>/g, ' ').trim()
}

/** Whether the words of a fold say what is in it: a box of time, a part of a plan, a state. "Click to expand" heads nothing. */
function headsSection(summary: string): boolean {
  const { box, role, exact } = readSection(summary)
  return box !== null || (role !== null && exact) || exactStatus(summary) !== null
}

function within(node: Node, around: Node): boolean {
  for (let at: Node | null = node; at; at = at.parent) if (at === around) return true
  return false
}

/** Keeps the lines between the two `---`; a block that is never closed is no frontmatter. */
function frontmatter(lines: readonly Line[], at: number, out: Outline): number {
  for (let i = at + 1; i < lines.length && i < at + 2000; i++) {
    const t = (lines[i] as Line).text.trimEnd()
    if (t === '---' || t === '...') {
      const inside = lines.slice(at + 1, i)
      if (!inside.some((line) => /^[\w-]{1,60}\s?:/.test(line.text))) return at
      const node = make('frontmatter', (lines[at] as Line).number)
      node.texts = inside.map((line) => line.text)
      node.endLine = (lines[i] as Line).number
      out.frontmatter = node
      return i + 1
    }
    if (/^#{1,6} /.test(t) && i - at > 1 && !t.startsWith('# ')) return at
  }
  return at
}
