// The embedded PostgreSQL: server binaries from npm, run as a child with its data in one folder.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { SprintkeeperError } from '../errors.ts'
import { isAlive, lockFolder } from './folder-lock.ts'

export interface EmbeddedServer {
  connectionString: string
  /** Ends the server after its clients are gone (PostgreSQL's fast shutdown) and frees the folder. */
  stop(): Promise<void>
}

const user = 'sprintkeeper'
const stopWithinMillis = 4_000

// A 512 MB machine serves a company: few connections, small buffers, and none of PostgreSQL 18's I/O workers.
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '40',
  shared_buffers: '24MB',
  jit: 'off',
  io_method: 'sync',
  max_parallel_workers: '0',
  max_worker_processes: '2',
  autovacuum_max_workers: '1',
  autovacuum_worker_slots: '2',
  wal_buffers: '1MB',
  max_wal_size: '256MB',
  log_min_messages: 'warning',
}

/**
 * Starts the server whose data is in `folder`, making it first if need be. A server that a crash left running on that
 * folder is stopped first.
 *
 * @throws SprintkeeperError `data_folder_held` when a living process holds the folder,
 *   `embedded_postgres_failed` when the server cannot be made or started
 */
export async function startEmbedded(
  folder: string,
  options: { flags?: Record<string, string> } = {},
): Promise<EmbeddedServer> {
  await mkdir(folder, { recursive: true })
  const unlock = lockFolder(folder)
  try {
    const data = resolve(folder, 'postgres')
    await stopLeftover(data)
    const binaries = await findBinaries()
    const run = runner(dirname(binaries.postgres), data)
    const password = await readPassword(folder)
    if (!existsSync(join(data, 'PG_VERSION'))) await initialise(binaries.initdb, data, password, run)
    const port = await freePort()
    const child = await startServer(
      binaries.postgres,
      data,
      port,
      { ...settings, ...options.flags },
      run,
      folder,
    )
    const connectionString = `postgresql://${user}:${password}@127.0.0.1:${port}/sprintkeeper`
    await createDatabase(connectionString)
    return {
      connectionString,
      async stop() {
        await stopChild(child)
        unlock()
      },
    }
  } catch (cause) {
    unlock()
    throw cause
  }
}

interface Binaries {
  postgres: string
  initdb: string
}

async function findBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const found = (await import(pathToFileURL(require.resolve(name)).href)) as Binaries
    await Promise.all(
      [chmod(found.postgres, 0o755), chmod(found.initdb, 0o755)].map((done) => done.catch(() => {})),
    )
    return found
  } catch (cause) {
    throw new SprintkeeperError(
      'embedded_postgres_failed',
      `There is no embedded PostgreSQL for ${system} on ${process.arch}.`,
      'Set DATABASE_URL to a PostgreSQL server.',
      { cause },
    )
  }
}

type Run = (command: string, args: string[], stdio: 'pipe' | number) => ChildProcess

/**
 * How to start a program of the server. PostgreSQL refuses to run as root: root starts it as `nobody`, and where that
 * user cannot reach the folders (a clone in /root), with the one capability to do so.
 */
function runner(programs: string, data: string): Run {
  const base = (stdio: 'pipe' | number) => ({
    stdio: ['ignore', stdio, stdio] as ['ignore', 'pipe' | number, 'pipe' | number],
    // Its own process group: Ctrl-C in a terminal reaches us, and we stop the server when our work is handed back.
    detached: true,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  })
  if (process.getuid?.() !== 0) return (command, args, stdio) => spawn(command, args, base(stdio))
  const nobody = 65_534
  const own = (path: string) => existsSync(path) && chownSync(path, nobody, nobody)
  own(data)
  if (reachableByAll(programs) && reachableByAll(dirname(data)))
    return (command, args, stdio) => spawn(command, args, { ...base(stdio), uid: nobody, gid: nobody })
  const capabilities = '+dac_override,+dac_read_search'
  const prefix = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups']
  return (command, args, stdio) =>
    spawn(
      'setpriv',
      [...prefix, `--inh-caps=${capabilities}`, `--ambient-caps=${capabilities}`, command, ...args],
      base(stdio),
    )
}

function reachableByAll(path: string): boolean {
  for (let at = resolve(path); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

async function readPassword(folder: string): Promise<string> {
  const path = join(folder, 'postgres.password')
  if (existsSync(path)) return (await readFile(path, 'utf8')).trim()
  const password = randomBytes(24).toString('hex')
  await writeFile(path, `${password}\n`, { mode: 0o600 })
  return password
}

async function initialise(initdb: string, data: string, password: string, run: Run): Promise<void> {
  // A first start that was killed half-way leaves a folder without PG_VERSION's companions: begin again.
  rmSync(data, { recursive: true, force: true })
  await mkdir(data, { recursive: true, mode: 0o700 })
  const passwordFile = `${data}.first-password`
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (process.getuid?.() === 0) for (const path of [data, passwordFile]) chownSync(path, 65_534, 65_534)
  const args = [
    '-D',
    data,
    '-U',
    user,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '-E',
    'UTF8',
    '--no-sync',
  ]
  const { code, output } = await finished(run(initdb, args, 'pipe'))
  rmSync(passwordFile, { force: true })
  if (code === 0) return
  rmSync(data, { recursive: true, force: true })
  throw failed('could not be made', output)
}

async function startServer(
  postgres: string,
  data: string,
  port: number,
  flags: Record<string, string>,
  run: Run,
  folder: string,
): Promise<ChildProcess> {
  const logPath = join(folder, 'postgres.log')
  const log = openSync(logPath, 'w', 0o600)
  const args = [
    '-D',
    data,
    '-p',
    String(port),
    ...Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const child = run(postgres, args, log)
  child.unref()
  const ready = () => {
    const pid = join(data, 'postmaster.pid')
    return existsSync(pid) && readFileSync(pid, 'utf8').split('\n')[7]?.trim() === 'ready'
  }
  let ended = false
  child.once('error', () => (ended = true))
  child.once('exit', () => (ended = true))
  for (let waited = 0; !ready(); waited += 25) {
    if (ended || waited > 30_000) {
      child.kill('SIGKILL')
      throw failed('did not start', readFileSync(logPath, 'utf8'))
    }
    await pause(25)
  }
  return child
}

function failed(what: string, output: string): SprintkeeperError {
  return new SprintkeeperError(
    'embedded_postgres_failed',
    `The embedded PostgreSQL ${what}: ${output.trim().split('\n').slice(-4).join(' | ')}`,
    'Check that the disk has space and that the folder is yours, or set DATABASE_URL to a PostgreSQL server.',
  )
}

async function createDatabase(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString: connectionString.replace(/\/[^/]*$/, '/postgres') })
  await client.connect()
  try {
    const found = await client.query("select 1 from pg_database where datname = 'sprintkeeper'")
    if (found.rowCount === 0) await client.query('create database sprintkeeper')
  } finally {
    await client.end()
  }
}

/** Stops the server that a crash left running on this very folder, known by postmaster.pid. */
async function stopLeftover(data: string): Promise<void> {
  const path = join(data, 'postmaster.pid')
  if (!existsSync(path)) return
  const [pid, owner] = (await readFile(path, 'utf8')).split('\n')
  const id = Number(pid)
  if (!(id > 1) || !isAlive(id) || !runsPostgres(id) || resolve(owner?.trim() ?? '') !== data) return
  process.kill(id, 'SIGINT')
  for (let waited = 0; isAlive(id) && waited < stopWithinMillis; waited += 25) await pause(25)
  if (isAlive(id)) process.kill(id, 'SIGKILL')
}

/** A process id may have been given to another program since: on Linux the name decides. */
function runsPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
  } catch {
    return process.platform !== 'linux'
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  child.ref()
  child.kill('SIGINT')
  const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMillis)
  await gone
  clearTimeout(timer)
}

function finished(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)))
  return new Promise((done) => {
    child.once('error', (error) => done({ code: null, output: error.message }))
    child.once('close', (code) => done({ code, output }))
  })
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const pause = (millis: number) => new Promise((done) => setTimeout(done, millis))
