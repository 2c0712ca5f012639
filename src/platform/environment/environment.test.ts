// What is wrong with the environment is said in the same words by `npm start` and by `doctor`: what was found, what to do,
// and no stack.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Finding } from '#cli/finding.ts'
import { sprintkeeper } from '#test/cli/run.ts'
import { useDatabase } from '#test/support/database.ts'
import { startTestSlack, type TestSlack } from '#test/support/slack.ts'

const root = join(import.meta.dirname, '../../..')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const command: string[] = scripts.start.split(' ').slice(1)
const database = useDatabase()
const isRoot = process.getuid?.() === 0
let slack: TestSlack
let folder: string
let page: Server

beforeAll(async () => {
  slack = await startTestSlack()
  folder = mkdtempSync(join(tmpdir(), 'sprintkeeper-environment-'))
  page = createServer((_, response) => response.end('<html>Hello</html>')).listen(0, '127.0.0.1')
  await once(page, 'listening')
})
afterAll(async () => {
  await slack.close()
  page.close()
  rmSync(folder, { recursive: true, force: true })
})

const portOf = (server: Server) => (server.address() as AddressInfo).port
const real = () => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.url,
  DATABASE_URL: database.connectionString,
  PORT: '0',
})

async function start(environment: Record<string, string>): Promise<{ status: number | null; said: string }> {
  const child = spawn(process.execPath, [...command], {
    cwd: root,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
  await once(child, 'close')
  return { status: child.exitCode, said }
}

/** Both must say the sentence and the cure. */
async function bothSay(environment: Record<string, string>, sentence: string, cure: RegExp): Promise<void> {
  const [started, examined] = await Promise.all([
    start(environment),
    sprintkeeper(['doctor', '--json'], environment),
  ])
  expect(started.said).toContain(sentence)
  expect(started.said).toMatch(cure)
  expect(started.said).not.toMatch(/^\s+at /m)
  expect(started.status).toBe(1)
  const wrong = (JSON.parse(examined.out) as Finding[]).filter(({ state }) => state === 'wrong')
  expect(wrong).toContainEqual(
    expect.objectContaining({ text: expect.stringContaining(sentence), cure: expect.stringMatching(cure) }),
  )
  expect(examined.err).toBe('')
}

const databaseWith = (change: (url: URL) => void) => {
  const url = new URL(database.connectionString)
  change(url)
  return { DATABASE_URL: url.href }
}

describe('start and doctor say the same of', { timeout: 120_000 }, () => {
  it('a bot token that Slack refuses', () =>
    bothSay(
      { ...real(), SLACK_BOT_TOKEN: 'xoxb-wrong' },
      'Slack refuses SLACK_BOT_TOKEN: invalid_auth.',
      /SLACK_BOT_TOKEN/,
    ))

  it('an app token that Slack refuses', () =>
    bothSay(
      { ...real(), SLACK_APP_TOKEN: 'xapp-wrong' },
      'Slack refuses SLACK_APP_TOKEN: ',
      /Basic Information/,
    ))

  it('an API at which nothing listens', () =>
    bothSay(
      { ...real(), SLACK_API_URL: 'http://127.0.0.1:1/api/' },
      'Slack cannot be reached: nothing listens at http://127.0.0.1:1/api/.',
      /Correct SLACK_API_URL/,
    ))

  it('an API whose host nobody knows', () =>
    bothSay(
      { ...real(), SLACK_API_URL: 'http://slack.invalid/api/' },
      'Slack cannot be reached: the host of http://slack.invalid/api/',
      /SLACK_API_URL/,
    ))

  it('an API that is a web page', () =>
    bothSay(
      { ...real(), SLACK_API_URL: `http://127.0.0.1:${portOf(page)}/api/` },
      'is not Slack’s Web API',
      /SLACK_API_URL/,
    ))

  it('a database at which nothing listens', () =>
    bothSay(
      { ...real(), DATABASE_URL: 'postgresql://me:secret@127.0.0.1:1/none' },
      'The database cannot be reached: nothing listens at 127.0.0.1:1.',
      /DATABASE_URL/,
    ))

  it('a wrong password', () =>
    bothSay(
      { ...real(), ...databaseWith((url) => (url.password = 'hunter2')) },
      'refuses the password of the user sprintkeeper',
      /DATABASE_URL/,
    ))

  it('a database that is not there', () =>
    bothSay(
      { ...real(), ...databaseWith((url) => (url.pathname = '/nowhere')) },
      'has no database nowhere',
      /createdb/,
    ))

  it('a database address that is another server’s', () =>
    bothSay(
      { ...real(), DATABASE_URL: `postgresql://me@127.0.0.1:${portOf(page)}/none` },
      `127.0.0.1:${portOf(page)}`,
      /DATABASE_URL/,
    ))

  it('a DATA_DIR whose parent is a file', () => {
    writeFileSync(join(folder, 'file'), '')
    return bothSay({ DATA_DIR: join(folder, 'file/data') }, 'is not a folder', /Set DATA_DIR/)
  })

  it('a DATA_DIR that is another user’s', async ({ skip }) => {
    if (isRoot) skip('root may write everywhere')
    const closed = join(folder, 'closed')
    mkdirSync(closed, { mode: 0o500 })
    await bothSay({ DATA_DIR: join(closed, 'data') }, 'is closed to the user', /Set DATA_DIR/)
  })

  it.runIf(isRoot)(
    'a DATA_DIR on a full disk, empty or with a half-filled one (root may mount one)',
    async ({ skip }) => {
      for (const [megabytes, sentence] of [
        ['0.03', 'has no space left'],
        ['20', 'there is no space left for'],
      ] as const) {
        const small = mkdtempSync(join(folder, 'small-'))
        const size = `size=${Math.round(Number(megabytes) * 1_048_576)}`
        if (spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', small]).status !== 0)
          return skip('root may not mount here')
        try {
          const started = await start({ DATA_DIR: small })
          expect(started.said).toContain(sentence)
          expect(started.said).toMatch(/DATA_DIR/)
          expect(started.said).not.toMatch(/^\s+at /m)
          const examined = await sprintkeeper(['doctor'], { DATA_DIR: small })
          expect(examined.out).toContain(sentence)
        } finally {
          spawnSync('umount', ['-l', small])
        }
      }
    },
  )

  it('a PLANS_DIR that is not there, which start goes on looking for', async () => {
    const environment = { ...real(), PLANS_DIR: join(folder, 'nowhere') }
    const child = spawn(process.execPath, [...command], {
      cwd: root,
      env: { PATH: process.env.PATH, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
    await expect.poll(() => said, { timeout: 60_000 }).toContain('serving the workspace')
    child.kill('SIGTERM')
    await once(child, 'close')
    const sentence = `PLANS_DIR (${environment.PLANS_DIR}) is not there.`
    expect(said).toContain(sentence)
    expect(said).not.toContain('"stack"')
    const { out } = await sprintkeeper(['doctor'], environment)
    expect(out).toContain(`✗ plans: ${sentence}\n  → Set PLANS_DIR`)
  })
})

it('a password is in no answer', async () => {
  const url = new URL(inject('template'))
  url.password = 'hunter2'
  const { said } = await start({ ...real(), DATABASE_URL: url.href })
  expect(said).not.toContain('hunter2')
})
