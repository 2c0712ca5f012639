// The embedded PostgreSQL: server programs from npm, run as a child with its data in one folder, and started again when
// it dies.
import { chmodSync, readdirSync, rmSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { folderTrouble } from '#platform/environment/folder-trouble.ts'
import { lockFolder, lockName } from './folder-lock.ts'
import { keepRunning, startServer } from './keep-running.ts'
import { withConnection } from './one-connection.ts'
import { isCluster, makeCluster, readPassword, superuser } from './server-cluster.ts'
import { endLeftovers } from './server-processes.ts'
import { findPrograms, type ServerPrograms } from './server-programs.ts'
import { folderFor, nameOf, run, type ServerUser, serverUserOf } from './server-user.ts'

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
  /** Told when the folder is held: no other process is at its files from then on. */
  onHeld?: () => void
  /** Told when the server died and when it is back, in words. */
  onChange?: (text: string) => void
  /** Gives the start up. */
  signal?: AbortSignal
}

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
 *   `embedded_postgres_failed` when the server cannot be made or started, `folder_unusable`;
 *   the signal's reason when the start was given up: no server runs then, and the folder is free
 */
export async function startEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  return begun(folder, options).catch((error: unknown) => {
    // What Node says of a file of the folder, such as one of another user's.
    const ofFile = error instanceof Error && 'syscall' in error && 'path' in error
    throw ofFile ? folderTrouble(error, 'DATA_DIR', folder) : error
  })
}

async function begun(folder: string, options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { signal: givenUp = new AbortController().signal } = options
  givenUp.throwIfAborted()
  forgetOtherServers()
  await mkdir(folder, { recursive: true })
  const unlock = lockFolder(folder)
  options.onHeld?.()
  try {
    const data = resolve(folder, 'postgres')
    await endLeftovers(data)
    const password = await readPassword(folder)
    if (!isCluster(data)) await makeCluster(data, password, givenUp)
    const user = serverUserOf(data)
    // A copy made without its modes, as of a backup: PostgreSQL wants its folder closed to others.
    if (statSync(data).mode & 0o027) chmodSync(data, 0o700)
    const programs = await findPrograms(user)
    const begin = (port: number, signal: AbortSignal) =>
      startServer({
        port,
        signal,
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
    const { port, stop } = await keepRunning(begin, options.onChange ?? (() => {}), givenUp)
    const connectionString = `postgresql://${superuser}:${password}@127.0.0.1:${port}/sprintkeeper`
    try {
      givenUp.throwIfAborted()
      await createDatabase(connectionString)
      givenUp.throwIfAborted()
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

/** `pg` adds what a host's own PostgreSQL needs, such as PGOPTIONS, to every connection: here all is in our address. */
function forgetOtherServers(): void {
  for (const name of Object.keys(process.env)) if (/^PG[A-Z]+$/.test(name)) delete process.env[name]
}

/** {@link EmbeddedServer.peculiarities} of a folder whose server another process runs. */
export async function peculiaritiesOf(folder: string): Promise<string | null> {
  const user = serverUserOf(resolve(folder, 'postgres'))
  return inWords(user, await findPrograms(user))
}

function inWords(user: ServerUser, { copiedTo }: ServerPrograms): string | null {
  const words = [
    user ? `run as ${nameOf(user)}` : null,
    copiedTo ? `its programs copied to ${copiedTo}` : null,
  ]
  return words.filter(Boolean).join(', ') || null
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

async function createDatabase(connectionString: string): Promise<void> {
  await withConnection(connectionString.replace(/\/[^/]*$/, '/postgres'), async (client) => {
    const found = await client.query("select 1 from pg_database where datname = 'sprintkeeper'")
    if (found.rowCount === 0) await client.query('create database sprintkeeper')
  })
}
