// Migrations at start: Prisma's files and Prisma's bookkeeping, each file in one transaction, under one lock.
import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { SprintkeeperError } from '#platform/errors.ts'
import { withConnection } from './one-connection.ts'

/** The advisory lock that Prisma's own `migrate deploy` takes, so that the two exclude each other. */
const prismaMigrateLock = 72_707_369

const bookkeeping = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`

/**
 * Applies the migrations of `folder` that the database does not have; several processes at once apply each once.
 *
 * @returns the names of those applied now
 * @throws SprintkeeperError `database_newer` when it has migrations that `folder` does not,
 *   `migration_changed` when a file differs from what was applied,
 *   `migration_failed` when one cannot be applied (nothing of it remains)
 */
export async function migrate(connectionString: string, folder: string): Promise<string[]> {
  const own = await readMigrations(folder)
  return withConnection(connectionString, (client) => applyMissing(client, own))
}

async function applyMissing(client: pg.Client, own: Migration[]): Promise<string[]> {
  await client.query('select pg_advisory_lock($1)', [prismaMigrateLock])
  await client.query(bookkeeping)
  const known = await client.query<{ migration_name: string; checksum: string }>(
    'select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  )
  const checksums = new Map(known.rows.map((row) => [row.migration_name, row.checksum]))
  const newer = [...checksums.keys()].filter((name) => !own.some((one) => one.name === name))
  if (newer.length > 0)
    throw new SprintkeeperError(
      'database_newer',
      `The database was changed by a newer version of Sprintkeeper: this one does not know ${newer.sort().join(', ')}.`,
      'Start the newer version, or restore a backup from before it.',
    )
  const applied: string[] = []
  for (const { name, sql, checksum } of own) {
    const before = checksums.get(name)
    if (before === undefined) {
      await apply(client, name, sql, checksum)
      applied.push(name)
    } else if (before !== checksum) {
      throw new SprintkeeperError(
        'migration_changed',
        `The migration ${name} was changed after it was applied.`,
        'Restore the file as it was, and put the change into a new migration.',
      )
    }
  }
  return applied
}

interface Migration {
  name: string
  sql: string
  checksum: string
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function apply(client: pg.Client, name: string, sql: string, checksum: string): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query(
      'insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) values ($1, $2, $3, now(), 1)',
      [randomUUID(), checksum, name],
    )
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new SprintkeeperError(
      'migration_failed',
      `The migration ${name} could not be applied: ${cause instanceof Error ? cause.message : String(cause)}`,
      'The database is as it was before. Restore a backup or report this with the message above.',
      { cause },
    )
  }
}
