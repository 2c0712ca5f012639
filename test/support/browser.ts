// A real Chromium, where the machine has one; where it has none, the tests that need it say so.
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { describe, it } from 'vitest'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

type Environment = Record<string, string | undefined>

/** The path of an installed Chromium: CHROMIUM_PATH where that is set, else one of the usual; null where there is none. */
export function findChromium({ CHROMIUM_PATH: stated }: Environment): string | null {
  return (stated ? [stated] : usual).find((path) => existsSync(path)) ?? null
}

/**
 * What becomes of a test that needs a browser: it runs; it is skipped, for the reason given; or, where `CI` is set, it
 * fails with that reason, since there nobody reads what was skipped.
 */
export function browserTest(env: Environment): { do: 'run' } | { do: 'skip' | 'fail'; reason: string } {
  if (findChromium(env)) return { do: 'run' }
  const reason = `${
    env.CHROMIUM_PATH
      ? `There is no Chromium at CHROMIUM_PATH=${env.CHROMIUM_PATH}.`
      : 'No Chromium is installed.'
  } Install it (Debian: \`apt-get install chromium\`), or set CHROMIUM_PATH to a Chromium or Chrome.`
  const isContinuous = env.CI !== undefined && env.CI !== '' && env.CI !== 'false' && env.CI !== '0'
  return { do: isContinuous ? 'fail' : 'skip', reason }
}

/** A `describe` whose tests need a browser, and take long where it shares the machine. */
export function describeInBrowser(name: string, tests: () => void): void {
  const decided = browserTest(process.env)
  if (decided.do === 'run') describe(name, { timeout: 240_000 }, tests)
  else if (decided.do === 'fail')
    describe(name, () => {
      it('has a browser', () => {
        throw new Error(decided.reason)
      })
    })
  else {
    console.warn(`SKIPPED, all tests of “${name}”: ${decided.reason}`)
    describe.skip(`${name} (${decided.reason})`, tests)
  }
}

/** Starts it without a window, and without its own traffic. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium(process.env)
  if (!executablePath) throw new Error('no Chromium: use openBrowser inside of describeInBrowser')
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ]
  return chromium.launch({
    executablePath,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet],
  })
}
