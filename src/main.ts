// `npm start`: reads the environment, starts the product, and ends it cleanly on SIGTERM and SIGINT.
import { parseArgs } from 'node:util'
import { explain, SprintkeeperError } from '#platform/errors.ts'
import { createLog } from '#platform/log.ts'
import { type Application, startApplication } from './application.ts'
import { readConfig } from './config.ts'
import { refuseLocalByAccident } from './deployment.ts'

/** Longest that an orderly end may take; after it the process ends as it is, which loses nothing (docs/operating.md). */
const stopWithinMillis = 5_000

try {
  const { values } = readArguments()
  const config = readConfig(process.env)
  refuseLocalByAccident(config, process.env)
  const log = createLog(config.logLevel)
  let application: Application | null = null
  let stopping = false
  const end = async (signal: string) => {
    if (stopping) process.exit(1)
    stopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), stopWithinMillis).unref()
    await application?.stop()
    log.info('stopped')
    process.exit(0)
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  if (!config.slack)
    console.log(
      'Starting the local workspace. At a first start its members live through two days: some seconds.',
    )
  application = await startApplication({ config, log, fresh: values.fresh ?? false })
  const { sandbox } = application
  if (sandbox && config.sandboxPort && Number(new URL(sandbox.url).port) !== config.sandboxPort)
    console.log(`Port ${config.sandboxPort} is taken: the page is at the next free one.`)
  if (sandbox) console.log(`\nSprintkeeper's local workspace: ${sandbox.url}\n`)
  else log.info('serving the workspace')
} catch (error) {
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
    return parseArgs({ options: { fresh: { type: 'boolean' } } })
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new SprintkeeperError('bad_usage', message, 'Usage: npm start [-- --fresh]', { cause })
  }
}
