// A moment of the local workspace: what the product stores, what its Slack holds, and what time it is; kept and gone back to.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SandboxClock } from './clock.ts'
import { nothingBut, putRows, type Rows, takeRows } from './rows.ts'
import type { LocalSlack } from './slack/local-slack.ts'
import type { WorkspaceData } from './slack/types.ts'

/** All of a moment. */
export interface Moment {
  /** The workspace's time, in milliseconds since the epoch. */
  at: number
  rows: Rows
  slack: WorkspaceData
}

/** What keeps moments, and goes to them. */
export interface Moments {
  /** The present. */
  take(): Promise<Moment>
  /** Makes a moment the present. */
  goTo(moment: Moment): Promise<void>
  /** Begins with nothing stored, and this in Slack. */
  beginAnew(slack: WorkspaceData, at: number): Promise<void>
  /** Writes a moment down under a name of letters, digits and hyphens. */
  keep(name: string, moment: Moment): void
  /** A moment that was written down; null where there is none of that name. */
  kept(name: string): Moment | null
  has(name: string): boolean
}

/** What moments are made of. */
export interface MomentParts {
  slack: LocalSlack
  clock: SandboxClock
  /** Folder for those that are written down. */
  folder: string
  /** The database's address; null where there is none. */
  database(): string | null
  /** Does something while the product does nothing by itself. */
  still<T>(work: () => Promise<T>): Promise<T>
}

/** Makes the keeper. */
export function createMoments({ slack, clock, folder, database, still }: MomentParts): Moments {
  const { data } = slack.workspace
  const address = () => {
    const found = database()
    if (!found) throw new Error('The local workspace is still starting.')
    return found
  }
  const put = async (rows: Rows, next: WorkspaceData, at: number) => {
    await putRows(address(), rows)
    // Its tokens stay: the app is connected with them.
    const { tokens } = data
    for (const name of Object.keys(data)) Reflect.deleteProperty(data, name)
    Object.assign(data, structuredClone(next), { tokens })
    slack.workspace.modals.clear()
    clock.set(new Date(at))
    slack.workspace.changed({ kind: 'channels' })
    slack.workspace.flush()
  }
  return {
    take: () =>
      still(async () => ({
        at: clock.now().getTime(),
        rows: await takeRows(address()),
        slack: structuredClone(data),
      })),
    goTo: (moment) => still(() => put(moment.rows, moment.slack, moment.at)),
    beginAnew: (next, at) => still(async () => put(nothingBut(await takeRows(address())), next, at)),
    keep(name, moment) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(fileOf(folder, name), JSON.stringify(moment), { mode: 0o600 })
    },
    kept(name) {
      try {
        return JSON.parse(readFileSync(fileOf(folder, name), 'utf8')) as Moment
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      }
    },
    has: (name) => existsSync(fileOf(folder, name)),
  }
}

const fileOf = (folder: string, name: string): string => join(folder, `${name.replace(/[^\w-]/g, '-')}.json`)
