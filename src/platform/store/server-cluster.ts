// The data folder of the embedded server, made by initdb: whole, or not there at all.

import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { serverFailure } from './server-failure.ts'
import { endLeftovers } from './server-processes.ts'
import { findPrograms } from './server-programs.ts'
import { folderFor, giveTo, handOver, mayNotChange, newServerUser, run, secretPath } from './server-user.ts'

/** The superuser of the embedded server. */
export const superuser = 'sprintkeeper'

/** In every folder that {@link makeCluster} made: initdb had ended well. */
const madeMark = 'sprintkeeper.made'

/**
 * True when the folder holds a whole cluster. One of version 0.1.0 lacks our mark, and is whole when a server has run on
 * it: PG_VERSION is what initdb writes first.
 */
export function isCluster(data: string): boolean {
  return existsSync(join(data, madeMark)) || existsSync(join(data, 'postmaster.opts'))
}

/**
 * Makes the cluster in a folder beside its own, and renames that when all is done: whoever kills us, or the machine, leaves
 * nothing that looks like a cluster. What an earlier version left half-made is put aside as `postgres.unfinished`.
 *
 * @param signal ends initdb and removes what it made so far
 * @throws SprintkeeperError `embedded_postgres_failed`, or the signal's reason
 */
export async function makeCluster(data: string, password: string, signal: AbortSignal): Promise<void> {
  await removeHalfMade(data)
  const user = newServerUser()
  const { initdb } = await findPrograms(user)
  const making = `${data}.making-${randomBytes(4).toString('hex')}`
  const passwordFile = `${making}.password`
  mkdirSync(making, { mode: 0o700 })
  giveTo(user, making)
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  handOver(user, passwordFile)
  const secret = openSync(passwordFile, 'r')
  const flags = ['--auth=scram-sha-256', '--encoding=UTF8', '--no-locale', '--no-sync']
  try {
    const program = {
      path: initdb,
      arguments: [
        `--pgdata=${folderFor(user, making)}`,
        `--username=${superuser}`,
        `--pwfile=${secretPath(user, passwordFile)}`,
        ...flags,
      ],
      output: 'pipe' as const,
      secret,
    }
    const { code, output } = await finished(run(user, making, program), signal)
    signal.throwIfAborted()
    if (code !== 0) throw serverFailure('could not be made', output, data)
    await writeFile(join(making, madeMark), '', { mode: 0o600 })
    giveTo(user, making)
    if (existsSync(data)) {
      rmSync(`${data}.unfinished`, { recursive: true, force: true })
      renameSync(data, `${data}.unfinished`)
    }
    renameSync(making, data)
  } finally {
    closeSync(secret)
    rmSync(passwordFile, { force: true })
    rmSync(making, { recursive: true, force: true })
  }
}

/** The password of the superuser, made with the first start. */
export async function readPassword(folder: string): Promise<string> {
  const path = join(folder, 'postgres.password')
  const known = existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
  if (known) return known
  const password = randomBytes(24).toString('hex')
  await writeFile(`${path}.new`, `${password}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return password
}

/** What a killed start left: its initdb may still be at work. */
async function removeHalfMade(data: string): Promise<void> {
  for (const entry of readdirSync(dirname(data), { withFileTypes: true })) {
    if (!entry.name.startsWith(`${basename(data)}.making-`)) continue
    const path = join(dirname(data), entry.name)
    if (entry.isDirectory()) await endLeftovers(path)
    rmSync(path, { recursive: true, force: true, maxRetries: 5 })
  }
}

function finished(
  child: ChildProcess,
  signal: AbortSignal,
): Promise<{ code: number | null; output: string }> {
  let output = ''
  // Its group: initdb runs servers of its own.
  const end = () => child.pid && process.kill(-child.pid, 'SIGKILL')
  signal.addEventListener('abort', end)
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)))
  return new Promise<{ code: number | null; output: string }>((done, fail) => {
    child.once('error', (error) => fail(mayNotChange(error)))
    child.once('close', (code) => done({ code, output }))
  }).finally(() => signal.removeEventListener('abort', end))
}
