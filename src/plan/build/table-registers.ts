/** Rows of risks, dependencies, objectives, experiments and people. */
import type { Row } from '../outline.ts'
import { peopleOf } from '../people.ts'
import { plain } from '../text.ts'
import type { Role } from '../vocabulary/index.ts'
import { takeCapacity } from './capacity.ts'
import { type Context, type Draft, home } from './draft.ts'
import { addDependency, addObjective, levelOf, riskFromText } from './registers.ts'
import { type Columns, cellOf, share } from './table-columns.ts'

export function addRiskRow(draft: Draft, context: Context, columns: Columns, row: Row): void {
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

export function addDependencyRow(draft: Draft, context: Context, columns: Columns, row: Row): void {
  const at = columns.at
  const column =
    at.dependencies ?? at.title ?? at.description ?? columns.header.findIndex((_h, i) => i !== at.id)
  const dependency = addDependency(draft, context, cellOf(row, column), row.line)
  if (!dependency) return
  dependency.id ??= plain(cellOf(row, at.id)) || null
  dependency.on ??= peopleOf(cellOf(row, at.assignee))[0] ?? null
}

export function addObjectiveRow(draft: Draft, context: Context, columns: Columns, row: Row): void {
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

export function addExperiment(draft: Draft, context: Context, columns: Columns, row: Row): void {
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

export function addTeamRow(draft: Draft, context: Context, columns: Columns, row: Row): void {
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
    /(?:^|\s)(?:member|name|person|miembro|mitglied|участник|成员|姓名|メンバー|이름|nome|nombre)/i.test(
      columns.header[0] ?? '',
    )
  const roleColumn = columns.header.findIndex((cell) =>
    /^(?:role|rol|rolle|rôle|ruolo|funktion|função|роль|角色|役割|역할|vai trò|position|title)/i.test(cell),
  )
  draft.team.roles.push(
    member
      ? {
          role: plain(cellOf(row, roleColumn >= 0 ? roleColumn : undefined)),
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
