// All that the product stores, taken out of the database as text and put back: how the local workspace goes back in time,
// and how it changes from the invented teams to somebody's own plan.
import type pg from 'pg'
import { withConnection } from '#platform/store/one-connection.ts'

/** Kept as they are: what the database itself is at, and what the process noted of itself. */
const LEFT_ALONE = ['_prisma_migrations', 'Tick']
/** What a product that has seen nothing yet still has: the workspace that it is installed in. */
const ALWAYS_THERE = 'Workspace'

/** The rows of each table, as PostgreSQL writes them in JSON. */
export type Rows = Record<string, string>

/** Takes out every row, all of one moment. @throws what `pg` throws where the database cannot be reached */
export async function takeRows(connectionString: string): Promise<Rows> {
  return withConnection(connectionString, async (client) => {
    const tables = await tablesOf(client)
    const each = tables.map((table) => `(select coalesce(json_agg(t), '[]')::text from ${quoted(table)} t)`)
    const { rows } = await client.query({ text: `select ${each.join(', ')}`, rowMode: 'array' })
    const [row = []] = rows as string[][]
    return Object.fromEntries(tables.map((table, index) => [table, row[index] ?? '[]']))
  })
}

/** Puts rows in the place of those that are there. Whoever calls sees to it that nobody reads or writes meanwhile. */
export async function putRows(connectionString: string, rows: Rows): Promise<void> {
  await withConnection(connectionString, async (client) => {
    await client.query('begin')
    // What was taken out together fits together: no key and no trigger needs to look at it again.
    await client.query('set local session_replication_role = replica')
    const tables = await tablesOf(client)
    await client.query(tables.map((table) => `delete from ${quoted(table)}`).join(';'))
    for (const table of tables) {
      const held = rows[table]
      if (!held || held === '[]') continue
      const name = quoted(table)
      await client.query(
        `insert into ${name} select * from json_populate_recordset(null::${name}, $1::json)`,
        [held],
      )
    }
    await client.query('commit')
  })
}

/** The rows of a product that has seen nothing yet. */
export function nothingBut(rows: Rows): Rows {
  return { [ALWAYS_THERE]: rows[ALWAYS_THERE] ?? '[]' }
}

async function tablesOf(client: pg.Client): Promise<string[]> {
  const found = await client.query<{ name: string }>(
    "select tablename::text as name from pg_tables where schemaname = 'public' order by 1",
  )
  return found.rows.map(({ name }) => name).filter((name) => !LEFT_ALONE.includes(name))
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
