// How the local Slack brings things to an app: without an app, with a slow one, again, and over several connections.
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { afterEach, describe, expect, it } from 'vitest'
import { MAYA, SQUAD, startTestSlack, type TestSlack } from '../support/slack.ts'
import { type RunningApp, startHttpApp, startSocketApp } from './support.ts'

let slack: TestSlack
const running: RunningApp[] = []

afterEach(async () => {
  for (const app of running.splice(0)) await app.stop()
  await slack.close()
})

describe('without an app', () => {
  it('a command fails as Slack shows it, and says why', async () => {
    slack = await startTestSlack()
    await expect(slack.asUser(MAYA).command('/sprint status', SQUAD)).rejects.toThrow(
      'dispatch_failed: command /sprint status: no app is connected over Socket Mode',
    )
  })

  it('a command fails where nothing listens at the request URL', async () => {
    slack = await startTestSlack({ requestUrl: 'http://127.0.0.1:9/slack/events' })
    await expect(slack.asUser(MAYA).command('/sprint', SQUAD)).rejects.toThrow(
      'nothing listens at http://127.0.0.1:9',
    )
  })
})

describe.each([
  { name: 'Socket Mode', start: startSocketApp },
  { name: 'signed HTTP', start: startHttpApp },
])('over $name', ({ start }) => {
  it('an app that does not acknowledge in time makes the command fail', async () => {
    slack = await startTestSlack({ ackTimeoutMs: 80 })
    running.push(await start(slack, (app) => app.command('/sprint', async () => {})))
    await expect(slack.asUser(MAYA).command('/sprint status', SQUAD)).rejects.toThrow(
      'operation_timeout: command /sprint status',
    )
  })

  it('an event that was not acknowledged comes again, with the same id and its number', async () => {
    slack = await startTestSlack({ ackTimeoutMs: 60, eventRetryDelaysMs: [0, 10, 10] })
    const seen: { id: string; retry: number | undefined }[] = []
    const listen = (app: App) =>
      app.use(async ({ body, context, next }) => {
        seen.push({ id: 'event_id' in body ? String(body.event_id) : '', retry: context.retryNum })
        if (seen.length < 3) await new Promise(() => {})
        await next()
      })
    running.push(await startUnacknowledging(slack, start, listen))
    await expect(slack.asUser(MAYA).say(SQUAD, 'Hello')).rejects.toThrow('operation_timeout: event message')
    await expect.poll(() => seen.length).toBe(3)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(1)
    expect(seen.map(({ retry }) => retry ?? 0)).toEqual([0, 1, 2])
  })

  it('the same delivery can come twice', async () => {
    slack = await startTestSlack()
    const ids: unknown[] = []
    const listen = (app: App) =>
      app.message(async ({ body }) => {
        ids.push(body.event_id)
      })
    running.push(await start(slack, listen))
    await slack.asUser(MAYA).say(SQUAD, 'Hello')
    const [event] = slack.deliveries()
    if (event) await slack.redeliver(event)
    await expect.poll(() => ids).toEqual([event?.payload.event_id, event?.payload.event_id])
  })
})

/** An app whose receiver leaves acknowledging to the listeners' end, where Bolt's own acknowledges events at once. */
async function startUnacknowledging(
  local: TestSlack,
  start: typeof startSocketApp,
  listen: (app: App) => void,
): Promise<RunningApp> {
  return start(local, (app) => {
    const process = app.processEvent.bind(app)
    app.processEvent = async (event) => {
      let passed = false
      await process({
        ...event,
        ack: async (response) => {
          if (passed) await event.ack(response)
        },
      })
      passed = true
      await event.ack()
    }
    listen(app)
  })
}

describe('Socket Mode', () => {
  it('gives each delivery to one of several connections', async () => {
    slack = await startTestSlack()
    const answered: string[] = []
    for (const name of ['first', 'second']) {
      const listen = (app: App) =>
        app.command('/sprint', async ({ ack }) => {
          answered.push(name)
          await ack()
        })
      running.push(await startSocketApp(slack, listen))
    }
    expect(slack.connections()).toBe(2)
    const maya = slack.asUser(MAYA)
    for (let time = 0; time < 4; time += 1) await maya.command('/sprint', SQUAD)
    expect(answered.sort()).toEqual(['first', 'first', 'second', 'second'])
  })

  it('lets the app come back after a refresh', async () => {
    slack = await startTestSlack()
    const clientOptions = { slackApiUrl: slack.url }
    const receiver = new SocketModeReceiver({
      appToken: slack.appToken,
      installerOptions: { clientOptions },
      clientPingTimeout: 50,
      logLevel: LogLevel.ERROR,
    })
    const app = new App({ token: slack.botToken, receiver, clientOptions, logLevel: LogLevel.ERROR })
    app.command('/sprint', async ({ ack }) => ack('Back'))
    await app.start()
    running.push({ app, stop: async () => void (await app.stop()) })
    slack.refreshConnections()
    await expect.poll(() => slack.calls('apps.connections.open').length, { timeout: 5000 }).toBe(2)
    await expect.poll(() => slack.connections(), { timeout: 5000 }).toBe(1)
    expect(await slack.asUser(MAYA).command('/sprint', SQUAD)).toEqual({ text: 'Back' })
  })

  it('refuses a WebSocket address that it never gave', async () => {
    slack = await startTestSlack()
    const socket = new WebSocket(
      `${slack.url.replace('http', 'ws').replace('/api/', '')}/link?ticket=invented`,
    )
    const outcome = await new Promise((resolve) => {
      socket.addEventListener('open', () => resolve('open'))
      socket.addEventListener('error', () => resolve('refused'))
    })
    expect(outcome).toBe('refused')
  })
})
