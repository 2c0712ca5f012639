// Where the process runs: on somebody's own machine, or where a missing token is a mistake and no wish for a local workspace.
import { SprintkeeperError } from '#platform/errors.ts'
import type { Config } from './config.ts'

/** What platforms put into the environment of every process that they run, by their documentation. */
const platforms: Record<string, string> = {
  FLY_APP_NAME: 'Fly.io',
  KUBERNETES_SERVICE_HOST: 'Kubernetes',
  RENDER: 'Render',
  DYNO: 'Heroku',
  RAILWAY_ENVIRONMENT_ID: 'Railway',
  K_SERVICE: 'Google Cloud Run',
  ECS_CONTAINER_METADATA_URI_V4: 'Amazon ECS',
  WEBSITE_INSTANCE_ID: 'Azure App Service',
}

/**
 * Refuses to run the local workspace where it would come by accident: in production and on a platform, without tokens and
 * without SPRINTKEEPER_LOCAL. There its page could not be reached, and nothing would be posted in silence.
 *
 * @throws SprintkeeperError `bad_configuration`, with the variables that are missing
 */
export function refuseLocalByAccident(config: Config, environment: Record<string, string | undefined>): void {
  if (config.slack || config.localWanted) return
  const sign = signOf(environment)
  if (!sign) return
  throw new SprintkeeperError(
    'bad_configuration',
    `No Slack tokens, and ${sign}. Missing: SLACK_BOT_TOKEN, with SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).`,
    'docs/connect-slack.md says where to get them. If the local workspace is what you want here, set SPRINTKEEPER_LOCAL=1.',
  )
}

function signOf(environment: Record<string, string | undefined>): string | null {
  for (const [name, platform] of Object.entries(platforms))
    if (environment[name]?.trim()) return `this is ${platform} (${name} is set)`
  return environment.NODE_ENV?.trim() === 'production' ? 'NODE_ENV is production' : null
}
