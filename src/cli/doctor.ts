// `doctor`: looks at configuration, database, Slack and what waits to be posted, and names the cure of what is wrong.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { type Config, readConfig } from '../config.ts'
import { cures } from '../delivery/errors.ts'
import { webClient } from '../delivery/web-client.ts'
import { explain, SprintkeeperError } from '../errors.ts'
import { requiredScopes } from '../slack/scopes.ts'
import { runningEmbedded } from '../store/attach.ts'
import { startEmbedded } from '../store/embedded.ts'

export interface Finding {
  subject: string
  state: 'ok' | 'warning' | 'wrong'
  text: string
  /** What to do about it; null: nothing. */
  cure: string | null
}

const marks: Record<Finding['state'], string> = { ok: '✓', warning: '!', wrong: '✗' }
const migrations = join(import.meta.dirname, '../../prisma/migrations')
/** Sprintkeeper looks at the calendar every second; something moves in a team on any working day. */
const quietDays = 4

/** 0: nothing is wrong; 1: something is; 2: the configuration is. */
export async function doctor(options: { json?: boolean }): Promise<number> {
  const findings: Finding[] = []
  const config = examineConfig(findings)
  if (config) {
    const channels = await examineDatabase(config, findings)
    await examineSlack(config, channels, findings)
  }
  if (options.json) console.log(JSON.stringify(findings))
  else
    for (const { state, subject, text, cure } of findings)
      console.log(`${marks[state]} ${subject}: ${text}${cure ? `\n  → ${cure}` : ''}`)
  if (!config) return 2
  return findings.some(({ state }) => state === 'wrong') ? 1 : 0
}

function examineConfig(findings: Finding[]): Config | null {
  try {
    const config = readConfig(process.env)
    const mode = config.slack
      ? config.slack.appToken
        ? 'Slack over Socket Mode'
        : 'Slack over HTTP'
      : 'the local workspace'
    findings.push({ subject: 'configuration', state: 'ok', text: `complete, for ${mode}`, cure: null })
    return config
  } catch (error) {
    if (!(error instanceof SprintkeeperError)) throw error
    findings.push({ subject: 'configuration', state: 'wrong', text: error.message, cure: error.hint })
    return null
  }
}

/** @returns the ids of the channels that teams use */
async function examineDatabase(config: Config, findings: Finding[]): Promise<string[]> {
  const note = (state: Finding['state'], text: string, cure: string | null = null) =>
    findings.push({ subject: 'database', state, text, cure })
  const running = config.databaseUrl ? null : runningEmbedded(config.dataDir)
  let stop: () => Promise<void> = async () => {}
  try {
    let address = config.databaseUrl ?? running
    if (!address) {
      const server = await startEmbedded(config.dataDir)
      stop = () => server.stop()
      address = server.connectionString
    }
    const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5_000 })
    await client.connect()
    try {
      const { rows } = await client.query<{ version: string }>(
        "select current_setting('server_version') as version",
      )
      const where = config.databaseUrl
        ? 'DATABASE_URL'
        : `embedded in ${config.dataDir}${running ? ', in use by a running Sprintkeeper' : ''}`
      note('ok', `PostgreSQL ${rows[0]?.version}, ${where}`)
      if (!(await examineMigrations(client, findings))) return []
      return await examineRows(client, findings)
    } finally {
      await client.end()
    }
  } catch (error) {
    const cure =
      error instanceof SprintkeeperError ? error.hint : 'Check that the server runs, and DATABASE_URL.'
    note('wrong', error instanceof Error ? error.message : String(error), cure)
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
    cure: quiet ? 'Is Sprintkeeper running? GET /health says when it last looked.' : null,
  })
  return teams.rows.flatMap((row) => [row.channelId, row.stakeholderChannelId]).filter((id) => id !== null)
}

async function examineSlack(config: Config, channels: string[], findings: Finding[]): Promise<void> {
  const note = (state: Finding['state'], text: string, cure: string | null = null) => {
    findings.push({ subject: 'Slack', state, text, cure })
  }
  if (!config.slack) {
    note('ok', 'not connected: the local workspace runs instead')
    return
  }
  const { botToken, apiUrl } = config.slack
  const web = webClient(botToken, apiUrl ? { apiUrl } : {})
  try {
    const who = await web.auth.test()
    note('ok', `${who.team ?? 'a workspace'}, as ${who.user ?? 'the app'}`)
    const granted = who.response_metadata?.scopes
    const missing = granted ? requiredScopes.filter((scope) => !granted.includes(scope)) : []
    if (missing.length)
      note(
        'wrong',
        `the token lacks ${missing.join(', ')}`,
        'Update the app from slack-manifest.yaml, and install it again.',
      )
    else if (granted) note('ok', 'the token has every scope that is used')
  } catch (error) {
    const code = codeOf(error)
    const cure = 'Copy SLACK_BOT_TOKEN anew from “OAuth & Permissions”, or check SLACK_API_URL.'
    note('wrong', `the token was refused: ${code}`, cures[code] ?? cure)
    return
  }
  for (const channel of new Set(channels)) {
    try {
      const { channel: found } = await web.conversations.info({ channel })
      const name = `#${found?.name ?? channel}`
      if (found?.is_archived) note('wrong', `${name} is archived`, cures.is_archived)
      else if (!found?.is_member)
        note('wrong', `the app is not in ${name}`, `Type /invite @Sprintkeeper in ${name}.`)
      else note('ok', `the app is in ${name}`)
    } catch (error) {
      const code = codeOf(error)
      note('wrong', `${channel}: ${code}`, cures[code] ?? 'Choose another channel in /sprint team.')
    }
  }
}

/** Slack's word for what went wrong, else the error's own. */
const codeOf = (error: unknown): string => {
  const data = error instanceof Error && 'data' in error ? (error.data as { error?: string }) : null
  return data?.error ?? explain(error)
}
