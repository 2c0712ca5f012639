// The local workspace as a part of the product: its clock, its Slack, and what it calls back.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { SlackConfig } from '#platform/slack/slack-config.ts'
import type { Config } from '../config.ts'
import type { SandboxClock } from './clock.ts'
import type { Sandbox } from './sandbox.ts'

const keepTimeEveryMillis = 30_000

/** What the local workspace calls, of parts that are made after it. */
export interface Later {
  next(): Promise<{ at: Date; title: string } | null>
  tick(): Promise<void>
}

export interface Workplace {
  sandbox: Sandbox
  clock: SandboxClock
  /** This is its first start. */
  isNew: boolean
}

/**
 * Opens the local workspace; `stops` gets what closes it.
 *
 * @param commands the words of /sprint, for the page's composer
 */
export async function openSandbox(
  config: Config,
  commands: { usage: string; hint: string }[],
  later: Later,
  log: Logger,
  stops: (() => unknown)[],
): Promise<Workplace> {
  // Loaded only here: a real workspace's process carries nothing of it.
  const { startSandbox } = await import('./sandbox.ts')
  const { createSandboxClock } = await import('./clock.ts')
  const { FIRST_DAYS_BEGIN } = await import('./first-days.ts')
  const dataFile = join(config.dataDir, 'clock.json')
  const isNew = !existsSync(dataFile)
  const clock = createSandboxClock({ dataFile, start: FIRST_DAYS_BEGIN })
  const sandbox = await startSandbox({
    dataDir: config.dataDir,
    port: config.sandboxPort,
    clock,
    nextDue: () => later.next(),
    tick: () => later.tick(),
    commands,
    onError: (error) => log.error({ err: error }, 'a tick of the local workspace failed'),
  })
  // Kept now and then, so that the clock does not fall back at the next start, nor for a command that reads it meanwhile.
  const keepTime = () => clock.set(clock.now())
  const timer = setInterval(keepTime, keepTimeEveryMillis)
  stops.push(() => {
    clearInterval(timer)
    keepTime()
    return sandbox.close()
  })
  return { sandbox, clock, isNew }
}

/** The local Slack's tokens and address, as if they stood in the environment. */
export function sandboxSlack(sandbox: Sandbox | null): SlackConfig {
  if (!sandbox) throw new Error('neither Slack nor a local workspace')
  const { botToken, appToken, signingSecret, url } = sandbox.slack
  return { botToken, appToken, signingSecret, apiUrl: url }
}
