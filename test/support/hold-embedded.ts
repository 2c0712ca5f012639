// A process of its own that holds an embedded server: `hold-embedded.ts FOLDER`. It prints a line when it is ready.
import pg from 'pg'
import { startEmbedded } from '#platform/store/embedded.ts'

const server = await startEmbedded(process.argv[2] ?? '')
const client = new pg.Client({ connectionString: server.connectionString })
await client.connect()
await client.query('create table if not exists held as select $$by the holder$$ as note')
await client.end()
process.on('SIGTERM', async () => {
  await server.stop()
  process.exit(0)
})
console.log('ready')
setInterval(() => {}, 60_000)
