// The product behind signed HTTP instead of Socket Mode: commands, buttons and modals, and requests that nobody signed.
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localBudgets } from '#platform/delivery/limits.ts'
import { importPlan } from '#subjects/import/import.ts'
import { useDatabase } from '#test/support/database.ts'
import { freePort } from '#test/support/free-port.ts'
import { MAYA, SQUAD, startTestSlack, type TestSlack } from '#test/support/slack.ts'
import { type Application, startApplication } from '../../application.ts'
import { readConfig } from '../../config.ts'

const plan =
  '---\nteam: Squad\n---\n# Sprint 7 (2026-01-05 to 2026-01-09)\n\nSlack: #squad\n\n- [ ] SQ-1 Rotate the keys (3 pts)\n'

describe('over signed HTTP', () => {
  const database = useDatabase()
  let slack: TestSlack
  let app: Application
  let address: string

  beforeAll(async () => {
    slack = await startTestSlack()
    const port = await freePort()
    address = `http://127.0.0.1:${port}`
    const config = readConfig({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.url,
      DATABASE_URL: database.connectionString,
      PORT: String(port),
    })
    app = await startApplication({
      config,
      log: pino({ level: 'silent' }),
      clock: slack.clock,
      budgets: localBudgets,
    })
    slack.deliverTo(`${address}/slack/events`)
    await importPlan(app.services, { bytes: new TextEncoder().encode(plan), path: 'plans/squad.md' })
  })
  afterAll(async () => {
    await app?.stop()
    await slack?.close()
  })

  it('answers a command, and opens and takes a modal', async () => {
    await slack.asUser(MAYA).command('/sprint block SQ-1 no keys', SQUAD)
    await slack.waitForModal(MAYA)
    await slack.asUser(MAYA).submit({ severity: 'low' })
    await app.tickNow()
    expect(slack.messages(SQUAD).some(({ text }) => text.includes('B-1'))).toBe(true)
  })

  it('tells its health on the same port', async () => {
    for (const path of ['health', 'ready']) {
      const health = await fetch(`${address}/${path}`)
      expect(health.status).toBe(200)
      // No more than that: strangers ask, too.
      expect(await health.json()).toEqual({ ok: true })
    }
  })

  it('refuses what is not signed', async () => {
    const body = new URLSearchParams({ command: '/sprint', text: 'status' })
    const answer = await fetch(`${address}/slack/events`, { method: 'POST', body })
    expect(answer.status).toBe(401)
  })
})
