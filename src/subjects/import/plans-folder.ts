// The watched folder of plans: every plan in it is imported at start, and again when its file changes.
import { type Dirent, type FSWatcher, watch } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { folderTrouble } from '#platform/environment/folder-trouble.ts'
import { explain, SprintkeeperError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { channelsByName } from '#platform/slack/channels.ts'
import type { Settings } from '#subjects/subject.ts'
import { importPlan } from './import.ts'
import { mostBytes } from './read-plan.ts'

export interface WatchedPlans {
  /** Ends the watch, and waits for the import that runs. */
  stop(): Promise<void>
  /** Waits until every change seen so far is imported. */
  idle(): Promise<void>
}

/** An editor writes a file in several steps: it is read when it has been quiet this long. */
const quietMillis = 300
/** A watch that the system ends (the folder was replaced) is set up again after this long. */
const watchAgainMillis = 5_000

const isPlan = (name: string): boolean =>
  /\.(md|markdown|txt)$/i.test(name) && !basename(name).startsWith('.')

/**
 * Imports the folder's plans (*.md, *.markdown and *.txt, subfolders too) and keeps following them. A file that cannot be
 * read or is no plan is logged and left out; it never stops the others. A deleted file changes nothing: what was imported
 * stays.
 */
export async function watchPlans(
  services: Services,
  folder: string,
  { defaultTimeZone }: Pick<Settings, 'defaultTimeZone'>,
): Promise<WatchedPlans> {
  let stopped = false
  let queue: Promise<unknown> = Promise.resolve()
  const waiting = new Map<string, NodeJS.Timeout>()
  const channels = await channelsByName(services).catch(() => undefined)
  const load = async (path: string, known?: ReadonlyMap<string, string>) => {
    if (stopped) return
    await importFile(services, folder, path, {
      defaultZone: defaultTimeZone,
      ...(known ? { channels: known } : {}),
    })
  }
  const enqueue = (path: string, known?: ReadonlyMap<string, string>) => {
    queue = queue.then(() => load(path, known))
  }
  const changed = (path: string) => {
    clearTimeout(waiting.get(path))
    const timer = setTimeout(() => {
      waiting.delete(path)
      enqueue(path)
    }, quietMillis)
    waiting.set(path, timer)
  }

  // The watch begins before the first reading, so that no change falls between the two.
  const endWatch = watchFolder(services, folder, changed)
  for (const path of await plansIn(services, folder)) enqueue(path, channels)
  await queue
  return {
    async stop() {
      stopped = true
      endWatch()
      for (const timer of waiting.values()) clearTimeout(timer)
      await queue
    },
    async idle() {
      while (waiting.size > 0) await new Promise((done) => setTimeout(done, 20))
      await queue
    },
  }
}

/** Tells each change of a plan in the folder, for as long as the folder can be watched, and again once it can. Gives its end. */
function watchFolder({ log }: Services, folder: string, changed: (path: string) => void): () => void {
  let watcher: FSWatcher | null = null
  let again: NodeJS.Timeout | undefined
  let ended = false
  const begin = () => {
    if (ended) return
    try {
      watcher = watch(folder, { recursive: true }, (_, name) => {
        if (name && isPlan(name)) changed(join(folder, name))
      })
      watcher.on('error', (error) => restart(error))
    } catch (error) {
      restart(error)
    }
  }
  const restart = (error: unknown) => {
    watcher?.close()
    const { message } = folderTrouble(error, 'PLANS_DIR', folder)
    log.warn({ folder, reason: message }, 'the folder of plans cannot be watched; trying again')
    again = setTimeout(begin, watchAgainMillis)
  }
  begin()
  return () => {
    ended = true
    watcher?.close()
    clearTimeout(again)
  }
}

/** Plans of a folder and its subfolders, by name; hidden folders and node_modules are left out. */
async function plansIn(services: Services, folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true })
    const path = (entry: Dirent) => join(entry.parentPath, entry.name)
    const hidden = (entry: Dirent) =>
      relative(folder, entry.parentPath)
        .split(sep)
        .some((part) => part.startsWith('.') || part === 'node_modules')
    return entries
      .filter((entry) => entry.isFile() && isPlan(entry.name) && !hidden(entry))
      .map(path)
      .sort()
  } catch (error) {
    services.log.error(explain(folderTrouble(error, 'PLANS_DIR', folder)))
    return []
  }
}

async function importFile(
  services: Services,
  folder: string,
  path: string,
  options: { defaultZone: string; channels?: ReadonlyMap<string, string> },
): Promise<void> {
  // The name by which people know it, the same on every machine that holds a copy of the folder.
  const name = `${basename(folder)}/${relative(folder, path).split(sep).join('/')}`
  const event = { workspace: services.workspaceId, plan: name }
  try {
    const { size } = await stat(path)
    if (size > mostBytes)
      throw new SprintkeeperError('plan_too_large', `${name} is larger than a plan may be.`)
    const { unchanged, plans, file } = await importPlan(services, {
      bytes: await readFile(path),
      path: name,
      ...options,
    })
    const figures = {
      teams: plans.map(({ team }) => team.slug),
      changes: plans.reduce((sum, plan) => sum + plan.changes.length, 0),
      warnings: file.diagnostics.filter(({ severity }) => severity !== 'info').length,
    }
    services.log.info({ ...event, ...figures }, unchanged ? 'plan unchanged' : 'plan imported')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
    if (error instanceof SprintkeeperError)
      services.log.warn({ ...event, reason: explain(error) }, 'plan not imported')
    else services.log.error({ ...event, err: error }, 'plan not imported')
  }
}
