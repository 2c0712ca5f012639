// The whole product put together: database, Slack, delivery, calendar; started in order and stopped in reverse.
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import cron from 'node-cron'
import type { Logger } from 'pino'
import { type Later, notYet } from '#local/later.ts'
import type { HandedFile } from '#local/own/own-plans.ts'
import type { Sandbox } from '#local/sandbox.ts'
import { openSandbox, sandboxSlack } from '#local/workplace.ts'
import type { Clock } from '#platform/clock.ts'
import { startDelivery } from '#platform/delivery/deliverer.ts'
import { type Budgets, localBudgets, slackBudgets } from '#platform/delivery/limits.ts'
import { webClient } from '#platform/delivery/web-client.ts'
import { databaseTrouble } from '#platform/environment/database-trouble.ts'
import { prepareDataFolder } from '#platform/environment/folder-trouble.ts'
import { slackTrouble } from '#platform/environment/slack-trouble.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import type { Route } from '#platform/http/route.ts'
import { closeServer, portTrouble, serve } from '#platform/http/server.ts'
import { countLimits, createMetrics } from '#platform/metrics.ts'
import type { Services } from '#platform/services.ts'
import { createSlackApp } from '#platform/slack/app.ts'
import { readChannels } from '#platform/slack/channel-members.ts'
import { commandHints } from '#platform/slack/command.ts'
import { readPeople } from '#platform/slack/read-people.ts'
import type { SlackConfig } from '#platform/slack/slack-config.ts'
import { connectWorkspace } from '#platform/slack/workspace.ts'
import { connect, forWorkspace } from '#platform/store/client.ts'
import { databaseClock } from '#platform/store/database-clock.ts'
import { eraseDataFolder, startEmbedded } from '#platform/store/embedded.ts'
import { markFolder, requireLocal } from '#platform/store/folder-kind.ts'
import { migrate } from '#platform/store/migrate.ts'
import { healthRoutes } from '#schedule/health.ts'
import { metricsRoute } from '#schedule/metrics-route.ts'
import { replanTeams } from '#schedule/replan-teams.ts'
import { type TickResult, tick } from '#schedule/tick.ts'
import { pruneTicks } from '#schedule/tick-history.ts'
import { turnSprints } from '#schedule/turn-sprints.ts'
import { uptimeOf } from '#schedule/uptime.ts'
import { ceremoniesOf, commandsOf } from '#subjects/compose.ts'
import { allSubjects, hooks } from './all-subjects.ts'
import { type Config, projectPlans } from './config.ts'
import { laterOf, plansOfFolder } from './local-calls.ts'

const migrations = join(import.meta.dirname, '../prisma/migrations')
const synchroniseClockEveryMillis = 60_000
/** How long a start waits for the names of people before it goes on without them. */
const promptlyMillis = 3_000

export interface Application {
  services: Services
  sandbox: Sandbox | null
  /** Looks at the calendar now, and waits until what it wrote is delivered. */
  tickNow(): Promise<TickResult>
  /** Hands everything back, and ends within 5 s. */
  stop(): Promise<void>
}

export interface Start {
  config: Config
  log: Logger
  /** Begin the local workspace and the embedded database anew. */
  fresh?: boolean
  /** Instead of the database's clock: a test's. */
  clock?: Clock
  /** Instead of Slack's limits: a local Slack's. */
  budgets?: Budgets
  /** Gives the start up, for an end that comes while it goes on. */
  signal?: AbortSignal
  /** Plans that the local workspace brings alive. */
  plans?: HandedFile[]
  /** Told the address of the local workspace's page, as soon as it is there: seconds before the product. */
  onPage?: (url: string) => void
  /** Instead of the invented teams and their first days: a test's plans, for the same people. */
  inventedPlans?: string
}

type Stop = () => unknown

/**
 * Starts the product. What was started is stopped again when a later part fails, or when the start is given up.
 *
 * @throws the signal's reason once all is stopped
 */
export async function startApplication(start: Start): Promise<Application> {
  const stops: Stop[] = []
  const stop = async () => {
    for (const each of stops.splice(0).reverse())
      await Promise.resolve(each()).catch((error: unknown) =>
        start.log.error({ err: error }, 'a part did not stop cleanly'),
      )
  }
  const building = build(start, stops)
  const givenUp = new Promise<never>((_, reject) =>
    start.signal?.addEventListener('abort', () => reject(start.signal?.reason)),
  )
  try {
    return { ...(await Promise.race([building, givenUp])), stop }
  } catch (error) {
    await stop()
    // What was just being made is made by now, or failed for want of what was stopped.
    await building.catch(() => {})
    await stop()
    throw error
  }
}

// Long: the order in which the parts are made, each of those before it.
async function build(start: Start, stops: Stop[]): Promise<Omit<Application, 'stop'>> {
  const { config, log, fresh = false, clock: given, budgets } = start
  if (fresh) await clearData(config)
  if (!config.databaseUrl || !config.slack) {
    await prepareDataFolder(config.dataDir)
    markFolder(config.dataDir, config.slack ? 'real' : 'local')
  }
  // The local workspace calls back into parts that are made after it.
  const later: Later = { ...notYet }
  const { connectionString, workplace } = await openBoth(start, later, stops)
  const applied = await migrate(connectionString, migrations).catch((error: unknown) => {
    throw databaseTrouble(error, connectionString)
  })
  if (applied.length) log.info({ migrations: applied }, 'migrations applied')
  const prisma = connect(connectionString, { connections: 10 })
  stops.push(() => prisma.$disconnect())

  const sandbox = workplace?.sandbox ?? null
  const clock = workplace?.clock ?? given ?? (await sharedClock(prisma, stops))
  const slack: SlackConfig = config.slack ?? sandboxSlack(sandbox)

  const web = webClient(slack.botToken, { apiUrl: slack.apiUrl })
  const metrics = config.metrics ? await createMetrics({ version: ownVersion() }) : undefined
  countLimits(web, metrics)
  const workspace = await connectWorkspace(prisma, web)
  const workspaceId = workspace.id
  const db = forWorkspace(prisma, workspaceId)
  const services: Services = { db, workspaceId, clock, log, web, hooks, ...(metrics ? { metrics } : {}) }
  const people = readPeople(services)
  stops.push(() => people.stop())
  services.people = people.done.catch((error: unknown) =>
    log.error({ workspace: workspaceId, err: error }, 'the people of the workspace could not be read'),
  )
  // A small workspace is read at once. Thousands, or a limit of Slack's, hold up nothing.
  await Promise.race([
    people.promptly,
    ...(sandbox ? [] : [setTimeout(promptlyMillis, undefined, { ref: false })]),
  ])
  const ceremonies = ceremoniesOf(allSubjects)
  const owner = `${hostname()}:${process.pid}`
  const delivery = await startDelivery({
    connectionString,
    prisma,
    workspaces: [services],
    clock,
    log,
    metrics,
    owner,
    budgets: sandbox ? localBudgets : (budgets ?? slackBudgets),
  })
  services.jobs = delivery.jobs
  stops.push(() => delivery.stop())

  const uptime = uptimeOf(prisma, clock, owner, [workspaceId])
  let lastTick: Date | null = null
  let looking: Promise<unknown> = Promise.resolve()
  /** One look at a time: whoever asks for one gets one that began after the present. */
  const look = (): Promise<TickResult> => {
    const next = looking.then(async () => {
      const began = performance.now()
      await uptime.note()
      await turnSprints(services.db, services)
      const result = await tick({ prisma, clock, workspaces: [services], ceremonies, owner })
      lastTick = clock.now()
      metrics?.ticked(performance.now() - began)
      return result
    })
    looking = next.catch(() => {})
    return next
  }
  const tickNow = async () => {
    const result = await look()
    await delivery.idle()
    return result
  }
  const still = <T>(work: () => Promise<T>): Promise<T> => {
    const done = looking.then(async () => {
      await delivery.idle()
      return work()
    })
    looking = done.catch(() => {})
    return done
  }
  const product = { services, tickNow, still, connectionString, config }

  const tryFolder = config.databaseUrl ? {} : { tryFolder: () => prepareDataFolder(config.dataDir) }
  const routes: Route[] = healthRoutes({ prisma, clock, log, lastTick: () => lastTick, ...tryFolder })
  for (const subject of allSubjects) routes.push(...(subject.routes?.(services, config) ?? []))
  const app = createSlackApp(slack, services, {
    port: config.port,
    routes,
    features: allSubjects.flatMap((subject) => subject.slack ?? []),
    served: workspace,
  })
  await app.start().catch((error: unknown) => {
    throw startTrouble(error, config, web.slackApiUrl)
  })
  stops.push(() => app.stop())
  if (slack.appToken) {
    const host = sandbox ? '127.0.0.1' : '0.0.0.0'
    const server = await serve(routes, { port: config.port, host, orAnother: sandbox !== null })
    stops.push(() => closeServer(server))
  }
  if (config.metrics && metrics) {
    const route = await metricsRoute({ metrics, prisma, clock, workspaceId, lastTick: () => lastTick })
    const server = await serve([route], { ...config.metrics, setBy: 'METRICS_PORT' })
    stops.push(() => closeServer(server))
  }
  // The plans of a folder wait for the names of people, and the start for neither.
  // The local workspace brings its plans itself.
  const jobs = startJobs(services, sandbox ? { ...config, plansDir: null } : config, stops)
  if (people.isDone()) await jobs
  else jobs.catch((error: unknown) => log.error({ err: error }, 'work in the background did not begin'))
  if (workplace) {
    Object.assign(later, laterOf(product))
    stops.push(() => workplace.rest())
    await workplace.begin()
  }
  const task = cron.schedule(
    '* * * * * *',
    () => look().catch((error: unknown) => log.error({ err: error }, 'tick failed')),
    {
      noOverlap: true,
    },
  )
  stops.push(() => task.destroy())
  const pruning = cron.schedule('0 0 * * * *', () =>
    pruneTicks(prisma, clock).catch((error: unknown) =>
      log.error({ err: error }, 'old ticks were not forgotten'),
    ),
  )
  stops.push(() => pruning.destroy())
  const replan = () =>
    replanTeams(services).catch((error: unknown) => log.error({ err: error }, 'teams were not planned anew'))
  const replanning = cron.schedule('0 17 3 * * *', replan)
  stops.push(() => replanning.destroy())
  // A new Node may have brought new rules of a zone. Thousands of teams take a while: nobody waits for it.
  void replan()
  const compare = () => readChannels(services)
  const comparing = cron.schedule('0 41 3 * * *', compare)
  stops.push(() => comparing.destroy())
  // What Slack's events told while nobody listened. Slack's limits make it last: nobody waits for it.
  void compare().catch((error: unknown) => log.error({ err: error }, 'the channels were not compared'))
  await tickNow()
  return { services, sandbox, tickNow }
}

/** The version in package.json. */
function ownVersion(): string {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'))
  return String(version)
}

/** The database, and at the same time the local workspace, whose page is there before it. */
async function openBoth(start: Start, later: Later, stops: Stop[]) {
  const { config, log } = start
  if (config.slack) return { connectionString: await openDatabase(start, stops), workplace: null }
  const held = Promise.withResolvers<void>()
  const opening = openDatabase(start, stops, held.resolve)
  opening.then(() => held.resolve(), held.reject)
  // Until the folder is ours, another process may be at its files.
  await held.promise
  try {
    const ownFolder = config.plansDir === projectPlans ? null : config.plansDir
    const workplace = await openSandbox(
      {
        config,
        later,
        log,
        commands: commandHints(commandsOf(allSubjects)),
        plans: [...(start.plans ?? []), ...(await plansOfFolder(ownFolder))],
        watched: ownFolder,
        invented: {
          folder: start.inventedPlans ?? projectPlans,
          haveLived: start.inventedPlans !== undefined,
        },
      },
      stops,
    )
    start.onPage?.(workplace.sandbox.url)
    return { connectionString: await opening, workplace }
  } catch (error) {
    await opening.catch(() => {})
    throw error
  }
}

/** Begins what the subjects do in the background, when everybody's name was read. */
async function startJobs(services: Services, config: Config, stops: Stop[]): Promise<void> {
  let isStopped = false
  stops.push(() => {
    isStopped = true
  })
  await services.people
  for (const subject of allSubjects) {
    if (isStopped) return
    const job = await subject.job?.(services, config)
    if (!job) continue
    if (isStopped) return job.stop()
    stops.push(() => job.stop())
  }
}

async function openDatabase(
  { config, log, signal }: Start,
  stops: Stop[],
  onHeld: () => void = () => {},
): Promise<string> {
  if (config.databaseUrl) return config.databaseUrl
  const server = await startEmbedded(config.dataDir, { onHeld, onChange: (text) => log.error(text), signal })
  stops.push(() => server.stop())
  return server.connectionString
}

async function sharedClock(prisma: ReturnType<typeof connect>, stops: Stop[]): Promise<Clock> {
  const clock = await databaseClock(prisma)
  const timer = setInterval(() => clock.synchronise().catch(() => {}), synchroniseClockEveryMillis)
  stops.push(() => clearInterval(timer))
  return clock
}

/** Socket Mode asks Slack for a connection; HTTP takes a port. */
function startTrouble(error: unknown, { slack, port }: Config, address: string): SprintkeeperError {
  return slack && !slack.appToken ? portTrouble(error, port) : slackTrouble(error, address, 'SLACK_APP_TOKEN')
}

/** `--fresh`: forgets the local workspace and the embedded database; a database server's data is never dropped. */
async function clearData(config: Config): Promise<void> {
  if (config.databaseUrl || config.slack)
    throw new SprintkeeperError(
      'fresh_refused',
      '--fresh begins the local workspace anew, and this start serves a real workspace or a database server.',
      'Start without --fresh, or without the Slack tokens and DATABASE_URL.',
    )
  requireLocal(config.dataDir)
  await prepareDataFolder(config.dataDir)
  await eraseDataFolder(config.dataDir)
}
