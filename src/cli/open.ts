// A command's way to the data: the configured database, and one workspace in it.
import { join } from 'node:path'
import type { Action } from '#domain/access/actions.ts'
import type { Clock } from '#platform/clock.ts'
import { webClient } from '#platform/delivery/web-client.ts'
import { databaseTrouble } from '#platform/environment/database-trouble.ts'
import { prepareDataFolder } from '#platform/environment/folder-trouble.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import { createLog } from '#platform/log.ts'
import type { Services } from '#platform/services.ts'
import { readPeople } from '#platform/slack/read-people.ts'
import { connectWorkspace } from '#platform/slack/workspace.ts'
import { runningEmbedded } from '#platform/store/attach.ts'
import { connect, forWorkspace } from '#platform/store/client.ts'
import { databaseClock } from '#platform/store/database-clock.ts'
import { startEmbedded } from '#platform/store/embedded.ts'
import type { PrismaClient, Workspace } from '#platform/store/generated/client.ts'
import { migrate } from '#platform/store/migrate.ts'
import { requireAccess } from '#records/access.ts'
import { hooks } from '../all-subjects.ts'
import { type Config, readConfig } from '../config.ts'

const migrations = join(import.meta.dirname, '../../prisma/migrations')

export interface Opened {
  services: Services
  config: Config
  workspace: Workspace
  /** Whether Slack can be asked; false for the local workspace. */
  hasSlack: boolean
  close(): Promise<void>
}

/**
 * Opens the database that the environment names, applies its migrations and finds the workspace: the one of the bot token,
 * else the one that is named (Slack's team id, or its name), else the only one.
 *
 * @param action what the verb does: asked of the policy for the operator before anything is read
 * @throws SprintkeeperError `not_allowed`, `bad_configuration`, `data_folder_held`, `no_workspace`
 */
export async function openWorkspace(action: Action, named?: string): Promise<Opened> {
  const config = readConfig(process.env)
  const stops: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const stop of stops.splice(0).reverse()) await stop()
  }
  try {
    const { connectionString, isRunning } = await openDatabase(config, stops)
    await migrate(connectionString, migrations).catch((error: unknown) => {
      throw databaseTrouble(error, connectionString)
    })
    const prisma = connect(connectionString, { connections: 3 })
    stops.push(() => prisma.$disconnect())
    const web = webClient(
      config.slack?.botToken ?? '',
      config.slack?.apiUrl ? { apiUrl: config.slack.apiUrl } : {},
    )
    const hasSlack = config.slack !== null && named === undefined
    const workspace = hasSlack
      ? await connectWorkspace(prisma, web)
      : await findWorkspace(prisma, config, named)
    const clock = await clockOf(config, prisma, isRunning)
    const log = createLog(process.env.LOG_LEVEL ? config.logLevel : 'warn')
    const db = forWorkspace(prisma, workspace.id)
    const services: Services = { db, workspaceId: workspace.id, clock, log, web, hooks }
    await requireAccess(services, 'operator', action)
    if (hasSlack) await readPeople(services).done
    return { services, config, workspace, hasSlack, close }
  } catch (error) {
    await close()
    throw error
  }
}

interface Database {
  connectionString: string
  /** Another process runs the embedded server, and so the product. */
  isRunning: boolean
}

async function openDatabase(config: Config, stops: (() => Promise<unknown>)[]): Promise<Database> {
  if (config.databaseUrl) return { connectionString: config.databaseUrl, isRunning: false }
  await prepareDataFolder(config.dataDir)
  try {
    const server = await startEmbedded(config.dataDir)
    stops.push(() => server.stop())
    return { connectionString: server.connectionString, isRunning: false }
  } catch (error) {
    if (!(error instanceof SprintkeeperError && error.code === 'data_folder_held')) throw error
    const running = runningEmbedded(config.dataDir)
    if (running) return { connectionString: running, isRunning: true }
    const hint = 'It is starting or stopping: try again in a moment.'
    throw new SprintkeeperError('data_folder_held', error.message, hint, { cause: error })
  }
}

/** The local workspace has a clock of its own; any other shares the database's. */
async function clockOf(config: Config, prisma: PrismaClient, isRunning: boolean): Promise<Clock> {
  if (config.slack || config.databaseUrl) return databaseClock(prisma)
  const { savedSandboxTime } = await import('#local/clock.ts')
  const { FIRST_DAYS_BEGIN } = await import('#local/first-days.ts')
  const saved = savedSandboxTime(join(config.dataDir, 'clock.json'), isRunning)
  return saved ?? { now: () => FIRST_DAYS_BEGIN }
}

/** The local workspace, for a plan that is imported before its first start. */
async function makeLocalWorkspace(prisma: PrismaClient): Promise<Workspace> {
  const { SANDBOX_SEED } = await import('#local/seed.ts')
  const { team, app } = SANDBOX_SEED
  return prisma.workspace.create({
    data: { slackTeamId: team.id, name: team.name, botUserId: app.botUserId },
  })
}

async function findWorkspace(prisma: PrismaClient, config: Config, named?: string): Promise<Workspace> {
  const all = await prisma.workspace.findMany({ orderBy: { name: 'asc' } })
  const found = named ? all.filter(({ slackTeamId, name }) => named === slackTeamId || named === name) : all
  const [first, another] = found
  if (first && !another) return first
  const list = all.map(({ slackTeamId, name }) => `${slackTeamId} (${name})`).join(', ')
  if (all.length === 0 && !named && !config.slack && !config.databaseUrl) return makeLocalWorkspace(prisma)
  if (all.length === 0)
    throw new SprintkeeperError(
      'no_workspace',
      'There is no workspace in this database yet.',
      'Start Sprintkeeper once with npm start, or set the Slack tokens.',
    )
  throw new SprintkeeperError(
    'no_workspace',
    named ? `There is no workspace ${named} here.` : 'There are several workspaces here.',
    `Name one with --workspace: ${list}.`,
  )
}
