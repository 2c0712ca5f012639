/** A document that names its sprints only in a table: each row is a sprint and its work. */

import { boxOf } from '../box.ts'
import type { Node, Row } from '../outline.ts'
import { headingText, type Section } from '../section.ts'
import { statusOf } from '../status.ts'
import { plain, squeeze, withoutEmoji } from '../text.ts'
import type { Role } from '../vocabulary/index.ts'
import { addCandidate } from './candidates.ts'
import { addSprint, type Draft, emptyItem, emptySprint, NOWHERE, noDates } from './draft.ts'
import { rowNumber } from './sprint-tables.ts'
import { type Columns, cellOf, columnsOf } from './table-columns.ts'

/** Makes the sprints of a table, where headings name none or clearly fewer. */
export function mapSprints(draft: Draft, root: Node, sections: ReadonlyMap<Node, Section>): boolean {
  const table = findMap(root)
  if (!table) return false
  const headings = new Set(
    [...sections.values()].filter((s) => s.box && s.box.kind === 'sprint').map((s) => s.box?.number),
  )
  if (draft.boxKind !== null && (draft.boxKind !== 'sprint' || headings.size * 3 > table.rows.length - 1))
    return false
  draft.mapped = true
  const columns = columnsOf(table.rows)
  const kind = boxOf(`${headingText(table.rows[0]?.cells[0] ?? '')} 1`)?.kind ?? 'sprint'
  const word = headingText(table.rows[0]?.cells[0] ?? 'Sprint').split(' ')[0] ?? 'Sprint'
  for (const row of table.rows.slice(1)) {
    const number = rowNumber(row.cells[0] ?? '')
    if (number === null) continue
    const cell = headingText(row.cells[0] ?? '')
    const own = squeeze(boxOf(cell)?.rest.replace(/^[\s(（]+|[\s)）]+$/g, '') ?? '')
    const theme =
      own ||
      squeeze(withoutEmoji(plain(cellOf(row, columns.at.epic ?? columns.at.title ?? columns.at.goal ?? 1))))
    draft.claims.add('sprint.table-row', row.line, row.line, `sprints: ${cell}`)
    const sprint = emptySprint(/\p{L}/u.test(cell) ? cell : `${word} ${number}`, row.line)
    sprint.number = /^\d+$/.test(number) ? Number(number) : null
    sprint.theme = theme || null
    const goal = squeeze(plain(cellOf(row, columns.at.goal ?? lastText(columns, row))))
    if (goal !== '' && goal !== theme) sprint.goals.push(goal)
    const draftSprint = {
      sprint,
      id: `${kind}:${number}`,
      heading: sprint.name,
      level: 0,
      dates: noDates(),
      candidates: [],
      totals: [],
      endLine: row.line,
    }
    addSprint(draft, draftSprint)
    draft.boxKind = kind
    const { isCard, choice } = draft.cards
    if (theme === '' || (choice.blocks.size > 0 && !isCard(row.line))) continue
    const item = emptyItem(row.line)
    item.title = theme
    if (columns.at.status !== undefined) item.status = statusOf(cellOf(row, columns.at.status))
    addCandidate(draft, { ...NOWHERE, scope: draftSprint, role: 'work', exact: true }, item, {
      onlyJoins: false,
      rule: 'item.row',
      node: null,
      future: false,
    })
  }
  return draft.sprints.length > 0
}

const NO_GOAL: ReadonlySet<Role> = new Set<Role>([
  'status',
  'assignee',
  'team',
  'links',
  'labels',
  'priority',
  'estimate',
  'total',
  'capacity',
  'window',
  'start',
  'end',
  'due',
  'dependsOn',
])

/** The last column, where it holds words of its own and no state, person, date, number or file. */
function lastText(columns: Columns, row: Row): number | undefined {
  const last = row.cells.length - 1
  const cell = plain(row.cells[last] ?? '')
  const says = !(columns.roles[last] ?? []).some((role) => NO_GOAL.has(role))
  return says && /\p{L}{2}/u.test(cell) && !/^\S*[/\\.]\S+$|^\d/.test(cell) ? last : undefined
}

/** A column of the table says what a sprint is about; numbers and states alone do not. */
function tellsWork(table: Node): boolean {
  const { at } = columnsOf(table.rows)
  return (
    at.epic !== undefined || at.title !== undefined || at.goal !== undefined || at.objectives !== undefined
  )
}

/** The first table whose first column names sprints and whose rows are numbered 1, 2, 3 …. */
function findMap(node: Node): Node | null {
  for (const child of node.children) {
    if (child.kind === 'table' && child.rows.length >= 3 && tellsWork(child)) {
      const head = headingText(child.rows[0]?.cells[0] ?? '')
      if (
        boxOf(`${head} 1`) &&
        child.rows
          .slice(1)
          .every(
            (row, i, rows) =>
              rowNumber(row.cells[0] ?? '') !== null &&
              (i === 0 || rowNumber(rows[i - 1]?.cells[0] ?? '') !== rowNumber(row.cells[0] ?? '')),
          )
      )
        return child
    }
    if (child.kind === 'heading' || child.kind === 'label') {
      const inner = findMap(child)
      if (inner) return inner
    }
  }
  return null
}
