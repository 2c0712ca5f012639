/** Rows of an item table. */

import type { Item } from '#domain/plan-file.ts'
import { boxOf, normal } from '../box.ts'
import { estimateOf } from '../estimate.ts'
import { parseHead } from '../head.ts'
import { keyPrefix } from '../key.ts'
import type { Row } from '../outline.ts'
import { isNobody, peopleOf } from '../people.ts'
import { statusOf } from '../status.ts'
import { fold, linksOf, plain, squeeze, withoutEmoji } from '../text.ts'
import type { Role } from '../vocabulary/index.ts'
import { KINDS } from '../vocabulary/levels.ts'
import { STATUSES } from '../vocabulary/status.ts'
import { addCandidate } from './candidates.ts'
import { takeTotal } from './capacity.ts'
import {
  addSprint,
  type Context,
  type Draft,
  emptyItem,
  emptySprint,
  noDates,
  type SprintDraft,
} from './draft.ts'
import { criteriaOf, joined, PART_OF, referencesOf } from './item-fields.ts'
import { rowNumber } from './sprint-tables.ts'
import { type Columns, cellOf } from './table-columns.ts'

const TOTAL =
  /^(?:sub)?(?:total|sum|summe|gesamt|totale|totaal|suma|somme|итого|всего|разом|razem|celkem|toplam|合计|总计|小计|合計|합계|총계|tổng|jumlah)/i

export function rowItem(
  draft: Draft,
  context: Context,
  columns: Columns,
  row: Row,
  onlyJoins: boolean,
  joinKey: string | null = null,
): void {
  const at = columns.at
  const filled = row.cells.filter((cell) => plain(cell) !== '')
  const titleCell = cellOf(row, at.title)
  const idCell = squeeze(withoutEmoji(plain(cellOf(row, at.id))))
  if (filled.length === 0 || filled.every((cell) => /^[.…\-–—\s]*$/.test(cell))) return
  if (TOTAL.test(withoutEmoji(plain(filled[0] ?? ''))) || TOTAL.test(withoutEmoji(plain(titleCell)))) {
    takeTotal(draft, context, plain(cellOf(row, at.estimate)), row.line, 'total points')
    return
  }
  if (plain(titleCell) === '' && idCell === '') {
    continueRow(draft, context, columns, row)
    return
  }
  const pieces = titleCell.split(/<br ?\/?>/i)
  const head = parseHead(unbracket(pieces[0] ?? ''))
  const item = emptyItem(row.line)
  let key = idCell === '' || isNobody(idCell) ? head.key : idCell.replace(/^\[|\]$/g, '')
  if (
    key !== null &&
    /^\d{1,3}$/.test(key) &&
    /^(?:#|no|nr|n|№|stt|sira|order|rank|序号|番号|번호|순번)?$/.test(fold(columns.header[at.id ?? -1] ?? ''))
  )
    key = null
  item.title = head.title || withoutEmoji(plain(titleCell)) || key || ''
  if (head.key !== null && key !== null && fold(head.key) !== fold(key) && idCell !== '')
    item.title = squeeze(withoutEmoji(plain(pieces[0] ?? '')))
  if (joinKey !== null) key = joinKey
  if (item.title === '' || /^[.…\-–—\s]*$/.test(item.title)) return
  item.key = key ?? ''
  item.keyStated = key !== null
  item.status = head.status
  item.estimate = head.estimate
  item.assignees = head.assignees
  item.priority = head.priority
  item.labels = head.labels
  item.kind = head.kind
  item.links = [...new Set(row.cells.flatMap((cell) => linksOf(cell)))]
  const rest = pieces
    .slice(1)
    .map((piece) => squeeze(plain(piece)))
    .filter((piece) => piece !== '')
  if (rest.length > 0) item.description = rest.join('\n')
  applyColumns(item, columns, row)
  item.stretch = context.stretch || head.stretch
  const boxed = columns.at.sprint === undefined ? null : rowNumber(cellOf(row, columns.at.sprint))
  const scope =
    boxed === null
      ? undefined
      : sprintOf(draft, boxed, columns.header[columns.at.sprint ?? 0] ?? '', row.line)
  const above = (context.scope ? context.scope.candidates : draft.loose).at(-1)
  if (
    columns.carriesEpic &&
    item.epic === null &&
    above?.rule === 'item.row' &&
    above.item.endLine === row.line - 1
  )
    item.epic = above.item.epic
  item.epic ??= context.epic
  addCandidate(draft, scope ? { ...context, scope } : context, item, {
    onlyJoins,
    rule: 'item.row',
    node: null,
    future: context.role === 'future',
  })
  draft.claims.add('item.row', row.line, row.line, `items: ${item.title}`)
}

/** The sprint that a row names by number; one that no heading names is made. */
function sprintOf(draft: Draft, number: string, header: string, line: number): SprintDraft | undefined {
  const known = draft.byId.get(`:${normal(number)}`)
  if (known || !/^\d{1,3}$/.test(number) || boxOf(`${header} 1`)?.kind !== 'sprint' || draft.boxKind !== null)
    return known
  const sprint = emptySprint(`${header.split(' ')[0]} ${number}`, line)
  sprint.number = Number(number)
  const opened: SprintDraft = {
    sprint,
    id: `sprint:${normal(number)}`,
    heading: sprint.name,
    level: 9,
    dates: noDates(),
    candidates: [],
    totals: [],
    endLine: line,
  }
  addSprint(draft, opened)
  return opened
}

/** A row with neither title nor key tells more of the row above it: a task, an estimate, a person. */
function continueRow(draft: Draft, context: Context, columns: Columns, row: Row): void {
  const above = (context.scope ? context.scope.candidates : draft.loose).at(-1)
  if (above?.rule !== 'item.row' || row.line - above.item.endLine > 1) return
  const { item } = above
  for (const role of ['subtasks', 'work', 'description'] as const) {
    const text = squeeze(plain(cellOf(row, columns.at[role])))
    if (text !== '') item.tasks.push({ text, done: statusOf(cellOf(row, columns.at.status)) === 'done' })
  }
  for (const name of peopleOf(cellOf(row, columns.at.assignee)))
    if (!item.assignees.includes(name)) item.assignees.push(name)
  item.endLine = row.line
  draft.claims.add('item.row', row.line, row.line, `items[${item.title}].tasks`)
}

/** "[US-4 (backend)]": a filled-in placeholder keeps its brackets. */
function unbracket(cell: string): string {
  const inner = /^\s*\[([^[\]]+)\]\s*$/.exec(cell)?.[1]
  return inner ?? cell
}

/** Under "Owner / role" the part before the slash. */
function ownerOf(cell: string, header: string): string {
  return /\/\s*(?:role|rolle|rol|роль)|(?:role|rol)\s*\//i.test(header)
    ? (cell.split(/\s\/\s/)[0] ?? cell)
    : cell
}

/** Under "Done" a cross or a no means not yet. */
function stateIn(cell: string, header: string): Item['status'] {
  if (
    STATUSES.get(fold(header)) === 'done' &&
    /^\W*(?:❌|✗|✘|no|n|nein|nicht|false|нет|否|☐|⬜)\W*$/iu.test(cell)
  )
    return null
  if (STATUSES.get(fold(header)) === 'done' && /^\W*(?:x|✓|✔|yes|y|ja|sí|si|oui|true|да|是)\W*$/iu.test(cell))
    return 'done'
  return statusOf(cell)
}

function applyColumns(item: Item, columns: Columns, row: Row): void {
  const at = columns.at
  const text = (role: Role) => squeeze(withoutEmoji(plain(cellOf(row, at[role]))))
  if (at.estimate !== undefined)
    item.estimate = estimateOf(cellOf(row, at.estimate), columns.unit ?? 'points') ?? item.estimate
  if (at.status !== undefined)
    item.status = stateIn(cellOf(row, at.status), columns.header[at.status] ?? '') ?? item.status
  if (at.assignee !== undefined)
    item.assignees = peopleOf(ownerOf(cellOf(row, at.assignee), columns.header[at.assignee] ?? ''))
  if (at.priority !== undefined) item.priority = text('priority') || null
  if (at.kind !== undefined) item.kind = KINDS.get(fold(text('kind'))) ?? item.kind
  if (at.labels !== undefined)
    item.labels.push(
      ...text('labels')
        .split(/[,;]\s*/)
        .filter(Boolean),
    )
  if (at.epic !== undefined) {
    const name = text('epic')
    if (keyPrefix(name)?.rest === '' && !/^epic/i.test(name)) item.dependsOn.push(`${PART_OF}${name}`)
    else item.epic = name || item.epic
  }
  for (const role of ['acceptance', 'dod'] as const)
    if (at[role] !== undefined) item.acceptance.push(...criteriaOf(cellOf(row, at[role])))
  for (const role of ['subtasks', 'work'] as const)
    if (at[role] !== undefined)
      item.tasks.push(...criteriaOf(cellOf(row, at[role])).map((task) => ({ text: task, done: false })))
  for (const role of ['dependsOn', 'dependencies'] as const)
    if (at[role] !== undefined) item.dependsOn.push(...referencesOf(cellOf(row, at[role])))
  for (const role of ['description', 'goal', 'objectives', 'metric', 'effect'] as const)
    if (at[role] !== undefined && text(role) !== '') item.description = joined(item.description, text(role))
}
