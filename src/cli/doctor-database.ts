// `doctor` on the database: does it answer, is it migrated, what waits in it.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { cures } from '#platform/delivery/errors.ts'
import { databaseTrouble } from '#platform/environment/database-trouble.ts'
import { prepareDataFolder } from '#platform/environment/folder-trouble.ts'
import { runningEmbedded } from '#platform/store/attach.ts'
import { peculiaritiesOf, startEmbedded } from '#platform/store/embedded.ts'
import { withConnection } from '#platform/store/one-connection.ts'
import type { Config } from '../config.ts'
import type { Finding } from './finding.ts'

const migrations = join(import.meta.dirname, '../../prisma/migrations')
/** Sprintkeeper looks at the calendar every second; something moves in a team on any working day. */
const quietDays = 4

/** @returns the ids of the channels that teams use */
export async function examineDatabase(config: Config, findings: Finding[]): Promise<string[]> {
  const note = (state: Finding['state'], text: string, cure: string | null = null) =>
    findings.push({ subject: 'database', state, text, cure })
  const running = config.databaseUrl ? null : runningEmbedded(config.dataDir)
  let stop: () => Promise<void> = async () => {}
  let peculiarities: string | null = null
  let address = config.databaseUrl ?? running
  try {
    if (!address) {
      await prepareDataFolder(config.dataDir)
      const server = await startEmbedded(config.dataDir)
      stop = () => server.stop()
      peculiarities = server.peculiarities
      address = server.connectionString
    }
    return await withConnection(
      address,
      async (client) => {
        const { rows } = await client.query<{ version: string }>(
          "select current_setting('server_version') as version",
        )
        const where = config.databaseUrl
          ? 'DATABASE_URL'
          : [
              `embedded in ${config.dataDir}`,
              running ? 'in use by a running Sprintkeeper' : null,
              running ? await peculiaritiesOf(config.dataDir) : peculiarities,
            ]
              .filter(Boolean)
              .join(', ')
        note('ok', `PostgreSQL ${rows[0]?.version}, ${where}`)
        if (!(await examineMigrations(client, findings))) return []
        return await examineRows(client, findings)
      },
      5_000,
    )
  } catch (error) {
    const { message, hint } = databaseTrouble(error, address ?? 'postgresql://127.0.0.1/sprintkeeper')
    note('wrong', message, hint)
    return []
  } finally {
    await stop()
  }
}

async function examineMigrations(client: pg.Client, findings: Finding[]): Promise<boolean> {
  const note = (state: Finding['state'], text: string, cure: string | null = null) =>
    findings.push({ subject: 'migrations', state, text, cure })
  const entries = await readdir(migrations, { withFileTypes: true })
  const known = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const table = await client.query<{ found: boolean }>(
    "select to_regclass('_prisma_migrations') is not null as found",
  )
  if (!table.rows[0]?.found) {
    note('warning', 'none is applied yet', 'They are applied at the next start.')
    return false
  }
  const { rows } = await client.query<{ migration_name: string }>(
    'select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  )
  const applied = new Set(rows.map((row) => row.migration_name))
  const missing = known.filter((name) => !applied.has(name))
  const unknown = [...applied].filter((name) => !known.includes(name))
  if (unknown.length)
    note(
      'wrong',
      `the database is newer than this version: ${unknown.join(', ')}`,
      'Run the version that wrote it, or a newer one.',
    )
  else if (missing.length)
    note(
      'warning',
      `${missing.length} to apply: ${missing.join(', ')}`,
      'They are applied at the next start.',
    )
  else note('ok', `all ${known.length} applied`)
  return unknown.length === 0 && missing.length === 0
}

interface TeamRow {
  name: string
  channelId: string | null
  stakeholderChannelId: string | null
  members: string
}

async function examineRows(client: pg.Client, findings: Finding[]): Promise<string[]> {
  const teams = await client.query<TeamRow>(
    `select t.name, t."channelId", t."stakeholderChannelId", count(m.*)::text as members from "Team" t
     left join "Membership" m on m."teamId" = t.id group by t.id order by t.name`,
  )
  if (teams.rows.length === 0)
    findings.push({
      subject: 'teams',
      state: 'warning',
      text: 'there is none yet',
      cure: 'Import a plan: /sprint import, or sprintkeeper plan import FILE.',
    })
  for (const { name, channelId, members } of teams.rows) {
    const lacks = [...(channelId ? [] : ['a channel']), ...(members === '0' ? ['people'] : [])]
    const text = lacks.length
      ? `${name} has no ${lacks.join(' and no ').replaceAll('a channel', 'channel')}`
      : `${name}, ${members} people`
    findings.push({
      subject: 'team',
      state: lacks.length ? 'wrong' : 'ok',
      text,
      cure: lacks.length ? 'Type /sprint team in its channel.' : null,
    })
  }
  const parked = await client.query<{ error: string | null; channel: string; count: string }>(
    `select error, channel, count(*)::text as count from "Message" where state = 'dead' and error is distinct from 'expired'
     group by error, channel order by count(*) desc limit 20`,
  )
  for (const { error, channel, count } of parked.rows)
    findings.push({
      subject: 'messages',
      state: 'wrong',
      text: `${count} for ${channel} could not be posted: ${error ?? 'unknown'}`,
      cure: (error && cures[error]) || 'Mend it, then press “Try again” in /sprint team.',
    })
  if (parked.rows.length === 0)
    findings.push({ subject: 'messages', state: 'ok', text: 'none is parked', cure: null })
  const tick = await client.query<{ at: Date | null; days: number | null }>(
    `select max(at) as at, extract(epoch from now() - max(at)) / 86400 as days from "Tick"`,
  )
  const { at, days } = tick.rows[0] ?? { at: null, days: null }
  const quiet = at === null || Number(days) > quietDays
  findings.push({
    subject: 'calendar',
    state: quiet ? 'warning' : 'ok',
    text: at ? `last moved something at ${at.toISOString()}` : 'has not moved anything yet',
    cure: quiet ? 'Is Sprintkeeper running? GET /health says whether it looks at the calendar.' : null,
  })
  return teams.rows.flatMap((row) => [row.channelId, row.stakeholderChannelId]).filter((id) => id !== null)
}
