// Whom PostgreSQL's programs run as, since they refuse to run as root; and how they reach a folder that this user cannot
// walk to.
import { type ChildProcess, spawn } from 'node:child_process'
import { chownSync, lchownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { SprintkeeperError } from '#platform/errors.ts'

/** A user of the system's; null: our own, who is not root. */
export type ServerUser = { uid: number; gid: number } | null

const nobody = 65_534
const isRoot = (): boolean => process.getuid?.() === 0

/**
 * The user for a new data folder: none for an ordinary user. For root `nobody`, else the first other user that the system
 * knows: initdb asks for the name of its user, and ends when there is none.
 */
export function newServerUser(): ServerUser {
  if (!isRoot()) return null
  const users = knownUsers()
  const found =
    users.find(({ name }) => name === 'nobody') ?? users.find(({ uid }) => uid > 0 && uid <= nobody)
  return found ? { uid: found.uid, gid: found.gid } : { uid: nobody, gid: nobody }
}

/**
 * The user who runs the server on an existing data folder: its owner. A folder that root put there, as from a backup, is
 * given to the user for new ones.
 */
export function serverUserOf(data: string): ServerUser {
  if (!isRoot()) return null
  const { uid, gid } = statSync(data)
  if (uid !== 0) return { uid, gid }
  const user = newServerUser()
  giveTo(user, data)
  return user
}

/** Gives a folder of ours, and all in it, to the user. */
export function giveTo(user: ServerUser, path: string): void {
  if (!user) return
  try {
    lchownSync(path, user.uid, user.gid)
    if (!lstatSync(path).isDirectory()) return
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }))
      lchownSync(join(path, name), user.uid, user.gid)
  } catch (cause) {
    throw mayNotChange(cause)
  }
}

/** The user's name, for people. */
export function nameOf(user: NonNullable<ServerUser>): string {
  return knownUsers().find(({ uid }) => uid === user.uid)?.name ?? `user ${user.uid}`
}

/** The folder as PostgreSQL is told it by {@link run}. */
export function folderFor(user: ServerUser, data: string): string {
  return user && process.platform === 'linux' ? '/proc/self/cwd' : data
}

export interface Program {
  path: string
  arguments: string[]
  /** Where its output goes: an open file, or pipes. */
  output: 'pipe' | number
  /** A file that it finds at /proc/self/fd/3; for {@link secretPath}. */
  secret?: number
}

/** What a program of {@link run} calls its `secret`. */
export const secretPath = (user: ServerUser, path: string): string =>
  user && process.platform === 'linux' ? '/proc/self/fd/3' : path

/**
 * Starts a program of the server's that works on the folder `data`, as the user. On Linux the folder is the working
 * directory, and is named /proc/self/cwd: root enters it before it becomes the other user, who could not walk there
 * through a home folder of mode 0700.
 */
export function run(user: ServerUser, data: string, program: Program): ChildProcess {
  if (user && process.platform !== 'linux') refuseUnreachable(user, data)
  const { output, secret } = program
  return spawn(program.path, program.arguments, {
    cwd: data,
    stdio: ['ignore', output, output, ...(secret === undefined ? [] : [secret])],
    // Its own process group: Ctrl-C in a terminal reaches us, and we stop the server when our work is handed back.
    detached: true,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    ...user,
  })
}

/** True when everybody may walk to the path and enter or read it. */
export function isOpenToAll(path: string): boolean {
  const wanted = statSync(path).isDirectory() ? 0o005 : 0o004
  if ((statSync(path).mode & wanted) !== wanted) return false
  for (let at = dirname(resolve(path)); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

/** Where the kernel does not let root become another user (a container without these rights), said in words. */
export function mayNotChange(cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  if (!isRoot() || (code !== 'EPERM' && code !== 'EINVAL')) return cause
  return new SprintkeeperError(
    'embedded_postgres_failed',
    'PostgreSQL refuses to run as root, and root may not become another user here.',
    'Start Sprintkeeper as an ordinary user, give the container the capabilities CHOWN, SETUID and SETGID, or set DATABASE_URL to a PostgreSQL server.',
    { cause },
  )
}

function refuseUnreachable(user: NonNullable<ServerUser>, data: string): void {
  if (isOpenToAll(dirname(data))) return
  throw new SprintkeeperError(
    'embedded_postgres_failed',
    `PostgreSQL refuses to run as root, and ${nameOf(user)} cannot reach ${data}.`,
    'Start Sprintkeeper as an ordinary user, or set DATA_DIR to a folder that every user may enter.',
  )
}

function knownUsers(): { name: string; uid: number; gid: number }[] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .filter((fields) => fields.length >= 7)
      .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
  } catch {
    return []
  }
}

/** Hands one file to the user who must read it. */
export function handOver(user: ServerUser, path: string): void {
  if (!user) return
  try {
    chownSync(path, user.uid, user.gid)
  } catch (cause) {
    throw mayNotChange(cause)
  }
}
