// The deliverer's own connections, for its statements: past Prisma, whose way from a statement to its rows takes more than
// twice the processor's time.
import pg from 'pg'
import type { Logger } from 'pino'

export interface Sql {
  /** Runs a statement, its values as parameters, and gives the rows. */
  <Row extends object>(text: TemplateStringsArray, ...values: unknown[]): Promise<Row[]>
  /** Closes the connections. Nothing may run any more. */
  end(): Promise<void>
}

// A claim, a `sending`, an outcome and a budget at the same time.
const connections = 4

/** Opens connections as they are needed; those that idle for 10 s are closed. */
export function openSql(connectionString: string, log: Logger): Sql {
  const pool = new pg.Pool({
    connectionString,
    max: connections,
    application_name: 'sprintkeeper-delivery',
    // A connection that died without a word must not hold a statement for ever.
    keepAlive: true,
    query_timeout: 60_000,
    connectionTimeoutMillis: 10_000,
  })
  pool.on('error', (error) => log.warn({ error: error.message }, 'a connection of the outbox was lost'))
  const run = async <Row extends object>(text: TemplateStringsArray, ...values: unknown[]) => {
    const numbered = text.reduce((before, part, at) => `${before}$${at}${part}`)
    const { rows } = await pool.query<Row>(numbered, values)
    return rows
  }
  return Object.assign(run, { end: () => pool.end() })
}
