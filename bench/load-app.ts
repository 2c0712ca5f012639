// A process with one app on a loopback port: the whole product in HTTP mode, or a bare Bolt app that only acknowledges.
// Any message to it is a question for the CPU time that it has taken.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, LogLevel } from '@slack/bolt'
import { pino } from 'pino'
import { startApplication } from '../src/application.ts'
import { readConfig } from '../src/config.ts'

const [kind = '', slackUrl = '', secret = '', databaseUrl = ''] = process.argv.slice(2)

const port = await freePort()
if (kind === 'bare') {
  const app = new App({
    token: 'xoxb-bench',
    signingSecret: secret,
    clientOptions: { slackApiUrl: slackUrl },
    logLevel: LogLevel.ERROR,
  })
  app.command('/sprint', async ({ ack }) => ack())
  await app.start(port)
  process.once('disconnect', () => process.exit(0))
} else {
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: secret,
    SLACK_API_URL: slackUrl,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
  })
  const app = await startApplication({ config, log: pino({ level: 'error' }, pino.destination(2)) })
  process.once('disconnect', () => app.stop().then(() => process.exit(0)))
}
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpuMillis: (user + system) / 1000 })
})
process.send?.({ port })

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
}
