/** Pipe tables: a header, a row of dashes, rows. Rows keep the line they stand on. */
import type { Line } from './conflict.ts'
import type { Row } from './outline.ts'

const DELIMITER = /^[\s|:+\-–—]+$/

export function tableStartsAt(lines: readonly Line[], at: number): boolean {
  const next = lines[at + 1]
  if (!next) return false
  const t = unquoted(next.text)
  return (
    t.includes('-') &&
    (t.includes('|') || unquoted((lines[at] as Line).text).startsWith('|')) &&
    DELIMITER.test(t.slice(0, 2000)) &&
    /-/.test(t)
  )
}

function unquoted(text: string): string {
  return text.replace(/^(?: {0,3}> ?){1,3}/, '').trim()
}

export function readTable(
  lines: readonly Line[],
  at: number,
  ragged: { line: number; cells: number; header: number }[],
): { rows: Row[]; next: number } {
  const head = lines[at] as Line
  const header = splitCells(unquoted(head.text))
  const rows: Row[] = [{ cells: header, line: head.number }]
  let i = at + 2
  for (; i < lines.length; i++) {
    const line = lines[i] as Line
    const t = unquoted(line.text)
    if (t === '' || !t.includes('|') || /^#{1,6} /.test(t)) break
    if (DELIMITER.test(t.slice(0, 2000)) && t.includes('-')) continue
    const cells = splitCells(t)
    if (cells.length !== header.length && ragged.length < 200)
      ragged.push({ line: line.number, cells: cells.length, header: header.length })
    rows.push({ cells, line: line.number })
  }
  return { rows, next: i }
}

/** Cells between pipes that are neither escaped nor inside a code span that closes in the row. */
export function splitCells(row: string): string[] {
  const cells: string[] = []
  let from = row.startsWith('|') ? 1 : 0
  const lastTick = row.lastIndexOf('`')
  let code = false
  for (let i = from; i < row.length; i++) {
    const c = row.charCodeAt(i)
    if (c === 92) i++
    else if (c === 96) code = i === lastTick ? false : !code
    else if (c === 124 && !code) {
      cells.push(row.slice(from, i).replaceAll('\\|', '|').trim())
      from = i + 1
    }
  }
  if (from < row.length && row.slice(from).trim() !== '')
    cells.push(row.slice(from).replaceAll('\\|', '|').trim())
  return cells
}
