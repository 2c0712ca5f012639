// The local workspace as a part of the product: its clock, its Slack, what it calls back, and the sprints that run in it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { SlackConfig } from '#platform/slack/slack-config.ts'
import type { Config } from '../config.ts'
import type { SandboxClock } from './clock.ts'
import type { Later } from './later.ts'
import type { HandedFile } from './own/own-plans.ts'
import type { Sandbox } from './sandbox.ts'

const keepTimeEveryMillis = 30_000

export interface Workplace {
  sandbox: Sandbox
  clock: SandboxClock
  /** Brings its sprints to life, once the product is there: the invented teams, or plans that somebody hands in. */
  begin(): Promise<void>
  /** Ends what happens by itself in it. */
  rest(): Promise<void>
}

/** What a local workspace is opened with. */
export interface Opening {
  config: Config
  /** The words of /sprint, for the page's composer. */
  commands: { usage: string; hint: string }[]
  later: Later
  log: Logger
  /** Plans to bring alive at the start. */
  plans: HandedFile[]
  /** A folder whose plans are handed in again when their file changes; null: none. */
  watched: string | null
  /** The folder of the invented teams' plans; where `haveLived`, without their first days. */
  invented: { folder: string; haveLived: boolean }
}

/** Opens the local workspace and its page; `stops` gets what closes it. */
export async function openSandbox(opening: Opening, stops: (() => unknown)[]): Promise<Workplace> {
  const { config, commands, later, log, plans, watched, invented } = opening
  // Loaded only here: a real workspace's process carries nothing of it.
  const { startSandbox } = await import('./sandbox.ts')
  const { createSandboxClock } = await import('./clock.ts')
  const { FIRST_DAYS_BEGIN } = await import('./first-days.ts')
  const { createSprints } = await import('./sprints.ts')
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
    isStarting: true,
    onError: (error) => log.error({ err: error }, 'a tick of the local workspace failed'),
  })
  const sprints = createSprints({
    sandbox,
    clock,
    later,
    log,
    invented,
    watched,
    isNew,
    dataDir: config.dataDir,
  })
  // Kept now and then, so that the clock does not fall back at the next start, nor for a command that reads it meanwhile.
  const keepTime = () => clock.set(clock.now())
  let timer: NodeJS.Timeout | undefined
  stops.push(() => {
    clearInterval(timer)
    if (timer) keepTime()
    return sandbox.close()
  })
  return {
    sandbox,
    clock,
    begin() {
      timer = setInterval(keepTime, keepTimeEveryMillis)
      return sprints.begin(plans)
    },
    rest: () => sprints.rest(),
  }
}

/** The local Slack's tokens and address, as if they stood in the environment. */
export function sandboxSlack(sandbox: Sandbox | null): SlackConfig {
  if (!sandbox) throw new Error('neither Slack nor a local workspace')
  const { botToken, appToken, signingSecret, url } = sandbox.slack
  return { botToken, appToken, signingSecret, apiUrl: url }
}
