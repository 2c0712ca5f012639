// `npm run migration -- NAME`: writes a migration from the committed schema to the one at hand, without a download.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#platform/store/embedded.ts'
import { sqlBetween } from '#test/support/schema-engine.ts'

const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Usage: npm run migration -- NAME   (letters, digits and _)')
  process.exit(2)
}
const migrations = join(import.meta.dirname, 'migrations')
const isFirst = readdirSync(migrations, { withFileTypes: true }).every((entry) => !entry.isDirectory())
const committed = isFirst
  ? null
  : execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], { encoding: 'utf8' })
const folder = mkdtempSync(join(tmpdir(), 'sprintkeeper-migration-'))
const server = await startEmbedded(folder)
const sql = await sqlBetween(
  server.connectionString,
  committed,
  readFileSync(join(import.meta.dirname, 'schema.prisma'), 'utf8'),
)
await server.stop()
rmSync(folder, { recursive: true, force: true })
if (sql.includes('This is an empty migration')) console.log('The schema is as committed: nothing to migrate.')
else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const target = join(migrations, `${stamp}_${name}`)
  mkdirSync(target)
  writeFileSync(join(target, 'migration.sql'), sql)
  console.log(`Wrote prisma/migrations/${stamp}_${name}/migration.sql`)
}
