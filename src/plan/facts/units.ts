/** Outline → units: the facts of each line, read once. */
import { boxOf } from '../box.ts'
import { fieldOf } from '../build/field.ts'
import { columnsOf, titleColumn } from '../build/table-columns.ts'
import { ceremonyKind } from '../ceremonies/kind.ts'
import { findDates, type SlashOrder } from '../dates.ts'
import { parseHead } from '../head.ts'
import { keyPrefix } from '../key.ts'
import type { Node } from '../outline.ts'
import { readSection, type Section } from '../section.ts'
import { clip, plain, withoutEmoji } from '../text.ts'
import { shapeOf } from './shape.ts'
import type { Unit, UnitKind } from './unit.ts'

const MOST_FENCE_LINES = 200
const MOST_CELLS = 12

const BOLD_LINE = /^[^\p{L}\p{N}_]{0,6}(?:\*\*|__)/u
const TREE_MARKS = /^[│├└─|\s]+/

/** All units of an outline, parents before what hangs from them. */
export function unitsOf(root: Node, slash: SlashOrder): Unit[] {
  const units: Unit[] = []
  const add = (unit: Unit) => units.push(unit) - 1
  const visit = (node: Node, parent: number, depth: number) => {
    let lead = -1
    for (const child of node.children) {
      const listed = child.kind === 'item' || child.kind === 'table' || child.kind === 'fence'
      const up = lead >= 0 && listed ? lead : parent
      if (!listed) lead = -1
      if (child.kind === 'heading' || child.kind === 'label') {
        const at = add(
          unitOf(child.kind, child, child.line, parent, child.level, child.texts.join(' '), slash),
        )
        visit(child, at, 0)
      } else if (child.kind === 'item') {
        const at = add(unitOf('item', child, child.line, up, depth, child.texts.join(' '), slash))
        visit(child, at, depth + 1)
      } else if (child.kind === 'table' && child.rows.length > 0) addTable(child, up)
      else if (child.kind === 'para') lead = addParagraph(child, parent)
      else if (child.kind === 'fence') addFence(child, up)
    }
  }
  const addTable = (node: Node, parent: number) => {
    const columns = columnsOf(node.rows)
    const table = add({ ...unitOf('table', node, node.line, parent, 0, '', slash), columns })
    const named = titleColumn(columns, node.rows)
    for (const row of node.rows.slice(1)) {
      const cells = row.cells
        .slice(0, MOST_CELLS)
        .map((cell) => clip(withoutEmoji(plain(clip(cell, 400))), 200))
      const unit = unitOf('row', node, row.line, table, 0, row.cells[named] ?? '', slash)
      add({ ...unit, cells })
    }
  }
  const addParagraph = (node: Node, parent: number): number => {
    let lead = -1
    node.texts.forEach((text, i) => {
      const bold = BOLD_LINE.test(text)
      const at = add(unitOf(bold ? 'bold' : 'para', node, node.line + i, parent, 0, text, slash))
      if (bold || (i === node.texts.length - 1 && /[:：]\s*$/.test(text))) lead = at
    })
    return lead
  }
  const addFence = (node: Node, parent: number) => {
    if (/^(?:mermaid|plantuml)/i.test(node.lang)) return
    const fence = add(unitOf('fence', node, node.line, parent, 0, '', slash))
    node.texts.slice(0, MOST_FENCE_LINES).forEach((text, i) => {
      const bare = text.trim().replace(TREE_MARKS, '')
      if (bare !== '') add(unitOf('code', node, node.line + 1 + i, fence, 0, bare, slash))
    })
  }
  visit(root, -1, 0)
  return units
}

/** Whether a line may head what follows it; of others only the box that they name is asked. */
const leads = (kind: UnitKind, raw: string): boolean =>
  kind === 'heading' || kind === 'label' || kind === 'bold' || (kind === 'para' && /[:：]\s*$/.test(raw))

const bareSection = (text: string): Section => ({
  text,
  box: boxOf(text),
  mention: null,
  role: null,
  roles: [],
  exact: false,
})

function unitOf(
  kind: UnitKind,
  node: Node,
  line: number,
  parent: number,
  level: number,
  markdown: string,
  slash: SlashOrder,
): Unit {
  const raw = clip(markdown, 500)
  const text = withoutEmoji(plain(raw)).trim()
  const head = parseHead(raw)
  const field = fieldOf(raw)
  const bare = text.replace(/^[\s✓✔→>:|\-–—*]+/u, '')
  const checked = kind === 'item' && node.box ? (node.box.checked ? 2 : 1) : 0
  return {
    kind,
    line,
    level,
    parent,
    node,
    raw,
    text,
    title: head.title || text,
    shape: kind === 'table' || kind === 'fence' ? '' : shapeOf(text),
    key: head.key,
    startsWithKey: keyPrefix(bare) !== null,
    hasEstimate: head.estimate !== null,
    hasOwner: head.assignees.length > 0,
    status: head.status,
    dates: /\d/.test(text) ? findDates(clip(text, 300), slash).length : 0,
    meeting: text === '' ? null : ceremonyKind(clip(text, 120)),
    field: field ? field.roles : null,
    fieldHasValue: field !== null && field.value !== '',
    section: leads(kind, raw) || field ? readSection(clip(raw, 300)) : bareSection(text),
    box: checked,
    ordered: kind === 'item' && node.ordered !== null,
    columns: null,
    cells: [],
  }
}
