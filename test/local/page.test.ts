// The workspace's page in a real Chromium: every control of Block Kit, by mouse and by keyboard.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '@slack/bolt'
import type { KnownBlock } from '@slack/types'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { createSandboxClock } from '#local/clock.ts'
import { type Sandbox, startSandbox } from '#local/sandbox.ts'
import { describeInBrowser, openBrowser } from '../support/browser.ts'
import { MAYA, PRIYA, SQUAD, TEST_SEED, TOMAS } from '../support/slack.ts'
import { type RunningApp, startSocketApp } from './support.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const options = ['Low', 'Medium', 'High'].map((name) => ({ text: plain(name), value: name.toLowerCase() }))
const input = (id: string, label: string, element: object, optional = true) => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  optional,
  element: { action_id: 'v', ...element },
})
const blocks = [
  input('done', 'Done', { type: 'plain_text_input', multiline: true }, false),
  input('severity', 'Severity', { type: 'static_select', options }),
  input('items', 'Items', { type: 'multi_static_select', options }),
  input('who', 'Who can help', { type: 'users_select' }),
  input('where', 'Where', { type: 'channels_select' }),
  input('mood', 'Mood', { type: 'radio_buttons', options }),
  input('flags', 'Flags', { type: 'checkboxes', options }),
  input('due', 'Due', { type: 'datepicker' }),
  input('at', 'At', { type: 'timepicker' }),
  input('points', 'Points', { type: 'number_input', is_decimal_allowed: false, max_value: '13' }),
  input('plan', 'Plan', { type: 'file_input' }),
] as KnownBlock[]

describeInBrowser('the page in a browser', () => {
  const clock = createSandboxClock({ start: new Date('2026-01-05T16:20:00Z'), speed: 0 })
  const submitted: unknown[] = []
  const acted: unknown[] = []
  const errors: string[] = []
  let folder: string
  let sandbox: Sandbox
  let running: RunningApp
  let browser: Browser
  let page: Page

  function listen(app: App): void {
    app.command('/sprint', async ({ ack, command, client, respond }) => {
      await ack()
      if (command.text !== 'form') return void (await respond(`You said ${command.text}`))
      const view = {
        type: 'modal' as const,
        callback_id: 'form',
        title: plain('Form'),
        submit: plain('Send'),
        blocks,
      }
      await client.views.open({ trigger_id: command.trigger_id, view })
    })
    app.view('form', async ({ ack, view }) => {
      const { values } = view.state
      if (values.done?.v?.value === 'nothing')
        return ack({ response_action: 'errors', errors: { done: 'Say more' } })
      submitted.push(values)
      await ack()
    })
    app.action(/.*/, async ({ ack, payload }) => {
      await ack()
      acted.push('selected_option' in payload ? payload.selected_option : payload.type)
    })
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'page-'))
    const idle = { nextDue: async () => null, tick: async () => {} }
    const commands = [
      { usage: '/sprint status', hint: 'Where the sprint stands' },
      { usage: '/sprint item KEY', hint: 'One item' },
    ]
    sandbox = await startSandbox({ dataDir: folder, clock, port: 3500, seed: TEST_SEED, commands, ...idle })
    running = await startSocketApp(sandbox.slack, listen)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await running?.stop()
    await sandbox?.close()
    rmSync(folder, { recursive: true })
  })
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    page.setDefaultTimeout(10_000)
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await page.goto(sandbox.url)
    await page.getByRole('link', { name: 'squad' }).click()
    await composer().waitFor()
  })
  afterEach(async () => {
    await page.close()
    sandbox.slack.workspace.modals.clear()
    expect(errors.splice(0)).toEqual([])
  })

  const composer = () => page.getByRole('textbox', { name: 'Message #squad' })
  const dialog = () => page.getByRole('dialog')
  const type = async (line: string) => {
    await composer().fill(line)
    await composer().press('Enter')
  }

  it('fills every kind of input in, and sends what was chosen', async () => {
    await type('/sprint form')
    const form = dialog()
    await form.getByRole('textbox', { name: 'Done' }).fill('The ledger')
    await form.getByRole('combobox', { name: 'Severity' }).click()
    await page.getByRole('option', { name: 'High' }).click()
    await form.getByRole('combobox', { name: 'Items' }).click()
    await page.getByRole('option', { name: 'Low' }).click()
    await page.getByRole('option', { name: 'High' }).click()
    await page.keyboard.press('Escape')
    await form.getByRole('combobox', { name: 'Who can help' }).press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await form.getByRole('combobox', { name: 'Where' }).click()
    await page.getByRole('option', { name: '#squad' }).click()
    await form.getByRole('radio', { name: 'Medium' }).check()
    await form.getByRole('checkbox', { name: 'Low' }).check()
    await form.getByLabel('Due').fill('2026-01-09')
    await form.getByLabel('At').fill('09:35')
    await form.getByLabel('Points').fill('8')
    await form
      .getByLabel('Plan')
      .setInputFiles({ name: 'plan.md', mimeType: 'text/markdown', buffer: Buffer.from('# Plan') })
    await form.getByText('plan.md').waitFor()
    await form.getByRole('button', { name: 'Send' }).click()
    await form.waitFor({ state: 'detached' })
    const [low, medium, high] = options
    expect(submitted.at(-1)).toMatchObject({
      done: { v: { value: 'The ledger' } },
      severity: { v: { selected_option: high } },
      items: { v: { selected_options: [low, high] } },
      who: { v: { selected_user: TOMAS } },
      where: { v: { selected_channel: SQUAD } },
      mood: { v: { selected_option: medium } },
      flags: { v: { selected_options: [low] } },
      due: { v: { selected_date: '2026-01-09' } },
      at: { v: { selected_time: '09:35' } },
      points: { v: { value: '8' } },
      plan: { v: { files: [{ name: 'plan.md', size: 6 }] } },
    })
  })

  it("shows the client's and the app's problems at their inputs, and keeps what was typed", async () => {
    await type('/sprint form')
    await dialog().getByLabel('Points').fill('21')
    await dialog().getByRole('button', { name: 'Send' }).click()
    await dialog().getByText('Please complete this required field.').waitFor()
    await dialog().getByText('Must be 13 or less.').waitFor()
    await dialog().getByLabel('Points').fill('13')
    await dialog().getByRole('textbox', { name: 'Done' }).fill('nothing')
    await dialog().getByRole('button', { name: 'Send' }).click()
    await dialog().getByText('Say more').waitFor()
    expect(await dialog().getByLabel('Points').inputValue()).toBe('13')
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    expect(sandbox.slack.modals(MAYA)).toEqual([])
  })

  it('hints at commands while one is typed, and completes them', async () => {
    await composer().fill('/sprint i')
    await page.getByRole('option', { name: /item KEY/ }).waitFor()
    await composer().press('Tab')
    expect(await composer().inputValue()).toBe('/sprint item ')
    await type('/sprint status')
    await page.getByText('You said status').waitFor()
    await page.getByText('Only visible to you').waitFor()
    await page.getByRole('button', { name: 'Dismiss message' }).click()
    await page.getByText('You said status').waitFor({ state: 'detached' })
  })

  it('draws mentions, dates and emoji, and refuses markup that a person typed', async () => {
    await type('Hello @Priya Raman :tada: <script>alert(1)</script> *now*')
    const message = page.locator('.message').last()
    await message.getByText('@Priya').waitFor()
    expect(await message.locator('.mrkdwn').textContent()).toBe(
      'Hello @Priya 🎉 <script>alert(1)</script> now',
    )
    expect(await message.locator('strong').textContent()).toBe('now')
    const stored = sandbox.slack.messages(SQUAD).at(-1)
    expect(stored?.text).toBe(`Hello <@${PRIYA}> :tada: &lt;script&gt;alert(1)&lt;/script&gt; *now*`)
  })

  it('edits and deletes a message of the member', async () => {
    await type('First words')
    const message = page.locator('.message').last()
    await message.hover()
    await message.getByRole('button', { name: 'Edit message' }).click()
    await page.getByRole('textbox', { name: 'Edit message' }).fill('Second words')
    await page.keyboard.press('Enter')
    await page.getByText('(edited)').last().waitFor()
    await page.locator('.message').last().hover()
    await page.locator('.message').last().getByRole('button', { name: 'Delete message' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    await page.getByText('Second words').waitFor({ state: 'detached' })
  })

  it('asks before a button that wants to be confirmed, and tells the app of a choice', async () => {
    const confirm = {
      title: plain('Sure?'),
      text: plain('All of it'),
      confirm: plain('Yes'),
      deny: plain('No'),
    }
    const elements = [
      { type: 'button' as const, action_id: 'skip', text: plain('Skip'), confirm },
      { type: 'static_select' as const, action_id: 'move', placeholder: plain('Move'), options },
    ]
    await running.app.client.chat.postMessage({
      channel: SQUAD,
      text: 'Choose',
      blocks: [{ type: 'actions', elements }],
    })
    await page.getByRole('button', { name: 'Skip' }).click()
    await page.getByRole('button', { name: 'No', exact: true }).click()
    await page.getByRole('combobox', { name: 'Move' }).click()
    await page.getByRole('option', { name: 'Medium' }).click()
    await expect.poll(() => acted).toEqual([options[1]])
    await page.getByRole('button', { name: 'Skip' }).click()
    await page.getByRole('button', { name: 'Yes' }).click()
    await expect.poll(() => acted).toEqual([options[1], 'button'])
  })

  it('has a thread at the right, and the channels behind a button on a narrow screen', async () => {
    await type('A question')
    await page.locator('.message').last().hover()
    await page.locator('.message').last().getByRole('button', { name: 'Reply in thread' }).click()
    const thread = page.getByRole('complementary', { name: 'Thread' })
    await thread.getByRole('textbox', { name: 'Reply' }).fill('An answer')
    await page.keyboard.press('Enter')
    await thread.getByText('An answer').waitFor()
    await page.getByRole('button', { name: /1 reply/ }).waitFor()
    await page.keyboard.press('Escape')
    await thread.waitFor({ state: 'hidden' })
    await page.setViewportSize({ width: 400, height: 700 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(400)
    await page.getByRole('button', { name: 'Show channels' }).click()
    await page.getByRole('link', { name: 'general' }).click()
    await page.getByRole('textbox', { name: 'Message #general' }).waitFor()
  })

  it('moves and runs the clock', async () => {
    const now = page.locator('#now')
    await page.getByRole('button', { name: '+1 hour' }).click()
    await expect.poll(() => now.textContent()).toBe('Mon, Jan 5, 10:20 AM')
    await page.getByRole('button', { name: 'Tomorrow 8:00' }).click()
    await expect.poll(() => now.textContent()).toBe('Tue, Jan 6, 8:00 AM')
    await page.getByRole('button', { name: 'Let it run' }).click()
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByRole('button', { name: 'Let it run' }).waitFor()
    expect(clock.speed).toBe(0)
  })
})
