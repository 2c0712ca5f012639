// Rows that SQL hands over as JSON (json_agg), so that one statement brings the rows of many tables.

/** The columns of a row that hold dates: JSON has them as texts. */
export type DateColumn<Row> = { [K in keyof Row]: Date extends Row[K] ? K : never }[keyof Row]

/** A row as JSON has it. */
export type JsonRow<Row> = {
  [K in keyof Row]: Date extends Row[K] ? Exclude<Row[K], Date> | string : Row[K]
}

/** Makes the rows' dates dates again, in place. `dates` names every column that holds one. */
export function datedRows<Row>(rows: JsonRow<Row>[], dates: Record<DateColumn<Row>, 'date'>): Row[] {
  const columns = Object.keys(dates)
  for (const row of rows as Record<string, unknown>[])
    for (const column of columns) {
      const text = row[column]
      if (typeof text === 'string') row[column] = new Date(text)
    }
  return rows as Row[]
}
