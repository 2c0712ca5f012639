// Somebody's own plan in the local workspace: dropped on the page of the whole product, stored by its preview, and alive.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Application, startApplication } from '../../src/application.ts'
import { readConfig } from '../../src/config.ts'
import { describeInBrowser, openBrowser } from '../support/browser.ts'

const plan = `# Orchard: Sprint 4 (2 – 13 March 2026)

**Team:** Orchard (Europe/Madrid), #orchard, stakeholders in #orchard-updates

| Role | Who |
| --- | --- |
| Scrum Master | Marta Gil |
| Backend | Pau Serra |
| Tester | |

| Key | Story | Points | Owner |
| --- | --- | ---: | --- |
| OR-1 | Basket keeps its fruit | 5 | Pau Serra |
| OR-2 | Ripe fruit first | 3 | Lucía Font |
`
const undated = '# Sprint 2\n\n- [ ] Write the letter (2 pts)\n- [ ] Post the letter (1 pt)\n'

describeInBrowser('an own plan in the local workspace', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sprintkeeper-own-'))
  let app: Application
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    const config = readConfig({ DATA_DIR: folder, SANDBOX_PORT: '0', PORT: '0' })
    app = await startApplication({ config, log: pino({ level: 'silent' }), inventedPlans: '/nowhere' })
    browser = await openBrowser()
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    page.setDefaultTimeout(20_000)
    await page.goto(app.sandbox?.url ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const choice = () => page.getByRole('dialog', { name: 'What do you want to see?' })
  const preview = () => page.getByRole('dialog', { name: 'What was understood' })
  const data = () => app.sandbox?.slack.workspace.data
  const choose = (name: string, text: string) =>
    page.locator('#start-files').setInputFiles({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) })

  it('says what is wrong with a file that is no plan, and keeps the invented teams', async () => {
    await choice().waitFor()
    await choose('recipe.md', 'Boil the eggs for ten minutes.')
    await choice()
      .getByText(/There is no plan in recipe\.md/)
      .waitFor()
    expect(data()?.team.name).toBe('Tidewater')
  })

  it('takes nothing over when the preview is cancelled', async () => {
    await choose('orchard.md', plan)
    await preview().getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(() => data()?.team.name).toBe('Tidewater')
    expect(await app.services.db.team.count()).toBe(0)
    expect(data()?.channels.some(({ name }) => name === 'orchard')).toBe(false)
  })

  it('shows the preview of a plan, and brings its people and channels to life', async () => {
    await choice().waitFor()
    await choose('orchard.md', plan)
    await preview().getByText('a new team, Europe/Madrid').waitFor()
    expect(await preview().textContent()).toContain('#orchard')
    await preview().getByRole('button', { name: 'Store it' }).click()
    await page.getByRole('dialog', { name: 'Stored' }).getByRole('button', { name: 'Close' }).last().click()
    await page.getByRole('button', { name: 'Acting as Marta Gil' }).waitFor()
    await page.getByRole('link', { name: /^orchard-updates/ }).waitFor()
    const people = data()?.members.flatMap(({ isBot, realName }) => (isBot ? [] : [realName]))
    expect(people).toEqual(['Marta Gil', 'Pau Serra', 'Lucía Font', 'Noor Haddad'])
    expect(await page.locator('#now').textContent()).toBe('Mon, Mar 2, 8:00 AM')
    const team = await app.services.db.team.findFirstOrThrow({
      include: { roles: { include: { person: true } } },
    })
    expect(team.roles.map(({ role, person }) => [role, person.name])).toEqual([['facilitator', 'Marta Gil']])
    expect(await app.services.db.membership.count({ where: { teamId: team.id } })).toBe(4)
  })

  it('gives a pasted plan without dates its dates by the form of /sprint begin', async () => {
    await page.getByRole('button', { name: /Another plan/ }).click()
    await page.getByRole('textbox', { name: 'Or paste its text' }).fill(undated)
    await choice().getByRole('button', { name: 'Show what is in it' }).click()
    // What was pasted can be mended in the preview.
    await preview().getByRole('textbox', { name: 'The text' }).waitFor()
    await preview().getByRole('button', { name: 'Store it' }).click()
    await page.getByRole('dialog', { name: 'Stored' }).getByRole('button', { name: 'Close' }).last().click()
    await page.getByRole('dialog', { name: 'Begin a sprint' }).getByRole('button', { name: 'Begin' }).click()
    await page.getByRole('dialog', { name: 'Begun' }).waitFor()
    await page.keyboard.press('Escape')
  })

  it('goes to the invented teams, and back to what was brought', async () => {
    await page.getByRole('button', { name: /Another plan/ }).click()
    await choice()
      .getByRole('button', { name: /Look around/ })
      .click()
    await page.getByRole('link', { name: 'harbor-payments' }).waitFor()
    expect(await app.services.db.team.count()).toBe(0)
    await page.getByRole('button', { name: 'Drop your plan here' }).click()
    await choice().getByRole('button', { name: 'Back to your plan' }).click()
    await page.getByRole('link', { name: /^orchard-updates/ }).waitFor()
    expect(await app.services.db.team.count()).toBe(2)
  })
})
