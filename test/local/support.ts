// Bolt apps for the tests of the local Slack: one over Socket Mode, one over signed HTTP.
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt'
import type { LocalSlack } from '#local/slack/local-slack.ts'

/** A started Bolt app and how to stop it. */
export interface RunningApp {
  app: App
  stop(): Promise<void>
}

/** Starts a Bolt app in Socket Mode with the listeners that `listen` adds. */
export async function startSocketApp(slack: LocalSlack, listen: (app: App) => void): Promise<RunningApp> {
  const clientOptions = { slackApiUrl: slack.url }
  const logLevel = LogLevel.ERROR
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    installerOptions: { clientOptions },
    logLevel,
  })
  const app = new App({ token: slack.botToken, receiver, clientOptions, logLevel })
  listen(app)
  await app.start()
  return { app, stop: async () => void (await app.stop()) }
}

/** Starts a Bolt app that listens for signed HTTP requests, and has the local Slack deliver to it. */
export async function startHttpApp(slack: LocalSlack, listen: (app: App) => void): Promise<RunningApp> {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logLevel: LogLevel.ERROR })
  const app = new App({
    token: slack.botToken,
    receiver,
    clientOptions: { slackApiUrl: slack.url },
    logLevel: LogLevel.ERROR,
  })
  listen(app)
  const server = await app.start(0)
  const address = 'address' in server ? server.address() : null
  if (typeof address !== 'object' || !address) throw new Error('the Bolt app listens nowhere')
  slack.deliverTo(`http://127.0.0.1:${address.port}/slack/events`)
  return { app, stop: async () => void (await app.stop()) }
}
