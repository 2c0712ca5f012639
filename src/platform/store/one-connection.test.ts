import { expect, it } from 'vitest'
import { useDatabase } from '#test/support/database.ts'
import { withConnection } from './one-connection.ts'

const database = useDatabase()

it('fails the statement that waits when the connection is lost, and nothing besides', async () => {
  const lost = withConnection(database.connectionString, (client) =>
    client.query('select pg_terminate_backend(pg_backend_pid())'),
  )
  await expect(lost).rejects.toThrow(/terminat/i)
})
