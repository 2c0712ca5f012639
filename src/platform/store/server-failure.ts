// Why the embedded server could not be made or started, in words: from what its programs print.
import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { SprintkeeperError } from '#platform/errors.ts'

const external = 'set DATABASE_URL to a PostgreSQL server'

/** What the programs print, what it means, and what to do; the first that fits. */
const causes: [pattern: RegExp, text: (data: string) => string, hint: string][] = [
  [
    /No space left on device|Disk quota exceeded|could not extend file/i,
    (data) => `there is no space left for ${data}${freeSpace(data)}`,
    `Free some space (a new database takes 60 MB), set DATA_DIR to a folder on another disk, or ${external}.`,
  ],
  [
    /Read-only file system/i,
    (data) => `${data} is on a file system that is read-only`,
    `Set DATA_DIR to a folder that can be written to, or ${external}.`,
  ],
  [
    /could not look up effective user ID/i,
    () => 'PostgreSQL refuses to run as root, and the system has no other user',
    `Make one (useradd --system sprintkeeper), start Sprintkeeper as an ordinary user, or ${external}.`,
  ],
  [
    /database files are incompatible|was initialized by PostgreSQL version/i,
    (data) => `${data} was written by another version of PostgreSQL`,
    `Run the version of Sprintkeeper that wrote it, or give this one another DATA_DIR, or ${external}.`,
  ],
  [
    /cannot execute binary file|error while loading shared libraries|version `GLIBC/i,
    () => 'its programs do not run on this system',
    `Use a system with the GNU C library, or ${external}.`,
  ],
  [
    /has wrong ownership|Permission denied/i,
    (data) => `${data} belongs to another user`,
    `Start Sprintkeeper as the user who made it, give this one another DATA_DIR, or ${external}.`,
  ],
  [
    /could not (create|map|resize) .*shared memory|Cannot allocate memory/i,
    () => 'the system gives it no memory',
    `It needs 100 MB, and as much shared memory (in a container: --shm-size). Or ${external}.`,
  ],
]

/** @param output what the program printed; its last lines are repeated, and decide about the cause where it is known */
export function serverFailure(what: string, output: string, data: string): SprintkeeperError {
  const known = causes.find(([pattern]) => pattern.test(output))
  const said = output.trim().split('\n').slice(-4).join(' | ') || 'it said nothing'
  return new SprintkeeperError(
    'embedded_postgres_failed',
    known
      ? `The embedded PostgreSQL ${what}: ${known[1](data)}. (${said})`
      : `The embedded PostgreSQL ${what}: ${said}`,
    known?.[2] ?? `Mend what it names, give Sprintkeeper another DATA_DIR, or ${external}.`,
  )
}

function freeSpace(data: string): string {
  try {
    const { bavail, bsize } = statfsSync(dirname(data))
    return ` (${Math.floor((bavail * bsize) / 1e6)} MB are free)`
  } catch {
    return ''
  }
}
