import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import { describe, expect, it } from 'vitest'
import { backoffMillis } from './aftermath.ts'
import { asked, CallFailed, cures, failureOf, mute, quiet } from './errors.ts'

const refused = (error: string) => new WebAPIPlatformError({ ok: false, error })
const broken = (code: string) =>
  new WebAPIRequestError(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }))

describe('failureOf', () => {
  it.each([
    ['channel_not_found', 'permanent'],
    ['not_in_channel', 'permanent'],
    ['is_archived', 'permanent'],
    ['account_inactive', 'permanent'],
    ['invalid_auth', 'permanent'],
    ['msg_too_long', 'permanent'],
    ['invalid_blocks', 'permanent'],
    ['an_error_of_next_year', 'permanent'],
    ['service_unavailable', 'temporary'],
    ['ratelimited', 'limited'],
    ['internal_error', 'unknown'],
    ['fatal_error', 'unknown'],
    ['{"ok":true,"chan', 'unknown'],
    ['', 'unknown'],
  ])('Slack’s word %j is %s', (error, kind) => {
    expect(failureOf(refused(error)).kind).toBe(kind)
  })

  it.each([
    ['a connection that was refused', broken('ECONNREFUSED'), 'temporary'],
    ['a host that is not found', broken('ENOTFOUND'), 'temporary'],
    ['a connection that broke', broken('ECONNRESET'), 'unknown'],
    ['a socket that closed', broken('UND_ERR_SOCKET'), 'unknown'],
    ['a time-out', new WebAPIRequestError(new DOMException('timed out', 'TimeoutError')), 'unknown'],
    ['a 503', new WebAPIHTTPError(503, 'Service Unavailable', {}), 'unknown'],
    ['an error from anywhere else', new TypeError('terminated'), 'unknown'],
    ['what is no error', 'nonsense', 'unknown'],
  ])('%s is sorted', (_, error, kind) => {
    expect(failureOf(error).kind).toBe(kind)
  })

  it('reads how long Slack wants to be left alone, when it says so', () => {
    expect(failureOf(new WebAPIRateLimitedError(7))).toMatchObject({ kind: 'limited', retryAfterSeconds: 7 })
    expect(failureOf(refused('ratelimited'))).toMatchObject({ kind: 'limited', retryAfterSeconds: null })
    const said = new WebAPIPlatformError({
      ok: false,
      error: 'ratelimited',
      response_metadata: { retryAfter: 3 },
    })
    expect(failureOf(said)).toMatchObject({ kind: 'limited', retryAfterSeconds: 3 })
  })
})

describe('what a call failed with', () => {
  it.each([
    [
      'the code of a cause, however deep',
      new WebAPIRequestError(new Error('a', { cause: broken('EPIPE').original })),
      'unknown',
      'EPIPE',
    ],
    [
      'a time-out before a code',
      new WebAPIRequestError(new DOMException('timed out', 'TimeoutError')),
      'unknown',
      'timeout',
    ],
    ['the name of an error without a code', new TypeError('terminated'), 'unknown', 'TypeError'],
    [
      'the name of one whose code is no word',
      Object.assign(new RangeError('x'), { code: 7 }),
      'unknown',
      'RangeError',
    ],
    ['the status of a page', new WebAPIHTTPError(503, 'Service Unavailable', {}), 'unknown', 'http_503'],
    ['an answer that cannot be read', refused('ok then'), 'unknown', 'unreadable_answer'],
    ['an answer that begins like a word', refused('ok{"ts":'), 'unknown', 'unreadable_answer'],
    ['an answer that ends like a word', refused('"}ok'), 'unknown', 'unreadable_answer'],
    ['what is no error', 'nonsense', 'unknown', 'unreadable_answer'],
    ['a word of Slack’s', refused('fatal_error'), 'unknown', 'fatal_error'],
    ['a connection that was refused', broken('ECONNREFUSED'), 'temporary', 'ECONNREFUSED'],
    ['a limit', refused('message_limit_exceeded'), 'limited', 'message_limit_exceeded'],
  ])('is %s', (_, error, kind, word) => {
    expect(failureOf(error)).toMatchObject({ kind, error: word })
  })

  it('is a limit of unknown length when the client found no Retry-After', () => {
    const unread = new Error('Retry header did not contain a valid timeout (url: …)')
    expect(failureOf(unread)).toEqual({ kind: 'limited', error: 'ratelimited', retryAfterSeconds: null })
  })

  it('is told from what our database throws', async () => {
    expect(await asked(Promise.resolve('answer'))).toBe('answer')
    const cause = refused('is_archived')
    const failed = await asked(Promise.reject(cause)).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(CallFailed)
    expect(failed).toMatchObject({
      message: 'is_archived',
      cause,
      failure: { kind: 'permanent', error: 'is_archived' },
    })
  })
})

describe('the table of cures', () => {
  it('has a line for each error that is treated in its own way', () => {
    for (const error of [...mute, ...quiet]) expect(Object.keys(cures)).toContain(error)
  })
})

describe('backoffMillis', () => {
  it('doubles from a second to five minutes, less up to half by chance', () => {
    const longest = () => 0
    expect([0, 1, 2, 3].map((attempts) => backoffMillis(attempts, longest))).toEqual([
      1_000, 2_000, 4_000, 8_000,
    ])
    expect(backoffMillis(40, longest)).toBe(300_000)
    expect(backoffMillis(3, () => 0.999)).toBeCloseTo(4_000, -2)
  })
})
