// A real Chromium, where the machine has one.
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The path of an installed Chromium; null where there is none. */
export const chromiumPath =
  candidates.find((path): path is string => Boolean(path) && existsSync(path ?? '')) ?? null

/** Starts it without a window, and without its own traffic. */
export function openBrowser(): Promise<Browser> {
  if (!chromiumPath) throw new Error('no Chromium: look at chromiumPath first')
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ]
  return chromium.launch({
    executablePath: chromiumPath,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet],
  })
}
