import { expect, it } from 'vitest'
import { useDatabase } from '#test/support/database.ts'
import { withConnection } from './one-connection.ts'

const database = useDatabase()

it('fails the next statement when the connection was lost between two, and nothing besides', async () => {
  const lost = withConnection(database.connectionString, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const gone = new Promise<void>((done) => client.once('end', done))
    await withConnection(database.connectionString, (other) =>
      other.query('select pg_terminate_backend($1)', [rows[0]?.pid]),
    )
    await gone
    return client.query('select 1')
  })
  await expect(lost).rejects.toThrow(/not queryable|closed/i)
})
