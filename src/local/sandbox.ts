// The local workspace as main starts it: a local Slack for the app, and a page for people.
import { join } from 'node:path'
import type { SandboxClock } from './clock.ts'
import { storyOf } from './own/story.ts'
import { SANDBOX_SEED } from './seed.ts'
import { startPageServer } from './server.ts'
import { type LocalSlack, startLocalSlack } from './slack/local-slack.ts'
import type { WorkspaceSeed } from './slack/types.ts'
import type { CommandHint } from './snapshot.ts'
import { newStage, type Stage } from './stage.ts'
import { type Ceremonies, createTimeTravel, type TimeTravel } from './time-travel.ts'
import { createTurns, type Turns } from './turns.ts'

const DEFAULT_PORT = 3210
/** Nobody reads the calls here, and messages are large. */
const CALLS_KEPT = 20

/** What the local workspace is started with. */
export interface SandboxOptions extends Ceremonies {
  /** Folder that keeps the workspace between starts. */
  dataDir: string
  clock: SandboxClock
  /** Of the page: 3210 or the next free one where none is given. */
  port?: number
  seed?: WorkspaceSeed
  /** What the composer hints at while a slash command is typed. */
  commands?: CommandHint[]
  /** The product is not there yet. */
  isStarting?: boolean
  /** Hears of a tick that failed while the clock was running by itself. */
  onError?: (error: unknown) => void
}

/** A running local workspace. */
export interface Sandbox {
  slack: LocalSlack
  travel: TimeTravel
  turns: Turns
  /** What happens in it beside Slack; whoever lets it happen fills it in. */
  stage: Stage
  /** Address of the page. */
  url: string
  close(): Promise<void>
}

/** Starts the local workspace on 127.0.0.1. @throws Error where its files cannot be read or no port is free */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { clock, commands = [] } = options
  const slack = await startLocalSlack({
    dataFile: join(options.dataDir, 'workspace.json'),
    seed: options.seed ?? SANDBOX_SEED,
    clock,
    callsKept: CALLS_KEPT,
  })
  const travel = createTimeTravel(clock, options, options.onError ?? (() => undefined))
  const stage = newStage(options.isStarting ?? false)
  const turns = createTurns(
    () => storyOf(slack.workspace.data).taken,
    () => slack.workspace.changed({ kind: 'channels' }),
  )
  const parts = { slack, clock, ceremonies: options, travel, turns, stage, commands }
  const page = await startPageServer(parts, options.port ?? DEFAULT_PORT)
  return {
    slack,
    travel,
    turns,
    stage,
    url: page.url,
    async close() {
      travel.close()
      await page.close()
      await slack.close()
    },
  }
}
