// A team's day in the local workspace, in a real browser: stand-up, check-in, blocker, status.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Application, startApplication } from '../../src/application.ts'
import { readConfig } from '../../src/config.ts'
import { axeViolations } from '../support/accessible.ts'
import { describeInBrowser, openBrowser } from '../support/browser.ts'

const plan = `# Harbor Payments: Sprint 32 (Nov 16 – Nov 27, 2026)

**Team:** Harbor Payments (America/Denver), #harbor-payments, stakeholders in #harbor-stakeholders
**Sprint goal:** Refunds settle within a day.

## Stories
| Key | Story | Points | Owner | Status |
| --- | --- | ---: | --- | --- |
| HP-1 | Refund ledger | 5 | Tomás Rivera | In progress |
| HP-2 | Refund API | 8 | Priya Raman | In progress |
| HP-3 | Refund e-mail | 3 | Jonas Weber | Ready |

## Ceremonies
- Daily stand-up 9:30–9:45
`

describeInBrowser('a day in the local workspace', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sprintkeeper-day-'))
  /** `SCREENSHOTS=docs/images npm run pictures` keeps the pictures. */
  const pictures = process.env.SCREENSHOTS ?? folder
  let app: Application
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    mkdirSync(join(folder, 'plans'))
    mkdirSync(pictures, { recursive: true })
    writeFileSync(join(folder, 'plans/harbor.md'), plan)
    const config = readConfig({
      DATA_DIR: join(folder, 'data'),
      SANDBOX_PORT: '0',
    })
    const inventedPlans = join(folder, 'plans')
    app = await startApplication({ config, inventedPlans, log: pino({ level: 'silent' }) })
    browser = await openBrowser()
    const context = await browser.newContext({ viewport: { width: 1360, height: 860 } })
    page = await context.newPage()
    page.setDefaultTimeout(30_000)
    await page.goto(app.sandbox?.url ?? '')
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const see = (text: string | RegExp) => page.getByText(text).last().waitFor()
  const press = (name: string | RegExp) => page.getByRole('button', { name }).last().click()
  /** The page as it stands: looked at by axe, and kept as a picture. */
  const picture = async (name: string) => {
    await page.screenshot({ path: join(pictures, `${name}.png`) })
    if (process.env.SCREENSHOTS) {
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.screenshot({ path: join(pictures, `${name}-dark.png`) })
      await page.emulateMedia({ colorScheme: null })
    }
    expect(await axeViolations(page), name).toEqual([])
  }
  const type = async (line: string) => {
    const composer = page.getByRole('textbox', { name: /Message #/ })
    await composer.fill(line)
    await composer.press('Enter')
  }
  const actAs = async (name: string) => {
    await page.getByRole('button', { name: /Acting as/ }).click()
    await page.getByRole('option', { name: new RegExp(name) }).click()
    await page.getByRole('button', { name: new RegExp(`Acting as.*${name}`, 's') }).waitFor()
  }

  it('asks first what to look at', async () => {
    const around = page.getByRole('button', { name: /Look around/ })
    await around.waitFor()
    await picture('first-page')
    await around.click()
  })

  it('brings the stand-up at its time', async () => {
    await page.getByRole('link', { name: /harbor-payments/ }).click()
    // At nine three people are asked whether a name of the plan is theirs.
    await press(/Next ceremony/)
    await page.getByText('A reminder').waitFor({ state: 'hidden' })
    await press(/Next ceremony/)
    // Thanksgiving lies in the sprint, and the plan's zone is a zone of the United States.
    await see(/Stand-up · Mon 16 Nov · day 1 of 9/)
    await see('0 of 6 have checked in')
  })

  it('takes an answer in the modal, and shows it in the thread', async () => {
    await actAs('Priya Raman')
    await press('Check in')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/^Today/).fill('Refund API: a key per refund')
    await picture('check-in')
    await dialog.getByRole('button', { name: 'Check in' }).click()
    await see('1 of 6 have checked in')
    await page.getByRole('button', { name: /1 reply/ }).click()
    await see('Refund API: a key per refund')
  })

  it('counts a plain reply in the thread too', async () => {
    const slack = app.sandbox?.slack
    const standUp = await slack?.waitForMessage(({ text }) => text.includes('Stand-up'))
    const jonas = slack?.asUser('U0JONASWEBR')
    await jonas?.say('C0HARBORPAY', 'Done: the e-mail’s texts\nToday: the template', standUp?.ts)
    await page.getByText('2 of 6 have checked in').last().waitFor({ timeout: 15_000 })
    await see('the template')
    await picture('stand-up')
  })

  it('raises a blocker, and resolves it as somebody else', async () => {
    await type('/sprint block HP-2 The sandbox of the acquirer is down')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Raise it' }).click()
    await see(/B-1/)
    await actAs('Tomás Rivera')
    await picture('blocker-raised')
    await press('I’ll take it')
    await see(/Taken by|has it|took it|on it/i)
    await press('Resolve…')
    await dialog.getByRole('textbox').first().fill('They restarted it')
    await dialog.getByRole('button', { name: 'Resolve' }).click()
    await see('They restarted it')
    await picture('blocker')
  })

  it('shows all that in /sprint status', async () => {
    await type('/sprint done HP-1')
    await see(/HP-1/)
    await type('/sprint status')
    await see(/Sprint 32.* · day 1 of 9/)
    await see('5 of 16 points')
    await see(/None open/)
    await picture('status')
    expect(await page.getByText('Only visible to you').count()).toBeGreaterThan(0)
  })

  it('lists whom one can act as, and shows the Home tab', async () => {
    await page.getByRole('button', { name: /Acting as/ }).click()
    await page.getByRole('option', { name: /Priya Raman/ }).waitFor()
    await picture('members')
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: /Sprintkeeper/ }).click()
    await page.getByRole('tab', { name: 'Home' }).click()
    await see(/Harbor Payments/)
    await picture('home')
  })
})
