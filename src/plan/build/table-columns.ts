/** Which column of a table holds what. */

import type { EstimateUnit } from '#domain/plan-file.ts'
import { unitOfLabel } from '../estimate.ts'
import { keyPrefix } from '../key.ts'
import type { Row } from '../outline.ts'
import { fold, plain, withoutEmoji } from '../text.ts'
import type { Role } from '../vocabulary/index.ts'
import { labelRoles } from './field.ts'

export interface Columns {
  header: string[]
  roles: (readonly Role[])[]
  at: Partial<Record<Role, number>>
  unit: EstimateUnit | null
  /** The epic's cell is written once and counts for the rows below it. */
  carriesEpic: boolean
}

/** Roles that a column may have, the surest first: a header with several meanings takes the first that is still free. */
const COLUMN_ROLES: readonly Role[] = [
  'hypothesis',
  'likelihood',
  'mitigation',
  'impact',
  'headcount',
  'effectiveDays',
  'sprint',
  'id',
  'estimate',
  'status',
  'assignee',
  'priority',
  'acceptance',
  'dependsOn',
  'dependencies',
  'due',
  'kind',
  'labels',
  'epic',
  'risks',
  'ceremonies',
  'metric',
  'baseline',
  'target',
  'effect',
  'title',
  'subtasks',
  'work',
  'dod',
  'window',
  'start',
  'end',
  'frequency',
  'ceremonyTime',
  'objectives',
  'goal',
  'team',
  'channel',
  'links',
  'description',
  'stretch',
  'context',
  'softContext',
  'capacity',
  'total',
]

/** Headers with a second meaning in prose that say only this in a table. */
const HEADER_ROLE: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['type', 'kind'],
  ['notes', 'description'],
  ['story', 'title'],
  ['stories', 'work'],
  ['when', 'window'],
  ['date', 'due'],
  ['role', 'team'],
  ['rol', 'team'],
  ['rolle', 'team'],
  ['роль', 'team'],
  ['角色', 'team'],
  ['member', 'team'],
  ['deliverable', 'title'],
  ['deliverables', 'objectives'],
  ['focus', 'goal'],
  ['foco', 'goal'],
  ['enfoque', 'goal'],
  ['schwerpunkt', 'goal'],
  ['fokus', 'goal'],
  ['фокус', 'goal'],
  ['重点', 'goal'],
  ['重點', 'goal'],
  ['フォーカス', 'goal'],
  ['초점', 'goal'],
  ['name', 'title'],
  ['order', 'id'],
  ['epic', 'epic'],
  ['theme', 'epic'],
  ['goal', 'goal'],
  ['outcome', 'goal'],
  ['summary', 'title'],
  ['description', 'description'],
  ['complexity', 'estimate'],
  ['cycle', 'sprint'],
  ['progress', 'status'],
  ['done', 'status'],
  ['time', 'ceremonyTime'],
  ['component', 'title'],
  ['components', 'title'],
])

export function columnsOf(rows: readonly Row[]): Columns {
  const header = (rows[0]?.cells ?? []).slice(0, 200).map((cell) => withoutEmoji(plain(cell)))
  const roles = header.map((cell) => {
    const own = HEADER_ROLE.get(fold(cell))
    const all = labelRoles(cell)
    return own ? [own, ...all.filter((role) => role !== own)] : all
  })
  const at: Partial<Record<Role, number>> = {}
  const taken = new Set<number>()
  const named = new Set(roles.flat())
  for (const role of COLUMN_ROLES) {
    if (!named.has(role)) continue
    roles.forEach((list, i) => {
      if (
        !taken.has(i) &&
        at[role] === undefined &&
        list.includes(role) &&
        (list[0] === role ||
          !COLUMN_ROLES.includes(list[0] as Role) ||
          at[list[0] as Role] !== undefined ||
          COLUMN_ROLES.indexOf(list[0] as Role) > COLUMN_ROLES.indexOf(role))
      ) {
        at[role] = i
        taken.add(i)
      }
    })
  }
  const columns: Columns = { header, roles, at, unit: null, carriesEpic: false }
  if (at.estimate !== undefined) columns.unit = unitOfLabel(header[at.estimate] ?? '')
  settleTitle(columns, rows)
  return columns
}

const TASK =
  /^(?:tasks?|task name|tareas?|tarefas?|t[âa]ches?|aufgaben?|задач[аи]|任务|任務|タスク|작업|c[ôo]ng vi[ệe]c)$/iu
const STORY = /stor(?:y|ies)|feature|epic|histori?a|r[ée]cit|истори|故事|ストーリー|스토리/iu

/** A table needs one column that names its rows. */
function settleTitle(columns: Columns, rows: readonly Row[]): void {
  const { at, roles } = columns
  const titles = roles.flatMap((list, i) => (list.includes('title') ? [i] : []))
  const task = titles.find((i) => TASK.test(columns.header[i] ?? ''))
  const story = titles.find((i) => i !== task && STORY.test(columns.header[i] ?? ''))
  const estimates = roles.filter((list) => list.includes('estimate')).length
  if (
    at.id === undefined &&
    task !== undefined &&
    story !== undefined &&
    estimates < 2 &&
    share(rows, task, (cell) => cell !== '') > 0.8 &&
    share(rows, story, (cell) => cell === '') > 0
  ) {
    at.title = task
    at.epic = story
    columns.carriesEpic = true
    return
  }
  if (at.id === undefined && spansRows(columns, rows)) return
  if (at.id === undefined && titles.length > 1) {
    const keyed = titles.find((i) => share(rows, i, isKey) > 0.6)
    if (keyed !== undefined && new Set(rows.slice(1).map((row) => row.cells[keyed])).size < rows.length - 1) {
      at.epic = keyed
      at.title = titles.find((i) => i !== keyed) as number
    } else if (keyed !== undefined) {
      at.id = keyed
      at.title = titles.find((i) => i !== keyed) as number
    }
  }
  if (
    at.id === undefined &&
    at.title !== undefined &&
    at.description !== undefined &&
    share(rows, at.title, isKey) > 0.6
  ) {
    at.id = at.title
    at.title = at.description
    delete at.description
  }
  if (at.title === undefined) {
    for (const role of ['work', 'subtasks', 'description', 'goal', 'objectives', 'epic'] as const)
      if (at[role] !== undefined && (role !== 'epic' || at.id !== undefined)) {
        at.title = at[role] as number
        delete at[role]
        break
      }
  }
}

/** A story written once beside the rows of its tasks, which alone carry the estimates: the tasks are the rows' titles. */
function spansRows(columns: Columns, rows: readonly Row[]): boolean {
  const { at, header, roles } = columns
  const task = header.findIndex((cell) => TASK.test(cell))
  const story = roles.findIndex(
    (list, i) => i !== task && list.some((role) => role === 'title' || role === 'epic' || role === 'work'),
  )
  if (task < 0 || story < 0 || at.estimate === undefined || (rows[1]?.cells[story] ?? '') === '') return false
  const parts = rows.slice(2, 60).filter((row) => (row.cells[story] ?? '') === '')
  if (
    parts.length * 4 < Math.min(rows.length, 60) - 1 ||
    !parts.every((row) => (row.cells[task] ?? '') !== '') ||
    parts.filter((row) => cellOf(row, at.estimate) !== '').length * 3 < parts.length * 2
  )
    return false
  for (const role of Object.keys(at) as Role[])
    if (at[role] === task || (at[role] === story && role !== 'epic')) delete at[role]
  at.title = task
  at.epic = story
  columns.carriesEpic = true
  return true
}

const isKey = (cell: string): boolean => {
  const text = plain(cell)
  const prefix = keyPrefix(text)
  return (prefix !== null && prefix.rest.trim() === '') || /^\d{1,4}$/.test(text)
}

export function share(rows: readonly Row[], column: number, test: (cell: string) => boolean): number {
  const body = rows.slice(1, 60)
  return body.length === 0 ? 0 : body.filter((row) => test(row.cells[column] ?? '')).length / body.length
}

export function cellOf(row: Row, column: number | undefined): string {
  return column === undefined ? '' : (row.cells[column] ?? '')
}

/** Columns that never name a row. */
const NO_NAME: readonly Role[] = [
  'id',
  'estimate',
  'status',
  'assignee',
  'priority',
  'due',
  'dependsOn',
  'dependencies',
  'acceptance',
  'start',
  'end',
  'window',
  'links',
  'epic',
  'kind',
  'labels',
]

/** How far below the best column the one that the header names may tell and still count. */
const ENOUGH_OF_BEST = 0.4
const MOST_WORDS = 6

/** The column that names the rows: the header's, unless its cells are mostly empty or all alike and another column tells far more. */
export function titleColumn(columns: Columns, rows: readonly Row[]): number {
  const { at, header } = columns
  const apart = new Set(NO_NAME.flatMap((role) => at[role] ?? []))
  const scores = header.map((_cell, i) => (apart.has(i) && i !== at.title ? 0 : telling(rows, i)))
  const best = scores.reduce((most, score, i) => (score > (scores[most] ?? 0) ? i : most), 0)
  const named = at.title
  if (named !== undefined && (scores[named] ?? 0) >= ENOUGH_OF_BEST * (scores[best] ?? 0)) return named
  if ((scores[best] ?? 0) > 0) return best
  return named ?? (at.id === 0 ? Math.min(1, header.length - 1) : 0)
}

/** How much a column's cells tell: filled, each different, in words. */
function telling(rows: readonly Row[], column: number): number {
  const body = rows.slice(1, 60)
  const cells = body.map((row) => plain(row.cells[column] ?? '')).filter((cell) => /\p{L}{2}/u.test(cell))
  if (body.length === 0 || cells.length === 0) return 0
  const words = cells.reduce(
    (sum, cell) => sum + Math.min(MOST_WORDS, Math.max(cell.split(' ').length, cell.length / 6)),
    0,
  )
  const different = new Set(cells).size
  return (different / body.length) * (words / cells.length)
}
