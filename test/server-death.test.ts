// The embedded server dies under the running product: who asks meanwhile is answered in words, and then work goes on.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { startApplication } from '../src/application.ts'
import { readConfig } from '../src/config.ts'
import { serverPid } from './support/server-pid.ts'
import { MAYA, SQUAD, startTestSlack } from './support/slack.ts'

it('commands are answered and the calendar is looked at again after the server was killed', {
  timeout: 120_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sprintkeeper-death-'))
  const slack = await startTestSlack()
  const config = readConfig({
    DATA_DIR: folder,
    PORT: '0',
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.url,
  })
  const said: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => said.push(JSON.parse(line).msg) })
  const app = await startApplication({ config, log, clock: slack.clock })
  const ask = async () => {
    const before = slack.ephemerals(MAYA).length
    await slack.asUser(MAYA).command('/sprint status', SQUAD)
    await expect.poll(() => slack.ephemerals(MAYA).length).toBe(before + 1)
    return slack.ephemerals(MAYA).at(-1)?.text
  }
  try {
    const healthy = await ask()
    for (let round = 0; round < 2; round++) {
      process.kill(await serverPid(folder), 'SIGKILL')
      expect([healthy, expect.stringContaining('Something went wrong on our side')]).toContainEqual(
        await ask(),
      )
      await expect.poll(ask, { timeout: 30_000, interval: 250 }).toBe(healthy)
      await expect.poll(() => app.tickNow().then(() => 'looked', String), { timeout: 30_000 }).toBe('looked')
    }
    expect(said.filter((text) => text.includes('ended by itself'))).toHaveLength(2)
    expect(said.filter((text) => text.includes('runs again'))).toHaveLength(2)
  } finally {
    await app.stop()
    await slack.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
