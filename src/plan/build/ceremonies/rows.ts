/** Tables of ceremonies: with a column for them, of dates and what is on them, of times of the day and what is done then. */

import type { CeremonyKind } from '#domain/plan-file.ts'
import { weekdaysIn, whenOf } from '../../ceremonies/days.ts'
import { ceremonyKind, isTask, MEETINGS } from '../../ceremonies/kind.ts'
import { timesIn } from '../../ceremonies/times.ts'
import { isWhen } from '../../ceremonies/title.ts'
import type { Row } from '../../outline.ts'
import { fold, plain, withoutEmoji } from '../../text.ts'
import type { Role } from '../../vocabulary/index.ts'
import type { Context, Draft } from '../draft.ts'
import { type Columns, share } from '../table-columns.ts'
import { addCeremony } from './add.ts'

/** Columns of work, which no calendar has. */
const OF_WORK: readonly Role[] = ['id', 'estimate', 'status', 'priority', 'acceptance', 'dependsOn', 'sprint']

/** Headings under which a table of dates is a calendar, whatever its rows name. */
const DATED: ReadonlySet<Role> = new Set<Role>(['ceremonies', 'window'])
const ELSEWHERE: ReadonlySet<Role> = new Set<Role>([
  'ceremonies',
  'window',
  'context',
  'softContext',
  'description',
])

export type Calendar = 'ceremonies' | 'dates' | 'hours'

/** What sort of calendar a table is; null when it is none. */
export function calendarOf(
  draft: Draft,
  context: Context,
  columns: Columns,
  rows: readonly Row[],
  isWork: (header: string) => boolean,
): Calendar | null {
  const { at } = columns
  const hourly = (i: number | undefined) => i !== undefined && share(rows, i, isHour) >= 0.6
  if (context.role === 'ceremonies' || (at.ceremonies !== undefined && at.id === undefined)) {
    const days = columns.header.some((_header, i) => share(rows, i, (cell) => isDay(cell, draft)) >= 0.3)
    return at.ceremonies === undefined && !days && columns.header.some((_header, i) => hourly(i))
      ? 'hours'
      : 'ceremonies'
  }
  if (rows.length < 2 || (context.role !== null && !ELSEWHERE.has(context.role))) return null
  if (OF_WORK.some((role) => at[role] !== undefined && !hourly(at[role]))) return null
  const name = nameColumn(draft, columns, rows)
  if (isWork(fold(columns.header[name] ?? ''))) return null
  const others = columns.header.map((_header, i) => i).filter((i) => i !== name)
  const kinds = rows.slice(1).map((row) => kindOfCell(row.cells[name] ?? ''))
  const meetings = kinds.filter((kind) => kind !== null && (MEETINGS.has(kind) || kind === 'sync')).length
  const all = Math.max(1, rows.length - 1)
  const holds = (test: (cell: string) => boolean) =>
    others.some((i) => share(rows, i, (cell) => test(plain(cell))) >= 0.6)
  if (
    holds((cell) => isDay(cell, draft)) &&
    (meetings > all / (context.role === null ? 3 : 2) || (context.role !== null && DATED.has(context.role)))
  )
    return 'dates'
  return meetings > 0 && others.some(hourly) ? 'hours' : null
}

const isHour = (cell: string) => cell.length < 30 && timesIn(plain(cell), true).start !== null

function isDay(cell: string, draft: Draft): boolean {
  const text = plain(cell)
  if (text.length > 40) return false
  const { when } = whenOf(text, draft)
  return when?.type === 'dates' || when?.type === 'daily' || weekdaysIn(text).length > 0
}

/** The kind that a cell names, where it is short enough for a name. */
function kindOfCell(cell: string): CeremonyKind | null {
  const text = plain(cell)
  return text.length > 60 || isTask(text) ? null : ceremonyKind(text)
}

/** The column that says what is on: the one of ceremonies, of titles, with most names of meetings, else the first that is no date. */
function nameColumn(draft: Draft, columns: Columns, rows: readonly Row[]): number {
  const { ceremonies, title } = columns.at
  if (ceremonies !== undefined) return ceremonies
  const timely = (i: number) => share(rows, i, (cell) => isWhen(plain(cell), draft)) > 0.5
  if (title !== undefined && !timely(title)) return title
  const counts = columns.header.map((_header, i) => share(rows, i, (cell) => kindOfCell(cell) !== null))
  const most = Math.max(0, ...counts)
  if (most > 0) return counts.indexOf(most)
  const first = columns.header.findIndex((_header, i) => !timely(i))
  return Math.max(0, first)
}

export function readCalendar(
  draft: Draft,
  context: Context,
  columns: Columns,
  rows: readonly Row[],
  calendar: Calendar,
): void {
  const name = nameColumn(draft, columns, rows)
  for (const row of rows.slice(1)) readRow(draft, context, columns, row, name, calendar)
}

function readRow(
  draft: Draft,
  context: Context,
  columns: Columns,
  row: Row,
  usual: number,
  calendar: Calendar,
): void {
  const cells = row.cells.map((cell) => plain(cell))
  const column =
    (cells[usual] ?? '') !== '' && columns.at.ceremonies === undefined && columns.at.title === undefined
      ? Math.max(
          ceremonyKind(cells[usual] ?? '') === null
            ? cells.findIndex((cell) => ceremonyKind(cell) !== null)
            : usual,
          -1,
        )
      : usual
  const titleColumn = column < 0 ? usual : column
  const title = withoutEmoji(cells[titleColumn] ?? '')
  if (title === '' || /^\W*$/.test(title)) return
  const rest = row.cells.filter((_c, i) => i !== titleColumn)
  const header = columns.header[titleColumn] ?? ''
  const kind = ceremonyKind(title)
  const named = kind !== null || ceremonyKind(header) !== null || columns.at.ceremonies === titleColumn
  const own = whenOf(rest.join(' | '), draft).when
  const timed = own !== null || timesIn(rest.join(' | '), true).start !== null
  const taken =
    calendar === 'hours'
      ? kind !== null
      : calendar === 'ceremonies'
        ? named || timed
        : kind !== null || (context.role !== null && DATED.has(context.role) && own?.type === 'dates')
  if (!taken) {
    draft.claims.add('context.list', row.line, row.line, `row under ${context.heading}`)
    return
  }
  const day = own === null && whenOf(context.heading, draft).when !== null ? [context.heading] : []
  const ceremony = addCeremony(
    draft,
    context,
    `${title} — ${[...rest, ...(calendar === 'hours' ? day : [])].join(', ')}`,
    row.line,
    { title, loose: true, rule: calendar === 'hours' ? 'ceremony.hour' : 'ceremony.row' },
  )
  if (ceremony) ceremony.start ??= timesIn(rest.join(' | '), true).start
}
