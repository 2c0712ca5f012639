/** Tables: what one lists, by its section and its columns, and the rows of each kind. */

import type { Item } from '#domain/plan-file.ts'
import type { Node, Row } from '../outline.ts'
import { peopleOf } from '../people.ts'
import { statusOf } from '../status.ts'
import { fold, plain, squeeze } from '../text.ts'
import type { Role } from '../vocabulary/index.ts'
import { PERSON_COLUMNS, ROLE_COLUMNS } from '../vocabulary/people.ts'
import type { Context, Draft } from './draft.ts'
import { labelRoles } from './field.ts'
import { withLearntRole } from './lists.ts'
import { addObjective } from './registers.ts'
import { applySprintField } from './sprint-field.ts'
import { isSprintMap } from './sprint-tables.ts'
import { type Columns, cellOf, columnsOf, share, titleColumn } from './table-columns.ts'
import { headerIsField, isFieldTable } from './table-fields.ts'
import { rowItem } from './table-items.ts'
import {
  addDependencyRow,
  addExperiment,
  addObjectiveRow,
  addRiskRow,
  addTeamRow,
} from './table-registers.ts'

const STRONG: readonly Role[] = [
  'estimate',
  'status',
  'assignee',
  'priority',
  'acceptance',
  'dependsOn',
  'dependencies',
  'due',
  'id',
]

export function readTableNode(draft: Draft, outer: Context, node: Node): void {
  const second = node.rows[1]
  const context = second && !outer.item ? withLearntRole(draft, outer, second.line) : outer
  const columns = columnsOf(node.rows)
  const body = node.rows.slice(1)
  const has = (role: Role) => columns.at[role] !== undefined
  const role = context.role
  const header = node.rows[0] as Row
  draft.claims.add('section.heading', header.line, header.line + 1, 'column headers')
  if (context.item) {
    readRowsOfItem(draft, context, context.item, columns, body)
    return
  }
  const isMap = draft.mapped && draft.sprints.some(({ sprint }) => sprint.line === body[0]?.line)
  if (!isMap && body.some((row) => draft.cards.isCard(row.line))) {
    readCards(draft, context, columns, body)
    return
  }
  if (body.some((row) => draft.meetings.has(row.line)) && !isFieldTable(columns, body)) {
    for (const row of body)
      draft.claims.add('context.list', row.line, row.line, `row under ${context.heading}`)
    return
  }
  const pairs = headerIsField(columns, body)
  if (pairs || isFieldTable(columns, body)) {
    for (const row of pairs ? node.rows : body) {
      const label = plain(row.cells[0] ?? '').replace(/[:：]$/, '')
      if (draft.meetings.has(row.line)) continue
      const field = { label, roles: labelRoles(label), value: row.cells[1] ?? '', bold: true }
      if (!applySprintField(draft, context, field, row.line))
        draft.claims.add('context.prose', row.line, row.line, `${label}: ${plain(field.value)}`)
    }
    return
  }
  if (has('hypothesis')) {
    for (const row of body) addExperiment(draft, context, columns, row)
    return
  }
  if (
    has('likelihood') ||
    has('mitigation') ||
    (has('impact') && has('risks')) ||
    (role === 'risks' && !has('estimate'))
  ) {
    for (const row of body) addRiskRow(draft, context, columns, row)
    return
  }
  if (isSprintMap(draft, context, columns, node.rows)) return
  if (body.some((row) => draft.cards.repeats(row.line))) {
    for (const row of body) rowItem(draft, context, withTitle(columns, body), row, true)
    return
  }
  if (
    has('headcount') ||
    has('effectiveDays') ||
    (role === 'capacity' && !has('sprint')) ||
    (role === 'team' && !has('id') && !has('estimate')) ||
    isPeopleTable(columns, node.rows)
  ) {
    for (const row of body) addTeamRow(draft, context, columns, row)
    return
  }
  if (role === 'dependencies') {
    for (const row of body) addDependencyRow(draft, context, columns, row)
    return
  }
  if (isCheckTable(columns, role)) {
    for (const row of body) addObjective(draft, context, withoutMarks(columns, row).join(': '), row.line)
    return
  }
  const strong = STRONG.filter(has).length
  const work = role === 'work' || role === 'stretch' || role === 'future' || role === 'subtasks'
  const objective = role === 'objectives' || has('metric') || has('baseline')
  if (objective && !(has('id') && strong > 1) && !work) {
    for (const row of body) addObjectiveRow(draft, context, columns, row)
    return
  }
  if (has('team') && has('assignee')) {
    for (const row of body) addTeamRow(draft, context, columns, row)
    return
  }
  for (const row of body) draft.claims.add('context.list', row.line, row.line, `row under ${context.heading}`)
}

/** Rows that are cards; the others of their table are read with them. */
function readCards(draft: Draft, context: Context, columns: Columns, body: readonly Row[]): void {
  const named = withTitle(columns, body)
  for (const row of body) {
    draft.claims.add('context.list', row.line, row.line, `row under ${context.heading}`)
    rowItem(draft, context, named, row, false)
  }
}

function withTitle(columns: Columns, body: readonly Row[]): Columns {
  const title = titleColumn(columns, [{ cells: columns.header, line: 0 }, ...body])
  if (title === columns.at.title) return columns
  const at = { ...columns.at }
  for (const role of Object.keys(at) as Role[]) if (at[role] === title && role !== 'title') delete at[role]
  return { ...columns, at: { ...at, title } }
}

/** Rows below an item: its tasks where the table has a column for them and nothing else is meant. */
function readRowsOfItem(
  draft: Draft,
  context: Context,
  item: Item,
  columns: Columns,
  body: readonly Row[],
): void {
  const { at, header } = columns
  const title = at.title === undefined ? '' : fold(header[at.title] ?? '')
  const tasks =
    at.title !== undefined &&
    (context.role === null || context.role === 'subtasks' || context.role === 'work') &&
    (WORK_TITLE.test(title) || at.id !== undefined || at.assignee !== undefined || at.estimate !== undefined)
  for (const row of body) {
    const text = squeeze(plain(cellOf(row, at.title)))
    if (tasks && text !== '') item.tasks.push({ text, done: statusOf(cellOf(row, at.status)) === 'done' })
    draft.claims.add(
      'item.detail',
      row.line,
      row.line,
      tasks ? `items[${item.title}].tasks` : `table in ${item.title}`,
    )
  }
}

/** Headers that name work itself. */
const WORK_TITLE =
  /^(?:tasks?|task name|stor(?:y|ies)|user stor(?:y|ies)|tickets?|issues?|tareas?|tarefas?|historias? de usuario|taches?|aufgaben?|attivita|taak|taken|uppgift(?:er)?|задачи?|задание|zadani[ae]|ukoly?|gorev(?:ler)?|任务|任務|タスク|作業|작업|업무|태스크|cong viec|tugas|งาน|المهمة|कार्य)$/

/** Headers of what is tried and of what must come of it. */
const CASE =
  /^(?:(?:(?:user |test )?scenarios?|test cases?)|escenarios?|cenarios?|casos? de (?:prueba|teste)|cas de test|szenari(?:o|en)|testf(?:all|alle)|сценари[ий]|тест кейсы?|场景|測試案例|测试场景|测试用例|用例|場景|シナリオ|テストケース|テスト項目|시나리오|테스트 케이스|kich ban)$/
const EXPECTED =
  /^(?:expected(?: results?| outcomes?| behaviou?r| output)?|(?:resultados? )?esperados?|comportamiento esperado|resultats? attendus?|erwartet(?:es ergebnis|e ergebnisse)?|erwartetes verhalten|risultat[oi] attes[oi]|verwacht resultaat|ожидаемый результат|очікуваний результат|预期结果|预期|預期結果|期待結果|期待される結果|기대 결과|예상 결과|ket qua mong doi|hasil yang diharapkan)$/

/** "Name | Role | Days": people and what they do, whatever the heading says. */
function isPeopleTable({ header, at }: Columns, rows: readonly Row[]): boolean {
  const names = header.map((cell) => fold(cell))
  const person = names.findIndex((name) => PERSON_COLUMNS.has(name))
  return (
    person >= 0 &&
    at.id === undefined &&
    at.status === undefined &&
    names.some((name) => ROLE_COLUMNS.has(name)) &&
    !names.some((name) => WORK_TITLE.test(name)) &&
    share(rows, person, (cell) => peopleOf(cell).length > 0 && /^\P{Ll}/u.test(plain(cell))) >= 0.6
  )
}

/** "Scenario | Expected result | Status": what is tried at the end, not what is planned. */
function isCheckTable(columns: Columns, role: Role | null): boolean {
  const { at, header } = columns
  if (at.estimate !== undefined || at.assignee !== undefined || at.acceptance !== undefined) return false
  const names = header.map((cell) => fold(cell))
  if (names.some((name) => WORK_TITLE.test(name))) return false
  const cases = names.some((name) => CASE.test(name))
  const expects = names.some((name) => EXPECTED.test(name))
  const work = role === 'work' || role === 'stretch' || role === 'future'
  return (cases && (expects || !work)) || (expects && role === 'acceptance')
}

/** The cells of a row without its number and its state. */
function withoutMarks({ at }: Columns, row: Row): string[] {
  return row.cells.filter((cell, i) => i !== at.id && i !== at.status && plain(cell) !== '')
}
