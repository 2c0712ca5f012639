// Local dates in PostgreSQL's `date` columns, which Prisma hands over as the midnight of UTC.

/** A `date` column's value for a local date, "YYYY-MM-DD". */
export const toDateColumn = (date: string): Date => new Date(`${date}T00:00:00Z`)

/** The local date, "YYYY-MM-DD", in a `date` column. */
export const fromDateColumn = (value: Date): string => value.toISOString().slice(0, 10)
