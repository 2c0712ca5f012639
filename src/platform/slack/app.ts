// The Bolt app: Socket Mode with an app token, else HTTP with the signing secret; every feature's listeners on it.
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt'
import type { Logger } from 'pino'
import { onlyOnce } from '#platform/delivery/handled.ts'
import type { Route } from '#platform/http/route.ts'
import type { Services } from '#platform/services.ts'
import { askAccess, onlyFor, type ServedWorkspace } from './access.ts'
import { listenToChannels } from './channel-members.ts'
import { cleanBody } from './clean-body.ts'
import { listenToCommands, receiveCommands } from './command.ts'
import type { Feature } from './feature.ts'
import { httpReceiver } from './http-receiver.ts'
import { shedLoad } from './shed-load.ts'
import type { SlackConfig } from './slack-config.ts'
import { listenToPeople } from './workspace.ts'

export interface SlackApp {
  start(): Promise<void>
  stop(): Promise<void>
}

/**
 * The app with every command and listener. In HTTP mode it also serves `routes` on `port`; in Socket Mode they are
 * another server's business.
 */
export function createSlackApp(
  slack: SlackConfig,
  services: Services,
  options: { port: number; routes: Route[]; features: readonly Feature[]; served: ServedWorkspace },
): SlackApp {
  const clientOptions = slack.apiUrl ? { slackApiUrl: slack.apiUrl } : {}
  const logger = boltLogger(services.log)
  const receiver = slack.appToken
    ? new SocketModeReceiver({ appToken: slack.appToken, installerOptions: { clientOptions }, logger })
    : httpReceiver({
        signingSecret: slack.signingSecret ?? '',
        port: options.port,
        routes: options.routes,
        logger,
      })
  const app = new App({ token: slack.botToken, receiver, clientOptions, logger, logLevel: LogLevel.WARN })
  app.error(async (error) =>
    services.log.error({ workspace: services.workspaceId, err: error }, 'a listener failed'),
  )
  app.use(cleanBody())
  app.use(shedLoad(services))
  app.use(onlyFor(options.served, services))
  app.use(receiveCommands(services))
  app.use(onlyOnce(services))
  app.use(askAccess(services))
  listenToAll(app, services, options.features)
  return {
    async start() {
      await app.start()
    },
    async stop() {
      await app.stop()
    },
  }
}

/** Everything that the product listens to. */
export function listenToAll(app: App, services: Services, features: readonly Feature[]): void {
  listenToCommands(
    app,
    services,
    features.flatMap(({ commands }) => commands),
  )
  listenToPeople(app, services)
  listenToChannels(app, services)
  for (const feature of features) feature.listen?.(app, services)
}

/** Bolt's log as ours. Its messages can hold payloads, so that debug and info are left out. */
function boltLogger(log: Logger) {
  const bolt = log.child({ part: 'bolt' })
  const words = (parts: unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ')
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts: unknown[]) => bolt.warn(words(parts)),
    error: (...parts: unknown[]) => bolt.error(words(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  }
}
