// Replies that came while the bot was down, through a real stop and a real start.
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { localBudgets } from '#platform/delivery/limits.ts'
import { useApp } from '#test/support/app.ts'
import { MAYA, PRIYA, SQUAD, TOMAS } from '#test/support/slack.ts'
import { startApplication } from '../../application.ts'
import { readConfig } from '../../config.ts'

const plan = `---
team: Squad
timezone: America/Denver
---
# Sprint 7 (2026-01-05 to 2026-01-09)

Slack: #squad

- [ ] SQ-1 Rotate the keys (3 pts) @Maya Okafor

## Ceremonies
- Stand-up: daily 09:30
`

const test = useApp({ start: '2026-01-05T15:00:00Z' })

it('are read after the start, before anybody is reminded', async () => {
  await test.importPlan(plan)
  await test.moveTo('2026-01-05T16:30:00Z')
  const standUp = test.slack.messages(SQUAD).find(({ text }) => text.startsWith('Stand-up'))
  if (!standUp) throw new Error('no stand-up')
  const before = test.slack.ephemerals(PRIYA).length
  await test.slack.asUser(PRIYA).say(SQUAD, 'Did the alerts. Today the runbook.', standUp.ts)
  await test.slack.waitForMessage(() => test.slack.ephemerals(PRIYA).length > before)
  const saidBack = JSON.stringify(test.slack.ephemerals(PRIYA).at(-1)?.blocks)
  expect(saidBack).toContain('*Done:* Did the alerts.\\n*Today:* Today the runbook.')
  expect(saidBack).toContain('Change')
  await test.app.stop()
  // Slack keeps the reply; its event finds nobody.
  const said = test.slack.asUser(MAYA).say(SQUAD, 'Y: the vault T: rotate the keys', standUp.ts)
  await expect(said).rejects.toThrow('no app is connected')
  test.slack.clock.set(new Date('2026-01-05T19:02:00Z'))
  const config = readConfig({
    SLACK_BOT_TOKEN: test.slack.botToken,
    SLACK_APP_TOKEN: test.slack.appToken,
    SLACK_API_URL: test.slack.url,
    DATABASE_URL: test.connectionString,
    PORT: '0',
  })
  const log = pino({ level: 'silent' })
  const app = await startApplication({ config, log, clock: test.slack.clock, budgets: localBudgets })
  try {
    await app.tickNow()
    const checkIns = await app.services.db.checkIn.findMany({
      include: { person: true },
      orderBy: { id: 'asc' },
    })
    const given = checkIns.map(({ person, done, today }) => [person.slackUserId, done, today])
    expect(given).toEqual([
      [PRIYA, 'Did the alerts.', 'Today the runbook.'],
      [MAYA, 'the vault', 'rotate the keys'],
    ])
    expect(test.slack.directMessages(MAYA).filter(({ text }) => text.includes('missing'))).toEqual([])
    expect(test.slack.directMessages(TOMAS).filter(({ text }) => text.includes('missing'))).toHaveLength(1)
  } finally {
    await app.stop()
  }
})
