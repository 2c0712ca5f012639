/** Tables: what one lists, by its section and its columns, and the rows of each kind. */
import type { Node, Row } from '../outline.ts'
import { peopleOf } from '../people.ts'
import { boxOf, headingText, normal } from '../section.ts'
import { fold, plain, withoutEmoji } from '../text.ts'
import type { Role } from '../vocabulary/index.ts'
import { addCeremony, ceremonyKind, timesIn } from './ceremonies.ts'
import { type Context, type Draft, home, type SprintDraft } from './draft.ts'
import { fieldOf, labelRoles } from './field.ts'
import { addDependency, addObjective, levelOf, riskFromText } from './registers.ts'
import { applySprintField, isPersonRole, sprintStatusOf, takeCapacity, takeDates } from './sprint-field.ts'
import { type Columns, cellOf, columnsOf, share } from './table-columns.ts'
import { rowItem } from './table-items.ts'

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
const NO_ITEMS: ReadonlySet<Role> = new Set<Role>([
  'context',
  'description',
  'excluded',
  'acceptance',
  'dor',
  'dod',
  'window',
  'capacity',
  'team',
  'goal',
  'links',
])

export function readTableNode(draft: Draft, context: Context, node: Node): void {
  const columns = columnsOf(node.rows)
  const body = node.rows.slice(1)
  const has = (role: Role) => columns.at[role] !== undefined
  const role = context.role
  const header = node.rows[0] as Row
  draft.claims.add('section.heading', header.line, header.line + 1, 'column headers')
  if (context.item) {
    for (const row of body)
      draft.claims.add('item.detail', row.line, row.line, `table in ${context.item.title}`)
    return
  }
  if (isFieldTable(columns, body)) {
    for (const row of body) {
      const label = plain(row.cells[0] ?? '').replace(/[:：]$/, '')
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
  if (
    has('headcount') ||
    has('effectiveDays') ||
    (role === 'capacity' && !has('sprint')) ||
    (role === 'team' && !has('id') && !has('estimate'))
  ) {
    for (const row of body) addTeamRow(draft, context, columns, row)
    return
  }
  if (role === 'ceremonies' || (has('ceremonies') && !has('id'))) {
    for (const row of body) addCeremonyRow(draft, context, columns, row)
    return
  }
  if (role === 'dependencies') {
    for (const row of body) addDependencyRow(draft, context, columns, row)
    return
  }
  const strong = STRONG.filter(has).length
  const work = role === 'work' || role === 'stretch' || role === 'future' || role === 'subtasks'
  const named = has('title') || has('id')
  const objective = role === 'objectives' || has('metric') || has('baseline')
  if (objective && !(has('id') && strong > 1) && !work) {
    for (const row of body) addObjectiveRow(draft, context, columns, row)
    return
  }
  const workTitle =
    has('title') &&
    WORK_TITLE.test(fold(columns.header[columns.at.title as number] ?? '')) &&
    (role === null || work)
  if (
    named &&
    !(
      role !== null &&
      NO_ITEMS.has(role) &&
      !(
        has('id') &&
        (has('estimate') || has('assignee') || has('status')) &&
        has('title') &&
        role !== 'acceptance'
      )
    ) &&
    (work || workTitle
      ? true
      : strong >= (role === 'softContext' ? 2 : 1) && has('title') && !onlyStatus(columns, strong))
  ) {
    for (const row of body) rowItem(draft, context, columns, row, (work || strong > 1) && strong > 0 ? 4 : 3)
    return
  }
  if (has('team') && has('assignee')) {
    for (const row of body) addTeamRow(draft, context, columns, row)
    return
  }
  for (const row of body) draft.claims.add('context.list', row.line, row.line, `row under ${context.heading}`)
}

/** Headers that name work itself. */
const WORK_TITLE =
  /^(?:tasks?|task name|stor(?:y|ies)|user stor(?:y|ies)|tickets?|issues?|tareas?|tarefas?|historias? de usuario|taches?|aufgaben?|attivita|taak|taken|uppgift(?:er)?|задачи?|задание|zadani[ae]|ukoly?|gorev(?:ler)?|任务|任務|タスク|作業|작업|업무|태스크|cong viec|tugas|งาน|المهمة|कार्य)$/

/** "Component | Status": where something stands, not what is planned. */
function onlyStatus(columns: Columns, strong: number): boolean {
  return strong === 1 && (columns.at.id !== undefined || columns.at.due !== undefined)
}

/** "Field | Value": rows are fields. */
function isFieldTable(columns: Columns, body: readonly Row[]): boolean {
  if (columns.header.length !== 2 || body.length === 0) return false
  const head = fold(columns.header[0] ?? '')
  const generic =
    /^(?:field|attribute|property|parameter|metric|key|item|项目|项|項目|항목|campo|atributo|feld|поле|champ|\s*)$/.test(
      head,
    ) &&
    /^(?:value|content|wert|valor|valeur|значение|内容|值|내용|detail|details|\s*)$/.test(
      fold(columns.header[1] ?? ''),
    )
  const known = body.filter((row) =>
    labelRoles(plain(row.cells[0] ?? '').replace(/[:：]$/, '')).some(
      (role) => role !== 'title' && role !== 'description',
    ),
  ).length
  return generic || (head === '' && known > body.length / 2)
}

/** Whether rows describe sprints: dates, goal and points for those that headings name. */
function isSprintMap(draft: Draft, context: Context, columns: Columns, rows: readonly Row[]): boolean {
  const body = rows.slice(1)
  const head = columns.header[0] ?? ''
  const box = boxOf(`${head} 1`)
  if (columns.at.sprint !== 0 && !box) return false
  if (columns.at.id === 0) return false
  const numbers = body.map((row) => rowNumber(row.cells[0] ?? ''))
  const named = numbers.filter((n) => n !== null)
  if (named.length < body.length * 0.6 || new Set(named).size < named.length) return false
  if (box && box.kind !== 'sprint' && box.kind !== draft.boxKind) {
    for (const [i, row] of body.entries())
      if (numbers[i] || /^[\w.]{1,6}$/.test(row.cells[0] ?? ''))
        rowItem(draft, context, columns, row, 0, `${head.split(' ')[0]} ${plain(row.cells[0] ?? '')}`)
    return true
  }
  for (const row of body)
    draft.claims.add('sprint.table-row', row.line, row.line, `sprint ${plain(row.cells[0] ?? '')}`)
  draft.maps.push({ rows })
  return true
}

/** Gives the sprints what the tables say of them, once all sprints are known. */
export function applyMaps(draft: Draft): void {
  for (const { rows } of draft.maps) {
    const columns = columnsOf(rows)
    for (const row of rows.slice(1)) {
      const number = rowNumber(row.cells[0] ?? '')
      const sprint = number === null ? undefined : draft.byId.get(`:${number}`)
      if (sprint) describeSprint(draft, sprint, columns, row)
    }
  }
}

function describeSprint(draft: Draft, sprint: SprintDraft, columns: Columns, row: Row): void {
  const named = columns.header.findIndex((cell) =>
    /dates?|window|fechas|datum|даты|period|日期|期間|기간|timeline|zeitraum/i.test(cell),
  )
  const dates = named >= 0 ? named : (columns.at.window ?? columns.at.due ?? -1)
  if (dates >= 0 && row.cells[dates])
    takeDates(draft, sprint.dates, row.cells[dates] as string, row.line, 'range')
  for (const which of ['start', 'end'] as const)
    if (columns.at[which] !== undefined)
      takeDates(draft, sprint.dates, cellOf(row, columns.at[which]), row.line, which)
  const goal = plain(cellOf(row, columns.at.goal))
  if (goal !== '' && sprint.sprint.goals.length === 0) sprint.sprint.goals.push(goal)
  if (columns.at.status !== undefined) sprint.sprint.status ??= sprintStatusOf(cellOf(row, columns.at.status))
  const points = /^\s*[~≈]?(\d{1,3})\s*(?:pts?|sp|points)?\s*$/i.exec(cellOf(row, columns.at.estimate))
  if (points?.[1] && columns.at.estimate !== undefined) {
    const raw = draft.lines.get(row.line) ?? ''
    sprint.totals.push({
      value: Number(points[1]),
      unit: columns.unit ?? 'points',
      line: row.line,
      column: raw.lastIndexOf(points[1]) + 1,
    })
  }
}

export function rowNumber(cell: string): string | null {
  const text = headingText(cell)
  const plainNumber = /^(?:#|S(?=\d))?(\d{1,3}(?:\.\d)?)$/.exec(text)
  if (plainNumber?.[1]) return normal(plainNumber[1])
  const box = boxOf(text)
  return box && !box.range ? box.number : null
}

function addRiskRow(draft: Draft, context: Context, columns: Columns, row: Row): void {
  const at = columns.at
  const titleColumn =
    at.risks ??
    at.title ??
    columns.header.findIndex(
      (_h, i) =>
        i !== at.id && i !== at.likelihood && i !== at.impact && i !== at.mitigation && i !== at.assignee,
    )
  const cell = cellOf(row, titleColumn)
  const id = plain(cellOf(row, at.id))
  if (plain(cell) === '') return
  if (/^D(?:EP)?-?\d/i.test(id) && context.roles.includes('dependencies')) {
    const dependency = addDependency(draft, context, cell, row.line)
    if (dependency) dependency.id = id
    return
  }
  const risk = riskFromText(cell, row.line) ?? null
  if (!risk) return
  if (at.mitigation !== undefined) {
    risk.title = plain(cell).replace(/\.$/, '')
    risk.mitigation = plain(cellOf(row, at.mitigation)) || null
  }
  risk.id ??= id === '' || /^\d+$/.test(id) ? null : id
  risk.likelihood ??= at.likelihood === undefined ? null : levelOf(cellOf(row, at.likelihood))
  risk.impact ??= at.impact === undefined ? null : levelOf(cellOf(row, at.impact))
  risk.owner ??= peopleOf(cellOf(row, at.assignee))[0] ?? null
  home(draft, context).risks.push(risk)
  draft.claims.add('risk.entry', row.line, row.line, `risks: ${risk.title}`)
}

function addDependencyRow(draft: Draft, context: Context, columns: Columns, row: Row): void {
  const at = columns.at
  const column =
    at.dependencies ?? at.title ?? at.description ?? columns.header.findIndex((_h, i) => i !== at.id)
  const dependency = addDependency(draft, context, cellOf(row, column), row.line)
  if (!dependency) return
  dependency.id ??= plain(cellOf(row, at.id)) || null
  dependency.on ??= peopleOf(cellOf(row, at.assignee))[0] ?? null
}

function addCeremonyRow(draft: Draft, context: Context, columns: Columns, row: Row): void {
  const cells = row.cells.map((cell) => plain(cell))
  const titleColumn =
    columns.at.ceremonies ??
    columns.at.title ??
    Math.max(
      0,
      cells.findIndex((cell) => ceremonyKind(cell) !== null),
    )
  const title = withoutEmoji(cells[titleColumn] ?? '')
  if (title === '' || /^\W*$/.test(title)) return
  const rest = row.cells.filter((_c, i) => i !== titleColumn)
  const ceremony = addCeremony(draft, context, `${title} — ${rest.join(', ')}`, row.line, title, true)
  if (!ceremony) return
  const times = timesIn(rest.join(' | '))
  ceremony.start ??= times.start
}

function addObjectiveRow(draft: Draft, context: Context, columns: Columns, row: Row): void {
  const cells = row.cells.map((cell) => plain(cell))
  const metric = cells[columns.at.metric ?? columns.at.title ?? 0] ?? ''
  if (metric === '') return
  const objective = addObjective(draft, context, cells.filter((cell) => cell !== '').join(': '), row.line)
  if (!objective) return
  objective.metric = metric
  objective.baseline =
    columns.at.baseline === undefined ? objective.baseline : cellOf(row, columns.at.baseline) || null
  objective.target =
    columns.at.target === undefined ? objective.target : plain(cellOf(row, columns.at.target)) || null
}

function addExperiment(draft: Draft, context: Context, columns: Columns, row: Row): void {
  const text = (role: Role) => plain(cellOf(row, columns.at[role])) || null
  const duration = columns.header.findIndex((cell) =>
    /duration|dauer|duración|время|期间|期間|기간/i.test(cell),
  )
  home(draft, context).experiments.push({
    id: text('id'),
    hypothesis: text('hypothesis') ?? '',
    metric: text('metric'),
    effect:
      text('effect') ??
      (columns.header.findIndex((cell) => /effect|lift|mde/i.test(cell)) >= 0
        ? plain(row.cells[columns.header.findIndex((cell) => /effect|lift|mde/i.test(cell))] ?? '')
        : null),
    duration: duration >= 0 ? plain(row.cells[duration] ?? '') || null : null,
    line: row.line,
  })
  draft.claims.add('experiment.entry', row.line, row.line, `experiments: ${text('hypothesis') ?? ''}`)
}

function addTeamRow(draft: Draft, context: Context, columns: Columns, row: Row): void {
  const at = columns.at
  const first = plain(cellOf(row, at.team ?? 0))
  const joined = row.cells.map((cell) => plain(cell)).join(' ')
  if (/velocity|velocidad|vélocité|скорость|速率|ベロシティ|total|capacity|summe/i.test(first)) {
    takeCapacity(draft, context, joined, row.line)
    if (/commit/i.test(joined)) {
      const commit = /commit\w*\s?[~≈]?\s?(\d{1,4})/i.exec(joined)
      if (commit?.[1]) home(draft, context).capacity.committed ??= Number(commit[1])
    }
    return
  }
  const numeric = (i: number) => /^\d/.test(plain(row.cells[i] ?? ''))
  const people = columns.header.findIndex(
    (cell, i) => i > 0 && /^(?:people|count|fte|size|personas|personen|人数)$/i.test(cell) && numeric(i),
  )
  const number = (role: Role) => {
    const column = at[role] ?? (role === 'headcount' && people >= 0 ? people : undefined)
    const value = Number.parseFloat(plain(cellOf(row, column)).replace(',', '.'))
    return Number.isFinite(value) ? value : null
  }
  const nameColumn =
    at.assignee ??
    columns.header.findIndex(
      (cell, i) =>
        i > 0 &&
        !numeric(i) &&
        /^(?:names?|members?|who|person|people|assigned to|nombres?|nomes?|miembros?|mitglied(?:er)?|namen?|noms?|имя|имена|участники|姓名|成员|名前|メンバー|이름|담당자)$/iu.test(
          cell,
        ),
    )
  if (first === '' || share([row, row], 0, (cell) => cell === '') === 1) return
  const member =
    /^(?:member|name|person|miembro|mitglied|участник|成员|姓名|メンバー|이름|nome|nombre)/i.test(
      columns.header[0] ?? '',
    )
  draft.team.roles.push(
    member
      ? {
          role: plain(cellOf(row, at.team ?? 1)),
          names: peopleOf(row.cells[0] ?? ''),
          headcount: number('headcount'),
          effectiveDays: number('effectiveDays'),
        }
      : {
          role: first,
          names: nameColumn < 0 ? [] : peopleOf(cellOf(row, nameColumn)),
          headcount: number('headcount'),
          effectiveDays: number('effectiveDays'),
        },
  )
  draft.claims.add('team.entry', row.line, row.line, `team.roles: ${first}`)
}

/** Whether a paragraph's field names a person's role. */
export function roleField(text: string): boolean {
  const field = fieldOf(text)
  return field !== null && isPersonRole(field.label)
}
