// A single connection outside of the pools, for what is done once.
import pg from 'pg'

/**
 * Opens a connection for `work` and closes it again. When it is lost meanwhile, the statement that waits fails; `pg` tells
 * of it a second time by an event, which would end the process if nobody heard it.
 *
 * @param connectTimeoutMillis unset: as long as the system waits
 */
export async function withConnection<Result>(
  connectionString: string,
  work: (client: pg.Client) => Promise<Result>,
  connectTimeoutMillis?: number,
): Promise<Result> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: connectTimeoutMillis })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
