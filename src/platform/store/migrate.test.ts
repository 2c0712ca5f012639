import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useDatabase } from '#test/support/database.ts'
import { sqlBetween } from '#test/support/schema-engine.ts'
import { migrate } from './migrate.ts'

const root = join(import.meta.dirname, '../../..')

async function query<T extends pg.QueryResultRow>(connectionString: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Columns, indexes, constraints and enums, as the catalog spells them. */
async function catalog(connectionString: string): Promise<string[]> {
  const rows = await query<{ line: string }>(
    connectionString,
    `select line from (
       select 'column ' || table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' ' || coalesce(column_default, '') || ' ' || coalesce(datetime_precision::text, '') as line
         from information_schema.columns where table_schema = 'public'
       union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
       union all select 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid)
         from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
       union all select 'enum ' || typname || ' ' || enumlabel from pg_enum join pg_type on pg_type.oid = enumtypid
     ) as everything where line not like '%\\_prisma\\_migrations%' order by line`,
  )
  return rows.map((row) => row.line)
}

describe('the project’s migrations', () => {
  const migrated = useDatabase({ empty: true })
  const drawn = useDatabase({ empty: true })

  it('make the database that the Prisma schema describes', async () => {
    await migrate(migrated.connectionString, join(root, 'prisma/migrations'))
    await query(
      drawn.connectionString,
      await sqlBetween(
        drawn.connectionString,
        null,
        await readFile(join(root, 'prisma/schema.prisma'), 'utf8'),
      ),
    )
    const made = await catalog(migrated.connectionString)
    expect(made.length).toBeGreaterThan(300)
    expect(made).toEqual(await catalog(drawn.connectionString))
  })
})

describe('a database with rows', () => {
  const database = useDatabase({ empty: true })
  const linked = useDatabase({ empty: true })
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sprintkeeper-migrations-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('keeps posting in the channels that its teams and their plans were linked to', async () => {
    const all = join(root, 'prisma/migrations')
    const before = (await readdir(all)).filter(
      (name) => /^\d/.test(name) && name < '20261201020100_channel_links',
    )
    for (const name of before) await cp(join(all, name), join(folder, name), { recursive: true })
    const { connectionString } = linked
    await migrate(connectionString, folder)
    const [workspace, id] = ['11111111-1111-7111-8111-111111111111', '22222222-2222-7222-8222-222222222222']
    const rule = (n: number, channel: string) =>
      `('${id.slice(0, -1)}${n}', '${workspace}', '${id}', '${id}', '${n}', 'sync', 'Sync', '{}', '11:00', 60, 'plan', '${channel}')`
    await query(
      connectionString,
      `set session_replication_role = replica;
       insert into "Team" (id, "workspaceId", slug, name, zone, "channelId", "stakeholderChannelId") values
         ('${id}', '${workspace}', 'harbor', 'Harbor', 'UTC', 'C0HARBOR', 'C0STAKE');
       insert into "CeremonyRule"
         (id, "workspaceId", "teamId", "sprintId", key, kind, title, recurrence, start, "windowMinutes", origin, channel)
         values ${rule(1, '#Syncs')}, ${rule(2, '#syncs')}, ${rule(3, 'C0ELSEWHERE')};`,
    )
    await migrate(connectionString, all)
    const links = await query<{ link: string }>(
      connectionString,
      `select "channelId" || ' ' || state as link from "ChannelLink" order by 1`,
    )
    expect(links.map(({ link }) => link)).toEqual([
      ...['C0ELSEWHERE confirmed', 'C0STAKE confirmed', 'syncs confirmed'],
    ])
  })

  it('keeps the kinds of its ceremonies when their type becomes text', async () => {
    const all = join(root, 'prisma/migrations')
    const before = (await readdir(all)).filter((name) => /^\d/.test(name) && name < '20261130')
    for (const name of before) await cp(join(all, name), join(folder, name), { recursive: true })
    await migrate(database.connectionString, folder)
    const [workspace, id] = ['11111111-1111-7111-8111-111111111111', '22222222-2222-7222-8222-222222222222']
    await query(
      database.connectionString,
      `set session_replication_role = replica;
       insert into "CeremonySetting" ("workspaceId", "teamId", kind) values
         ('${workspace}', '${id}', 'retro'), ('${workspace}', '${id}', 'delta');
       insert into "CeremonyRule"
         (id, "workspaceId", "teamId", "sprintId", key, kind, title, recurrence, start, "windowMinutes", origin) values
         ('${id}', '${workspace}', '${id}', '${id}', 'risk_digest', 'risk_digest', 'Risks', '{"type":"daily"}', '11:00', 60, 'plan');
       insert into "Occurrence"
         (id, "workspaceId", "teamId", "sprintId", "ruleId", kind, title, "localDate", "opensAt", "closesAt") values
         ('${id}', '${workspace}', '${id}', '${id}', '${id}', 'key_date', 'Freeze', '2026-11-30', now(), now())`,
    )
    expect(await migrate(database.connectionString, all)).toContain('20261130223814_kinds_as_text')
    const kept = await query(
      database.connectionString,
      `select kind || ' of ' || "teamId" as kept, pg_typeof(kind)::text as type from "CeremonySetting"
       union all select kind || ' ' || title || ' ' || recurrence, pg_typeof(kind)::text from "CeremonyRule"
       union all select kind || ' ' || title, pg_typeof(kind)::text from "Occurrence" order by kept`,
    )
    expect(kept).toEqual([
      { kept: `delta of ${id}`, type: 'text' },
      { kept: 'key_date Freeze', type: 'text' },
      { kept: `retro of ${id}`, type: 'text' },
      { kept: 'risk_digest Risks {"type": "daily"}', type: 'text' },
    ])
    // A team has one setting a kind, as before.
    await expect(
      query(
        database.connectionString,
        `insert into "CeremonySetting" ("workspaceId", "teamId", kind) values ('${workspace}', '${id}', 'retro')`,
      ),
    ).rejects.toThrow('CeremonySetting_pkey')
  })
})

describe('migrate', () => {
  const database = useDatabase({ empty: true })
  let folder: string
  const put = async (name: string, sql: string) => {
    await mkdir(join(folder, name), { recursive: true })
    await writeFile(join(folder, name, 'migration.sql'), sql)
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sprintkeeper-migrations-'))
    await query(database.connectionString, 'drop schema public cascade; create schema public')
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('applies each migration once, also when four processes start at once', async () => {
    await put('1_one', 'create table one (id int); select pg_sleep(0.2)')
    await put('2_two', 'create table two (id int)')
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.connectionString, folder)))
    expect(applied.flat().sort()).toEqual(['1_one', '2_two'])
    expect(await migrate(database.connectionString, folder)).toEqual([])
  })

  it('leaves nothing of a migration that fails, and what came before it stays', async () => {
    await put('1_one', 'create table one (id int)')
    await put('2_bad', 'create table half (id int); select no_such_function()')
    await expect(migrate(database.connectionString, folder)).rejects.toMatchObject({
      code: 'migration_failed',
    })
    const tables = await query(
      database.connectionString,
      "select tablename from pg_tables where schemaname = 'public'",
    )
    expect(tables.map((row) => row.tablename).sort()).toEqual(['_prisma_migrations', 'one'])
  })

  it('refuses a migration that was edited after it was applied', async () => {
    await put('1_one', 'create table one (id int)')
    await migrate(database.connectionString, folder)
    await put('1_one', 'create table one (id bigint)')
    await expect(migrate(database.connectionString, folder)).rejects.toMatchObject({
      code: 'migration_changed',
    })
  })

  it('refuses a database that a newer version has changed, and changes nothing of it', async () => {
    await put('1_one', 'create table one (id int)')
    await put('3_newer', 'create table newer (id int)')
    await migrate(database.connectionString, folder)
    await rm(join(folder, '3_newer'), { recursive: true })
    await put('2_older', 'create table older (id int)')
    await expect(migrate(database.connectionString, folder)).rejects.toMatchObject({
      code: 'database_newer',
      message: expect.stringContaining('3_newer'),
    })
    const [found] = await query<{ older: string | null }>(
      database.connectionString,
      "select to_regclass('older') as older",
    )
    expect(found?.older).toBeNull()
  })

  it('reads Prisma’s own folder layout', async () => {
    const names = await readdir(join(root, 'prisma/migrations'))
    expect(names).toContain('migration_lock.toml')
  })
})
