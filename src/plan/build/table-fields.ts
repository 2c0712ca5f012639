/** Tables of two columns whose rows are a label and its value. */
import type { Row } from '../outline.ts'
import { fold, plain } from '../text.ts'
import type { Role } from '../vocabulary/index.ts'
import { labelRoles } from './field.ts'
import type { Columns } from './table-columns.ts'

const OF_SPRINT: ReadonlySet<Role> = new Set<Role>([
  'goal',
  'capacity',
  'window',
  'start',
  'end',
  'total',
  'team',
  'sprint',
])

const saysSprint = (label: string) =>
  labelRoles(label.replace(/[:：]$/, '')).some((role) => OF_SPRINT.has(role))

/** "| Sprint goal | Search |" as the first row: pairs of label and value, set without a header of their own. */
export function headerIsField({ header }: Columns, body: readonly Row[]): boolean {
  const [label = '', value = ''] = header
  return (
    header.length === 2 &&
    body.length > 0 &&
    saysSprint(label) &&
    (/^\W*\d/.test(value) || (value.split(' ').length > 2 && labelRoles(value).length === 0)) &&
    body.filter((row) => saysSprint(plain(row.cells[0] ?? ''))).length * 2 >= body.length
  )
}

/** "Field | Value": rows are fields. */
export function isFieldTable(columns: Columns, body: readonly Row[]): boolean {
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
