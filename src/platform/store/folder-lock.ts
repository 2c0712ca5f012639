// One process a data folder: a lock of the kernel's, and a file beside it that names the holder.
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { SprintkeeperError } from '#platform/errors.ts'

/** What is locked. It stays when the lock is freed: who removed it would take it from under the next one. */
export const lockName = 'sprintkeeper.held'
const holderName = 'sprintkeeper.lock'

/** SQLite's result codes (sqlite.org/rescode.html). */
const busy = 5
const locked = 6

/** How long the lock is tried for while nobody is named as its holder, in milliseconds: far more than taking it needs. */
const patience = 3000

interface Holder {
  pid: number
  /** When the process began, as the system counts it; tells a process id that was given out again. */
  began: string | null
}

/**
 * Takes the folder for this process; the returned function frees it. The lock is SQLite's on an empty file: the kernel
 * holds it with the open file and frees it when the process ends in whatever way, so that there is none to take over.
 *
 * @throws SprintkeeperError `data_folder_held`, naming the process that holds it
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, holderName)
  const file = join(folder, lockName)
  // SQLite would say of another user's file only that it cannot be written to.
  if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK)
  // SQLite would make it as the umask says.
  closeSync(openSync(file, 'a', 0o600))
  const lock = new DatabaseSync(file)
  try {
    takeFrom(lock, folder, path)
    const holder = readHolder(path)
    if (holder && isEarlierVersion(holder)) throw held(folder, holder)
    const own: Holder = { pid: process.pid, began: beganAt(process.pid) }
    writeFileSync(path, JSON.stringify(own), { mode: 0o600 })
  } catch (cause) {
    lock.close()
    throw cause
  }
  return () => {
    rmSync(path, { force: true })
    lock.close()
  }
}

/**
 * Of several that come at once each may find another on its way to the lock, and none has it: who finds it busy gives up
 * only before a holder that is named and runs.
 */
function takeFrom(lock: DatabaseSync, folder: string, path: string): void {
  const until = performance.now() + patience
  for (;;) {
    try {
      lock.exec('begin exclusive')
      return
    } catch (cause) {
      if (!isBusy(cause)) throw cause
      const holder = readHolder(path)
      if ((holder && runs(holder)) || performance.now() > until) throw held(folder, holder, cause)
      // Of random length, so that two do not meet there again and again.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1 + Math.random() * 20)
    }
  }
}

/** True when a process with that id runs. One that has ended and waits for its parent to ask does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  return statOf(pid)?.[0] !== 'Z'
}

function held(folder: string, holder: Holder | null, cause?: unknown): SprintkeeperError {
  return new SprintkeeperError(
    'data_folder_held',
    `The data folder ${folder} is in use by ${holder ? `process ${holder.pid}` : 'another process'}.`,
    'Stop that process, or give this one another folder with DATA_DIR, or a server of its own with DATABASE_URL.',
    { cause },
  )
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (error.errcode === busy || error.errcode === locked)

/** Where the system does not count when a process began, its id alone decides. */
const runs = ({ pid, began }: Holder): boolean => isAlive(pid) && beganAt(pid) === began

/** Version 0.1.0 knows the holder's file only: its process may run while we hold the kernel's lock. */
const isEarlierVersion = (holder: Holder): boolean =>
  holder.pid !== process.pid && holder.began !== null && runs(holder)

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return null
  }
}

/** Field 22 of /proc/PID/stat; null where there is none. */
const beganAt = (pid: number): string | null => statOf(pid)?.[19] ?? null

/** The fields of /proc/PID/stat from the third (the state) on, after the name in brackets, which may hold spaces. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}
