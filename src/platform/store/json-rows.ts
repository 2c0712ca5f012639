// Rows that SQL hands over as JSON (json_agg, to_json), so that one statement brings the rows of many tables: made the
// rows that Prisma would read.

type DateColumn<Row> = { [K in keyof Row]: Date extends Row[K] ? K : never }[keyof Row]
type ListColumn<Row> = { [K in keyof Row]: Row[K] extends unknown[] ? K : never }[keyof Row]

/** A row as JSON has it: dates as texts, and null for a list that was never written, which Prisma reads as empty. */
export type JsonRow<Row> = {
  [K in keyof Row]: Date extends Row[K]
    ? Exclude<Row[K], Date> | string
    : Row[K] extends unknown[]
      ? Row[K] | null
      : Row[K]
}

/** Every column that holds a date or a list. */
export type Columns<Row> = Record<DateColumn<Row>, 'date'> & Record<ListColumn<Row>, 'list'>

/** Makes them rows, in place. */
export function rowsOf<Row>(json: JsonRow<Row>[], columns: Columns<Row>): Row[] {
  const kinds = Object.entries(columns)
  for (const row of json as Record<string, unknown>[])
    for (const [column, kind] of kinds) {
      const value = row[column]
      if (kind === 'list') row[column] = value ?? []
      else if (typeof value === 'string') row[column] = new Date(value)
    }
  return json as Row[]
}
