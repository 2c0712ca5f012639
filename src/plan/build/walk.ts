/** Goes through the outline and hands every block to the rule of its place. */
import type { Node } from '../outline.ts'
import { readSection, type Section } from '../section.ts'
import { clip } from '../text.ts'
import type { Role } from '../vocabulary/index.ts'
import { directedContext, ignoreBlock } from './directed.ts'
import type { Context, Draft } from './draft.ts'
import { readFence } from './fences.ts'
import { readList } from './lists.ts'
import { readParagraph } from './paragraphs.ts'
import { visitSection } from './sections.ts'
import { readTableNode } from './tables.ts'

export function walk(draft: Draft, root: Node, context: Context): void {
  let list: Node[] = []
  let here = context
  let listed = context
  const flush = () => {
    if (list.length > 0) readEntries(draft, listed, list)
    list = []
  }
  for (const node of root.children) {
    draft.places.set(node, node.kind === 'item' ? listed : here)
    if (node.kind === 'item') {
      if (node.directive !== null) flush()
      list.push(node)
      continue
    }
    flush()
    if (node.kind !== 'table' && node.kind !== 'fence') listed = here
    if (here.item && here.outer && node.kind === 'label' && leavesItem(draft, node)) here = here.outer
    const directed = directedContext(listed, node)
    if (directed === 'ignore') ignoreBlock(draft, node)
    else if (directed !== null && isSection(node)) visitDirected(draft, node, directed)
    else if (isSection(node)) visitSection(draft, node, here)
    else if (node.kind === 'table') readTableNode(draft, directed ?? listed, node)
    else if (node.kind === 'fence') readFence(draft, directed ?? listed, node)
    else if (node.kind === 'para') listed = readParagraph(draft, directed ?? here, node)
    else draft.claims.add('document.decoration', node.line, node.endLine, node.kind)
  }
  flush()
}

const isSection = (node: Node) => node.kind === 'heading' || node.kind === 'label'

/** The entries of one list, or those of its parts that a directive heads. */
function readEntries(draft: Draft, here: Context, list: readonly Node[]): void {
  const directed = directedContext(here, list[0] as Node)
  if (directed === 'ignore') for (const node of list) ignoreBlock(draft, node)
  else readList(draft, directed ?? here, list)
}

/** A section whose part the document states: its own words are not asked. */
function visitDirected(draft: Draft, node: Node, context: Context): void {
  const title = sectionOf(draft, node).text
  draft.claims.add('section.heading', node.line, node.endLine, `directive: ${node.directive}`)
  if (node.line === draft.titleLine)
    draft.claims.add('document.title', node.line, node.endLine, `title = ${draft.title}`)
  walk(draft, node, { ...context, heading: title })
}

const OUTSIDE: ReadonlySet<Role> = new Set<Role>([
  'stretch',
  'future',
  'excluded',
  'risks',
  'capacity',
  'ceremonies',
  'total',
])

/** A label after an item's details that speaks of the sprint: "**Week 1 Summary:**", "**Stretch (not committed)**". */
function leavesItem(draft: Draft, node: Node): boolean {
  const section = sectionOf(draft, node)
  if (node.level !== 7) return false
  return (
    section.box !== null ||
    (section.exact && section.role !== null && OUTSIDE.has(section.role)) ||
    /^(?:sprint|week|iteration)\b/i.test(section.text)
  )
}

export function sectionOf(draft: Draft, node: Node): Section {
  let section = draft.sections.get(node)
  if (!section) {
    section = readSection(clip(node.texts.join(' '), 400))
    draft.sections.set(node, section)
  }
  return section
}

export function lastLine(node: Node): number {
  let end = node.endLine
  let at: Node | undefined = node
  while (at) {
    end = Math.max(end, at.endLine)
    at = at.children.at(-1)
  }
  return end
}
