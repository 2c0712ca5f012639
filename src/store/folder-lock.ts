// One process a data folder: a lock file that names its holder.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SprintkeeperError } from '../errors.ts'

interface Holder {
  pid: number
  /** When the process began, as the system counts it; tells a process id that was given out again. */
  began: string | null
}

/**
 * Takes the folder for this process; the returned function frees it. A lock whose holder is gone is taken over.
 *
 * @throws SprintkeeperError `data_folder_held`, naming the process that holds it
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'sprintkeeper.lock')
  const own: Holder = { pid: process.pid, began: beganAt(process.pid) }
  for (;;) {
    try {
      writeFileSync(path, JSON.stringify(own), { flag: 'wx', mode: 0o600 })
      return () => rmSync(path, { force: true })
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause
      const holder = readHolder(path)
      if (holder && holds(holder))
        throw new SprintkeeperError(
          'data_folder_held',
          `The data folder ${folder} is in use by process ${holder.pid}.`,
          'Stop that process, or give this one another folder with DATA_DIR, or a server of its own with DATABASE_URL.',
          { cause },
        )
      rmSync(path, { force: true })
    }
  }
}

/** True when a process with that id runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function holds(holder: Holder): boolean {
  // In a container every start has the same process id: our own id in an old lock is a former life of ours.
  if (holder.pid === process.pid && holder.began !== beganAt(process.pid)) return false
  return isAlive(holder.pid) && beganAt(holder.pid) === holder.began
}

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return null
  }
}

/** Field 22 of /proc/PID/stat, counted after the name in brackets, which may hold spaces; null where there is none. */
function beganAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
