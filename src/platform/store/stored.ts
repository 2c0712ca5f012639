// What rows hold that PostgreSQL does not check, JSON and words of a list, parsed when it is read.
import { z } from 'zod'
import { SprintkeeperError } from '#platform/errors.ts'

/** Where a stored value stands. */
export interface StoredAt {
  table: string
  /** Of the row. */
  id: string
  column: string
}

/**
 * A column's value as its schema has it; what the schema does not name is left out.
 *
 * @throws SprintkeeperError `stored_unreadable` that names table, row, column and field
 */
export function stored<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  { table, id, column }: StoredAt,
): z.infer<Schema> {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  throw new SprintkeeperError(
    'stored_unreadable',
    `${table} ${id}: “${column}” holds what this version of Sprintkeeper cannot read.\n${z.prettifyError(read.error)}`,
    'A newer version may have written it: run that one, or restore the row from a backup.',
    { cause: read.error },
  )
}
