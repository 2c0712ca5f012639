// The processes that work on a data folder: a server that a crash left behind, its orphans, an initdb of a killed start.
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './folder-lock.ts'

/** PostgreSQL's fast shutdown, and after this without mercy. */
const endWithinMillis = 4_000

/** Lines of postmaster.pid (PostgreSQL, "miscadmin.h"): the process, the folder, ..., the port is the fourth, the state the eighth. */
export interface PidFile {
  pid: number
  port: number
  isReady: boolean
}

/** What the server on the folder, or the last one, says of itself; null: nothing. */
export function readPidFile(data: string): PidFile | null {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
  } catch {
    return null
  }
}

/**
 * Ends whatever of an earlier life works on the folder, and removes the file by which PostgreSQL would take a process of
 * another program, that was given the same id since, for its own. Only the holder of the folder's lock may call it.
 */
export async function endLeftovers(data: string): Promise<void> {
  if (!existsSync(data)) return
  const file = readPidFile(data)
  const postmaster = file && workers(data).includes(file.pid) ? file.pid : null
  if (postmaster) signal(postmaster, 'SIGINT')
  for (let waited = 0; workers(data).length > 0; waited += 25) {
    // Orphans of a dead server end by themselves in a moment; an initdb goes on until it is ended.
    if (waited === 0 && !postmaster) for (const pid of workers(data)) signal(pid, 'SIGTERM')
    if (waited >= endWithinMillis) for (const pid of workers(data)) signal(pid, 'SIGKILL')
    await new Promise((done) => setTimeout(done, 25))
  }
  rmSync(join(data, 'postmaster.pid'), { force: true })
}

/** PostgreSQL's processes whose working directory is the folder; elsewhere than on Linux the one of postmaster.pid. */
function workers(data: string): number[] {
  if (process.platform !== 'linux') {
    const pid = readPidFile(data)?.pid ?? 0
    return pid > 1 && isAlive(pid) ? [pid] : []
  }
  const folder = realpathSync(data)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isAlive(pid) && runsPostgres(pid) && worksIn(pid, folder))
}

function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return false
  }
}

/** A process id may have been given to another program since: on Linux the name decides. */
export function runsPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true
  try {
    return ['postgres', 'initdb'].includes(readFileSync(`/proc/${pid}/comm`, 'utf8').trim())
  } catch {
    return false
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has ended since.
  }
}
