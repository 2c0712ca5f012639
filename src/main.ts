// `npm start`: reads the environment, starts the product, and ends it cleanly on SIGTERM and SIGINT.
import { parseArgs } from 'node:util'
import { explain, SprintkeeperError } from '#platform/errors.ts'
import { createLog } from '#platform/log.ts'
import { type Application, startApplication } from './application.ts'
import { type Config, readConfig } from './config.ts'
import { refuseLocalByAccident } from './deployment.ts'

/** Longest that an orderly end may take; after it the process ends as it is, which loses nothing (docs/operating.md). */
const stopWithinMillis = 5_000

const ending = new AbortController()
try {
  const { values, positionals } = readArguments()
  const config = readConfig(process.env)
  refuseLocalByAccident(config, process.env)
  const log = createLog(config.logLevel)
  let starting: Promise<Application> | null = null
  const end = async (signal: string) => {
    if (ending.signal.aborted) process.exit(1)
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), stopWithinMillis).unref()
    ending.abort()
    const started = await starting?.catch(() => null)
    await started?.stop()
    log.info('stopped')
    process.exit(0)
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  const plans = await plansToBring(positionals, config)
  const { fresh = false } = values
  starting = startApplication({ config, log, fresh, plans, onPage, signal: ending.signal })
  const application = await starting
  if (!application.sandbox) log.info('serving the workspace')

  function onPage(url: string): void {
    if (config.sandboxPort && Number(new URL(url).port) !== config.sandboxPort)
      console.log(`Port ${config.sandboxPort} is taken: the page is at the next free one.`)
    console.log(`\nSprintkeeper's local workspace: ${url}\n`)
  }
} catch (error) {
  if (!ending.signal.aborted) fail(error)
}

function fail(error: unknown): never {
  console.error(explain(error))
  if (!(error instanceof SprintkeeperError)) {
    console.error('This is a defect of Sprintkeeper: report it with what LOG_LEVEL=debug prints.')
    if (process.env.LOG_LEVEL === 'debug') console.error(error)
  }
  process.exit(
    error instanceof SprintkeeperError && ['bad_configuration', 'bad_usage'].includes(error.code) ? 2 : 1,
  )
}

function readArguments() {
  try {
    return parseArgs({ options: { fresh: { type: 'boolean' } }, allowPositionals: true })
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new SprintkeeperError('bad_usage', message, 'Usage: npm start [-- --fresh] [PLAN.md …]', { cause })
  }
}

/** The plans that the local workspace is to bring alive. @throws SprintkeeperError `bad_usage`, or that a file is not there */
async function plansToBring(paths: string[], { slack }: Config) {
  if (paths.length === 0) return []
  if (slack)
    throw new SprintkeeperError(
      'bad_usage',
      'Plans after npm start are for the local workspace, and this start serves Slack.',
      'Import them with: npm run -s sprintkeeper -- plan import PLAN.md',
    )
  const { readPlans } = await import('#local/own/plan-files.ts')
  return readPlans(paths, 'npm start')
}
