/** Tables with a row a sprint: dates, goals and totals of the sprints that headings name. */

import { boxOf, normal } from '../box.ts'
import { whenOf } from '../ceremonies/days.ts'
import { isMeetingName } from '../ceremonies/kind.ts'
import { estimateOf } from '../estimate.ts'
import type { Row } from '../outline.ts'
import { headingText } from '../section.ts'
import { plain } from '../text.ts'
import { addCeremony } from './ceremonies/add.ts'
import { type Context, type Draft, NOWHERE, type SprintDraft } from './draft.ts'
import { sprintStatusOf, takeDates } from './sprint-field.ts'
import { type Columns, cellOf, columnsOf } from './table-columns.ts'
import { rowItem } from './table-items.ts'

/** Whether rows describe sprints: dates, goal and points for those that headings name. */
export function isSprintMap(draft: Draft, context: Context, columns: Columns, rows: readonly Row[]): boolean {
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
        rowItem(draft, context, columns, row, true, `${head.split(' ')[0]} ${plain(row.cells[0] ?? '')}`)
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
  columns.header.forEach((header, i) => {
    const cell = plain(row.cells[i] ?? '')
    if (i !== dates && isMeetingName(header) && whenOf(cell, draft).when?.type === 'dates')
      addCeremony(draft, { ...NOWHERE, scope: sprint }, `${header} — ${cell}`, row.line, {
        title: header,
        rule: 'ceremony.row',
      })
  })
  takePlanned(draft, sprint, columns, row)
}

/** What a sprint's row says that it holds: the column of estimates, else the total. */
function takePlanned(draft: Draft, sprint: SprintDraft, columns: Columns, row: Row): void {
  const column = columns.at.estimate ?? columns.at.total
  const cell = plain(cellOf(row, column))
  const planned = estimateOf(cell, columns.unit)
  if (planned === null || 'size' in planned || planned.unit === 'days') return
  const { capacity } = sprint.sprint
  if (capacity.unit === null || capacity.unit === planned.unit) {
    capacity.committed ??= planned.value
    capacity.unit = planned.unit
  }
  const figure = /^\s*[~≈]?(\d{1,4})(?![\d.,]|\s?[-–—~])/.exec(cell)?.[1]
  if (figure === undefined) return
  const raw = draft.texts[row.line - 1] ?? ''
  sprint.totals.push({
    value: planned.value,
    unit: planned.unit,
    line: row.line,
    column: raw.lastIndexOf(figure) + 1,
  })
}

export function rowNumber(cell: string): string | null {
  const text = headingText(cell)
  const plainNumber = /^(?:#|S(?=\d))?(\d{1,3}(?:\.\d)?)$/.exec(text)
  if (plainNumber?.[1]) return normal(plainNumber[1])
  const box = boxOf(text)
  return box && !box.range ? box.number : null
}
