// table blocks.
import { h } from './dom.ts'
import { type RichElement, richText } from './rich-text.ts'
import { plainText } from './text.ts'

/** A cell: raw text, a raw number or rich text. */
export interface TableCell {
  type: string
  text?: string
  value?: number | string
  elements?: RichElement[]
}

/** How a column is set. */
export interface ColumnSetting {
  align?: string
  is_wrapped?: boolean
}

/** A table; its first row is the head. */
export function table(rows: TableCell[][], columns: (ColumnSetting | null)[]): HTMLElement {
  const cell = (tag: 'th' | 'td') => (item: TableCell, index: number) =>
    h(
      tag,
      {
        class: `align-${columns?.[index]?.align ?? 'left'}${columns?.[index]?.is_wrapped ? ' wrapped' : ''}`,
      },
      item.type === 'rich_text'
        ? richText(item.elements ?? [])
        : plainText(String(item.text ?? item.value ?? '')),
    )
  const [head = [], ...body] = rows
  return h(
    'div',
    { class: 'block table-box', tabindex: 0, role: 'region', 'aria-label': 'Table' },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, head.map(cell('th')))),
      h(
        'tbody',
        {},
        body.map((row) => h('tr', {}, row.map(cell('td')))),
      ),
    ),
  )
}
