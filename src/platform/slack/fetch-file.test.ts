// Whom the bot's token is sent to for a file, and how much of an answer is read.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { fetchFile } from './fetch-file.ts'

const token = 'xoxb-secret'
let server: Server
let origin: string
let sent = 0
const asked: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/moved.md') return response.writeHead(302, { location: '/elsewhere.md' }).end()
    response.writeHead(200, { 'content-type': 'text/plain' })
    const more = () => {
      if (response.destroyed || sent > 64 * 1024 * 1024) return response.end()
      sent += 65_536
      if (response.write(Buffer.alloc(65_536))) setImmediate(more)
      else response.once('drain', more)
    }
    more()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

beforeEach(() => {
  asked.length = 0
  sent = 0
})
afterEach(() => vi.unstubAllGlobals())

/** The network: what is asked for is noted, and nothing leaves the machine. */
function noteRequests(): void {
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return new Response('a plan')
  })
}

it.each([
  'http://slack.com/files/a.md',
  'http://files.slack.com/a.md',
  'https://slack.com.evil.example/a.md',
  'https://evilslack.com/a.md',
  'https://slack.com:8443/a.md',
  'https://slack.com@evil.example/a.md',
  'ftp://files.slack.com/a.md',
  'https://127.0.0.1/a.md',
  'files.slack.com/a.md',
  '',
])('does not send the token to %s', async (url) => {
  noteRequests()
  const web = { slackApiUrl: 'https://slack.com/api/', token }
  await expect(fetchFile(web, url, 1000)).rejects.toMatchObject({ code: 'file_unreadable' })
  expect(asked).toEqual([])
})

it('does not send it to the port of another scheme of the configured address', async () => {
  noteRequests()
  const web = { slackApiUrl: 'https://slack.test/api/', token }
  await expect(fetchFile(web, 'http://slack.test/a.md', 1000)).rejects.toMatchObject({
    code: 'file_unreadable',
  })
  expect(asked).toEqual([])
})

it('asks Slack by https, and the configured address', async () => {
  noteRequests()
  const web = { slackApiUrl: 'http://127.0.0.1:9/api/', token }
  for (const url of ['https://files.slack.com/files-pri/T-F/a.md', 'http://127.0.0.1:9/files/F1'])
    await fetchFile(web, url, 1000)
  expect(asked).toHaveLength(2)
})

it('follows no redirect, which could lead anywhere', async () => {
  const web = { slackApiUrl: `${origin}/api/`, token }
  await expect(fetchFile(web, `${origin}/moved.md`, 1000)).rejects.toMatchObject({ code: 'file_unreadable' })
  expect(asked).toEqual(['/moved.md'])
})

it('reads no more than it may', async () => {
  const web = { slackApiUrl: `${origin}/api/`, token }
  await expect(fetchFile(web, `${origin}/a.md`, 1024 * 1024)).rejects.toMatchObject({
    code: 'plan_too_large',
  })
  // What the system buffers between the two ends comes on top.
  expect(sent).toBeLessThan(32 * 1024 * 1024)
})
