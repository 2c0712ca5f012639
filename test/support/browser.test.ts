import { describe, expect, it } from 'vitest'
import { browserTest } from './browser.ts'

describe('a test that needs a browser', () => {
  const none = { CHROMIUM_PATH: '/nowhere/chromium' }

  it.each([
    ['where there is none', none, 'skip'],
    ['where there is none and CI says no', { ...none, CI: 'false' }, 'skip'],
    ['in CI where there is none', { ...none, CI: 'true' }, 'fail'],
    ['in CI where there is one', { CHROMIUM_PATH: process.execPath, CI: 'true' }, 'run'],
    ['where there is one', { CHROMIUM_PATH: process.execPath }, 'run'],
  ])('%s', (_, env, expected) => {
    expect(browserTest(env).do).toBe(expected)
  })

  it('says what was looked for and how to get one', () => {
    expect(browserTest({ ...none, CI: 'true' })).toMatchObject({
      reason: expect.stringMatching(/CHROMIUM_PATH=\/nowhere\/chromium.*apt-get install chromium/),
    })
  })
})
