// The whole product over a real Bolt socket: a local Slack, a database of its own, and a clock that the test moves.
import { pino } from 'pino'
import { afterAll, beforeAll } from 'vitest'
import { localBudgets } from '#platform/delivery/limits.ts'
import type { Services } from '#platform/services.ts'
import { importPlan } from '#subjects/import/import.ts'
import { answerName } from '#subjects/team/name-question.ts'
import { type Application, startApplication } from '../../src/application.ts'
import { readConfig } from '../../src/config.ts'
import { useDatabase } from './database.ts'
import { startTestSlack, type TestSlack } from './slack.ts'

export interface TestApp {
  slack: TestSlack
  app: Application
  connectionString: string
  /** Imports a plan's text as if from a file of that name; whom its names may mean say that it is them, and its channels confirm. */
  importPlan(text: string, path?: string): Promise<void>
  /** Moves the clock to an instant, and does and delivers what is due then. */
  moveTo(instant: string): Promise<void>
  /** Waits until all that was written to the outbox is in Slack. */
  delivered(): Promise<void>
}

/** For a test file or describe block; fields may be read from `beforeAll` on. `start` is where the clock stands first. */
export function useApp(options: { start?: string; environment?: Record<string, string> } = {}): TestApp {
  const database = useDatabase()
  const test = { connectionString: database.connectionString } as TestApp
  beforeAll(async () => {
    const slack = await startTestSlack()
    if (options.start) slack.clock.set(new Date(options.start))
    const config = readConfig({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.url,
      DATABASE_URL: database.connectionString,
      PORT: '0',
      ...options.environment,
    })
    const log = pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' })
    const app = await startApplication({ config, log, clock: slack.clock, budgets: localBudgets })
    Object.assign(test, {
      slack,
      app,
      async importPlan(text: string, path = 'plans/test.md') {
        await importPlan(app.services, { bytes: new TextEncoder().encode(text), path })
        await sayWhoTheyAre(app.services)
        await app.services.db.channelLink.updateMany({ data: { state: 'confirmed' } })
        await app.tickNow()
      },
      async moveTo(instant: string) {
        slack.clock.set(new Date(instant))
        await app.tickNow()
      },
      delivered: async () => {
        await app.tickNow()
      },
    } satisfies Partial<TestApp>)
  })
  afterAll(async () => {
    await test.app?.stop()
    await test.slack?.close()
  })
  return test
}

/** Everybody who is asked whether a name in a plan is theirs says that it is. */
async function sayWhoTheyAre(services: Services): Promise<void> {
  const asked = { key: { startsWith: 'name:' }, kind: 'post' as const }
  for (const { teamId, channel, payload } of await services.db.message.findMany({ where: asked })) {
    const button = /"value":"(\{.*?\})"/.exec(JSON.stringify(payload))?.[1]
    const { name } = JSON.parse((button ?? '{}').replaceAll('\\"', '"')) as { name: string }
    const open = await services.db.planName.findFirst({ where: { name, personId: null, nobody: false } })
    if (!teamId || !open) continue
    const person = await services.db.person.findFirstOrThrow({ where: { slackUserId: channel } })
    await answerName(services, { teamId, name, person, isMine: true })
  }
}
