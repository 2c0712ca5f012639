// The page's server: what a member sees and does through it, and whom it refuses.
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebClient } from '@slack/web-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandboxClock } from '#local/clock.ts'
import type { PageAction, PageAnswer } from '#local/page-actions.ts'
import { type Sandbox, startSandbox } from '#local/sandbox.ts'
import type { Snapshot } from '#local/snapshot.ts'
import { MAYA, SQUAD, STAKEHOLDERS, TEST_SEED, TOMAS } from '../support/slack.ts'
import { type RunningApp, startSocketApp } from './support.ts'

let sandbox: Sandbox
let running: RunningApp
let folder: string
const ticks: string[] = []
const clock = createSandboxClock({ start: new Date('2026-01-05T16:20:00Z'), speed: 0 })
const standUp = { at: new Date('2026-01-05T16:35:00Z'), title: 'Stand-up' }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
  sandbox = await startSandbox({
    dataDir: folder,
    clock,
    port: 3400,
    seed: TEST_SEED,
    nextDue: async () => (clock.now() < standUp.at ? standUp : null),
    tick: async () => void ticks.push(clock.now().toISOString()),
  })
  running = await startSocketApp(sandbox.slack, (app) => {
    app.command('/sprint', async ({ ack, command, client }) => {
      await ack()
      const input = { type: 'plain_text_input' as const, action_id: 'text', max_length: 20 }
      const label = { type: 'plain_text' as const, text: 'What' }
      const title = { type: 'plain_text' as const, text: 'Blocker' }
      const blocks = [{ type: 'input' as const, block_id: 'what', label, element: input }]
      await client.views.open({
        trigger_id: command.trigger_id,
        view: { type: 'modal', callback_id: 'blocker', title, submit: title, blocks },
      })
    })
    app.view('blocker', async ({ ack }) => ack())
    app.action('go', async ({ ack, respond }) => {
      await ack()
      await respond({ text: 'Gone', replace_original: true })
    })
  })
})
afterAll(async () => {
  await running.stop()
  await sandbox.close()
  rmSync(folder, { recursive: true })
})

async function snapshot(as: string, channel: string, thread = ''): Promise<Snapshot> {
  const query = new URLSearchParams({ as, channel, thread })
  return (await (await fetch(`${sandbox.url}/snapshot?${query}`)).json()) as Snapshot
}

async function act(as: string, action: PageAction, origin = sandbox.url): Promise<PageAnswer> {
  const response = await fetch(`${sandbox.url}/act?as=${as}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(action),
  })
  return (await response.json()) as PageAnswer
}

describe('the page', () => {
  it("serves its files, TypeScript with the types stripped, and nothing else's", async () => {
    const page = await fetch(sandbox.url)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    const script = await fetch(`${sandbox.url}/mrkdwn.ts`)
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await script.text()).not.toContain('export type')
    for (const path of ['/server.ts', '/..%2fserver.ts', '/%2e%2e/server.ts', '/package.json']) {
      expect((await fetch(`${sandbox.url}${path}`)).status).toBe(404)
    }
  })

  it('shows a member their own channels, with what they have not read', async () => {
    const client = new WebClient(sandbox.slack.botToken, { slackApiUrl: sandbox.slack.url })
    await client.chat.postMessage({ channel: SQUAD, text: 'One' })
    const unread = (shown: Snapshot, id: string) =>
      shown.channels.find((channel) => channel.id === id)?.unread
    const before = await snapshot(TOMAS, STAKEHOLDERS)
    expect(before.channels.map(({ name }) => name)).toEqual(['general', 'squad', 'elsewhere', 'Sprintkeeper'])
    const elsewhere = await snapshot(MAYA, STAKEHOLDERS)
    expect(unread(elsewhere, SQUAD)).toBe(1)
    expect((await snapshot(MAYA, SQUAD)).messages.map(({ text }) => text)).toEqual(['One'])
    expect(unread(await snapshot(MAYA, STAKEHOLDERS), SQUAD)).toBe(0)
  })

  it('tells of changes while it is open', async () => {
    const changes = await fetch(`${sandbox.url}/changes`)
    const reader = changes.body?.getReader()
    await reader?.read()
    await act(MAYA, { kind: 'say', channel: SQUAD, text: 'Hello' })
    const { value } = (await reader?.read()) ?? {}
    expect(new TextDecoder().decode(value)).toContain('event: change')
    await reader?.cancel()
  })

  it('lets a member type a command, fill the modal in, and read what is wrong with it', async () => {
    await act(MAYA, { kind: 'command', channel: SQUAD, line: '/sprint block' })
    await sandbox.slack.waitForModal(MAYA)
    expect((await snapshot(MAYA, SQUAD)).modal).toMatchObject({ callback_id: 'blocker' })
    const refused = await act(MAYA, { kind: 'submit', values: { what: { text: null } } })
    expect(refused.result).toEqual({ refused: { what: 'Please complete this required field.' } })
    const long = await act(MAYA, { kind: 'submit', values: { what: { text: 'x'.repeat(21) } } })
    expect(long.result).toEqual({ refused: { what: 'Must be at most 20 characters.' } })
    expect(await act(MAYA, { kind: 'submit', values: { what: { text: 'CI is red' } } })).toEqual({
      ok: true,
      result: {},
    })
    expect((await snapshot(MAYA, SQUAD)).modal).toBeNull()
  })

  it('lets a member press a button of a message that only they see', async () => {
    const client = new WebClient(sandbox.slack.botToken, { slackApiUrl: sandbox.slack.url })
    const button = {
      type: 'button' as const,
      action_id: 'go',
      text: { type: 'plain_text' as const, text: 'Go' },
    }
    const blocks = [{ type: 'actions' as const, block_id: 'b', elements: [button] }]
    const { message_ts: ts = '' } = await client.chat.postEphemeral({
      channel: SQUAD,
      user: MAYA,
      text: 'Go?',
      blocks,
    })
    expect((await snapshot(TOMAS, SQUAD)).messages.some((message) => message.ts === ts)).toBe(false)
    await act(MAYA, { kind: 'click', channel: SQUAD, target: ts, action: 'go', block: 'b' })
    await sandbox.slack.waitForMessage((message) => message.ts === ts && message.text === 'Gone')
    await act(MAYA, { kind: 'dismiss', ts })
    expect(sandbox.slack.ephemerals(MAYA)).toEqual([])
  })

  it('moves the clock, and lets due things happen', async () => {
    expect((await snapshot(MAYA, SQUAD)).clock.next).toEqual({ at: standUp.at.getTime(), title: 'Stand-up' })
    const moved = await act(MAYA, { kind: 'clock', move: 'next', zone: 'America/Denver' })
    expect(moved).toEqual({ ok: true, result: { at: standUp.at.getTime(), title: 'Stand-up' } })
    expect(ticks.at(-1)).toBe('2026-01-05T16:35:00.000Z')
    await act(MAYA, { kind: 'clock', move: 'tomorrow', zone: 'America/Denver' })
    expect(clock.now().toISOString()).toBe('2026-01-06T15:00:00.000Z')
  })

  it('says what went wrong in words', async () => {
    expect(await act(MAYA, { kind: 'command', channel: 'C0NOWHERE', line: '/sprint' })).toEqual({
      ok: false,
      error: 'channel_not_found',
    })
    expect(await act('U0NOBODY', { kind: 'close-modal' })).toEqual({
      ok: false,
      error: 'The workspace has no member U0NOBODY',
    })
    expect((await act(MAYA, { kind: 'say', channel: SQUAD, text: '' })).error).toContain('text')
  })
})

describe('the server', () => {
  it('refuses other sites: a name that resolves here, and a form of another origin', async () => {
    const { port } = new URL(sandbox.url)
    const status = await new Promise((resolve) => {
      const call = request({ port, host: '127.0.0.1', path: '/snapshot', headers: { host: 'evil.example' } })
      call.on('response', (response) => resolve(response.resume().statusCode)).end()
    })
    expect(status).toBe(403)
    const before = sandbox.slack.messages(SQUAD).length
    const answer = await act(MAYA, { kind: 'say', channel: SQUAD, text: 'x' }, 'https://evil.example')
    expect([answer.ok, sandbox.slack.messages(SQUAD).length]).toEqual([false, before])
  })

  it('takes the next port where its own is taken', async () => {
    const other = await startSandbox({
      dataDir: join(folder, 'other'),
      clock,
      port: Number(new URL(sandbox.url).port),
      seed: TEST_SEED,
      nextDue: async () => null,
      tick: async () => {},
    })
    expect(other.url).not.toBe(sandbox.url)
    expect((await fetch(other.url)).status).toBe(200)
    await other.close()
  })
})
