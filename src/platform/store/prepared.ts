// Which statements the server keeps prepared: what is asked often is parsed and planned once a connection, not each time.

interface Limits {
  /** A statement gets a name when it was asked so often. */
  after?: number
  /** Names there can be: every connection keeps the plans of all, some ten KB each. */
  atMost?: number
}

// Lists of values of every length make statements without end.
const countedAtMost = 500

/**
 * A namer of statements for the driver: '' leaves a statement unprepared. A prepared statement outlives new columns and
 * indexes; the server refuses it once when a migration changes a type that it gives.
 */
export function nameFrequent({ after = 10, atMost = 80 }: Limits = {}): (query: { sql: string }) => string {
  const uses = new Map<string, number>()
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined || names.size >= atMost) return known ?? ''
    const times = (uses.get(sql) ?? 0) + 1
    if (times >= after) {
      const name = `frequent_${names.size + 1}`
      names.set(sql, name)
      uses.delete(sql)
      return name
    }
    if (uses.size >= countedAtMost) uses.clear()
    uses.set(sql, times)
    return ''
  }
}

/** False where the address says that a pooler is between which cannot prepare: `?pgbouncer=true`, as Prisma has it. */
export function canPrepare(connectionString: string): boolean {
  return new URL(connectionString).searchParams.get('pgbouncer') !== 'true'
}
