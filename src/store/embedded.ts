// The embedded PostgreSQL: server programs from npm, run as a child with its data in one folder, and started again when
// it dies.
import type { ChildProcess } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { folderTrouble } from '../environment/folder-trouble.ts'
import type { SprintkeeperError } from '../errors.ts'
import { lockFolder, lockName } from './folder-lock.ts'
import { isCluster, makeCluster, readPassword, superuser } from './server-cluster.ts'
import { serverFailure } from './server-failure.ts'
import { endLeftovers, readPidFile } from './server-processes.ts'
import { findPrograms, type ServerPrograms } from './server-programs.ts'
import { folderFor, mayNotChange, nameOf, run, type ServerUser, serverUserOf } from './server-user.ts'

export interface EmbeddedServer {
  connectionString: string
  /** Who runs it and from where, when it is not simply our own user and the npm package: for `doctor`. */
  peculiarities: string | null
  /** Ends the server after its clients are gone (PostgreSQL's fast shutdown) and frees the folder. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Settings of PostgreSQL's beside ours. */
  flags?: Record<string, string>
  /** Told when the server died and when it is back, in words. */
  onChange?: (text: string) => void
}

const stopWithinMillis = 4_000
const startWithinMillis = 30_000
/** A first start may meet what passes: a port that was taken since, memory of a server that is just ending. */
const attempts = 4
/** Between two attempts to bring a dead server back. */
const againMillis = [100, 500, 1_000, 2_000, 5_000]

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
 * folder is stopped first. When the server dies it is started again at the same address.
 *
 * @throws SprintkeeperError `data_folder_held` when a living process holds the folder,
 *   `embedded_postgres_failed` when the server cannot be made or started, `folder_unusable`
 */
export async function startEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  return begun(folder, options).catch((error: unknown) => {
    // What Node says of a file of the folder, such as one of another user's.
    const ofFile = error instanceof Error && 'syscall' in error && 'path' in error
    throw ofFile ? folderTrouble(error, 'DATA_DIR', folder) : error
  })
}

async function begun(folder: string, options: EmbeddedOptions): Promise<EmbeddedServer> {
  await mkdir(folder, { recursive: true })
  const unlock = lockFolder(folder)
  try {
    const data = resolve(folder, 'postgres')
    await endLeftovers(data)
    const password = await readPassword(folder)
    if (!isCluster(data)) await makeCluster(data, password)
    const user = serverUserOf(data)
    // A copy made without its modes, as of a backup: PostgreSQL wants its folder closed to others.
    if (statSync(data).mode & 0o027) chmodSync(data, 0o700)
    const programs = await findPrograms(user)
    const begin = (port: number) =>
      startServer({
        port,
        log: join(folder, 'postgres.log'),
        data,
        start(log) {
          const flags = Object.entries({ ...settings, ...options.flags })
          return run(user, data, {
            path: programs.postgres,
            arguments: [
              '-D',
              folderFor(user, data),
              '-p',
              String(port),
              ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
            ],
            output: log,
          })
        },
      })
    const { port, stop } = await keepRunning(begin, options.onChange ?? (() => {}))
    const connectionString = `postgresql://${superuser}:${password}@127.0.0.1:${port}/sprintkeeper`
    try {
      await createDatabase(connectionString)
    } catch (error) {
      await stop()
      throw error
    }
    return {
      connectionString,
      peculiarities: inWords(user, programs),
      async stop() {
        await stop()
        unlock()
      },
    }
  } catch (cause) {
    unlock()
    throw cause
  }
}

/** {@link EmbeddedServer.peculiarities} of a folder whose server another process runs. */
export async function peculiaritiesOf(folder: string): Promise<string | null> {
  const user = serverUserOf(resolve(folder, 'postgres'))
  return inWords(user, await findPrograms(user))
}

function inWords(user: ServerUser, { copiedTo }: ServerPrograms): string | null {
  if (!user) return null
  return `run as ${nameOf(user)}${copiedTo ? `, its programs copied to ${copiedTo}` : ''}`
}

/**
 * Removes all data of a folder that no process holds, and ends a server that was left running on it.
 *
 * @throws SprintkeeperError `data_folder_held`
 */
export async function eraseDataFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const unlock = lockFolder(folder)
  try {
    await endLeftovers(resolve(folder, 'postgres'))
    for (const name of readdirSync(folder))
      if (name !== lockName) rmSync(join(folder, name), { recursive: true, force: true })
  } finally {
    unlock()
  }
}

/** Starts the server, and again whenever it dies, until it is stopped. */
async function keepRunning(
  begin: (port: number) => Promise<ChildProcess>,
  onChange: (text: string) => void,
): Promise<{ port: number; stop(): Promise<void> }> {
  const { child: first, port } = await beginSomewhere(begin)
  let child = first
  let stopping = false
  let reviving: Promise<void> = Promise.resolve()
  const watch = () =>
    child.once('exit', (code, signal) => {
      if (stopping) return
      onChange(
        `The embedded PostgreSQL ended by itself (${signal ?? `status ${code}`}): it is started again.`,
      )
      reviving = revive()
    })
  const revive = async () => {
    for (let attempt = 0; !stopping; attempt++) {
      await pause(againMillis[Math.min(attempt, againMillis.length - 1)] ?? 0)
      try {
        if (!stopping) child = await begin(port)
      } catch (error) {
        onChange(error instanceof Error ? error.message : String(error))
        continue
      }
      if (stopping) return
      onChange('The embedded PostgreSQL runs again.')
      watch()
      return
    }
  }
  watch()
  return {
    port,
    async stop() {
      stopping = true
      await reviving
      await stopChild(child)
    },
  }
}

async function beginSomewhere(
  begin: (port: number) => Promise<ChildProcess>,
): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    try {
      return { child: await begin(port), port }
    } catch (error) {
      const passes = error instanceof Error && /in use|Address already|still in use/i.test(error.message)
      if (!passes || attempt === attempts) throw error
      await pause(500)
    }
  }
}

interface Launch {
  data: string
  port: number
  log: string
  start(log: number): ChildProcess
}

async function startServer({ data, log, start }: Launch): Promise<ChildProcess> {
  await endLeftovers(data)
  const output = openSync(log, 'w', 0o600)
  let child: ChildProcess
  try {
    child = start(output)
  } finally {
    closeSync(output)
  }
  child.unref()
  let failure: SprintkeeperError | unknown = null
  let ended = false
  child.once('error', (error) => (failure = mayNotChange(error)))
  child.once('exit', () => (ended = true))
  // The file may be an earlier server's: it counts when our child has written it.
  const isReady = () => {
    const file = readPidFile(data)
    return file?.pid === child.pid && file?.isReady === true
  }
  for (let waited = 0; !isReady(); waited += 25) {
    if (failure) throw failure
    if (ended || waited > startWithinMillis) {
      child.kill('SIGKILL')
      throw serverFailure('did not start', existsSync(log) ? readFileSync(log, 'utf8') : '', data)
    }
    await pause(25)
  }
  return child
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

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  child.ref()
  child.kill('SIGINT')
  const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMillis)
  await gone
  clearTimeout(timer)
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
