// Faults on demand: what a client sees, and whether the message is there all the same.
import { LogLevel, WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Intercept } from '#local/slack/types.ts'
import { SQUAD, startTestSlack, type TestSlack } from '../support/slack.ts'

let slack: TestSlack

beforeEach(async () => {
  slack = await startTestSlack()
})
afterEach(() => slack.close())

const ratelimited = { ok: false, error: 'ratelimited' }
const faults: { name: string; fault: Intercept; seen: object; posted: number }[] = [
  {
    name: 'drops the connection after posting',
    fault: 'drop-after',
    seen: { code: 'slack_webapi_request_error' },
    posted: 1,
  },
  {
    name: 'drops the connection before posting',
    fault: 'drop-before',
    seen: { code: 'slack_webapi_request_error' },
    posted: 0,
  },
  {
    name: 'answers 500',
    fault: { status: 500, body: 'oops' },
    seen: { code: 'slack_webapi_http_error' },
    posted: 0,
  },
  {
    name: 'answers 429 with Retry-After',
    fault: { status: 429, headers: { 'retry-after': '30' } },
    seen: { code: 'slack_webapi_rate_limited_error' },
    posted: 0,
  },
  {
    name: 'answers 429 without Retry-After',
    fault: { status: 429 },
    seen: { message: expect.stringContaining('Retry header did not contain a valid timeout') },
    posted: 0,
  },
  {
    name: 'answers ratelimited in a 200',
    fault: { status: 200, body: ratelimited },
    seen: { code: 'slack_webapi_platform_error' },
    posted: 0,
  },
  {
    name: 'never answers, having posted',
    fault: { delayMs: Infinity, when: 'after' },
    seen: { code: 'slack_webapi_request_error' },
    posted: 1,
  },
  {
    name: 'never answers nor posts',
    fault: { delayMs: Infinity },
    seen: { code: 'slack_webapi_request_error' },
    posted: 0,
  },
]

describe('a Slack that', () => {
  it.each(faults)('$name', async ({ fault, seen, posted }) => {
    const silent = typeof fault === 'object' && 'delayMs' in fault
    const client = new WebClient(slack.botToken, {
      slackApiUrl: slack.url,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: silent ? 300 : 20_000,
      logLevel: LogLevel.ERROR,
    })
    slack.intercept((method) => (method === 'chat.postMessage' ? fault : 'pass'))
    await expect(client.chat.postMessage({ channel: SQUAD, text: 'Once' })).rejects.toMatchObject(seen)
    expect(slack.messages(SQUAD)).toHaveLength(posted)
    expect(slack.calls('chat.postMessage')).toHaveLength(1)

    slack.intercept(null)
    await new WebClient(slack.botToken, { slackApiUrl: slack.url }).chat.postMessage({
      channel: SQUAD,
      text: 'Again',
    })
    expect(slack.messages(SQUAD).at(-1)?.text).toBe('Again')
  })

  it('answers late, and the client waits', async () => {
    const client = new WebClient(slack.botToken, { slackApiUrl: slack.url })
    slack.intercept(() => ({ delayMs: 30, when: 'after' }))
    expect(await client.chat.postMessage({ channel: SQUAD, text: 'Late' })).toMatchObject({ ok: true })
  })
})
