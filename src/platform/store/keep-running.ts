// The server's process: started on a free port, started again at the same one whenever it dies, and stopped.
import type { ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { serverFailure } from './server-failure.ts'
import { endLeftovers, readPidFile } from './server-processes.ts'
import { mayNotChange } from './server-user.ts'

const stopWithinMillis = 4_000
const startWithinMillis = 30_000
/** A first start may meet what passes: a port that was taken since, memory of a server that is just ending. */
const attempts = 4
/** Between two attempts to bring a dead server back. */
const againMillis = [100, 500, 1_000, 2_000, 5_000]

export interface Launch {
  /** The data folder. */
  data: string
  port: number
  /** The file of the server's log: of its present life only. */
  log: string
  /** Gives the start up, for a stop that comes while it goes on. */
  signal: AbortSignal
  /** Starts the program, with its output to the open file. */
  start(log: number): ChildProcess
}

/**
 * Starts the server, and again whenever it dies, until it is stopped.
 *
 * @param signal gives up the first start
 * @throws SprintkeeperError `embedded_postgres_failed`, or the signal's reason
 */
export async function keepRunning(
  begin: (port: number, signal: AbortSignal) => Promise<ChildProcess>,
  onChange: (text: string) => void,
  signal: AbortSignal,
): Promise<{ port: number; stop(): Promise<void> }> {
  const ending = new AbortController()
  const { child: first, port } = await beginSomewhere((at) => begin(at, signal))
  let child = first
  let reviving: Promise<void> = Promise.resolve()
  const died = () => {
    if (ending.signal.aborted) return
    const how = child.signalCode ?? `status ${child.exitCode}`
    onChange(`The embedded PostgreSQL ended by itself (${how}): it is started again.`)
    reviving = revive()
  }
  const watch = () => {
    if (hasEnded(child)) died()
    else child.once('exit', died)
  }
  const revive = async () => {
    for (let attempt = 0; !ending.signal.aborted; attempt++) {
      await pause(againMillis[Math.min(attempt, againMillis.length - 1)] ?? 0)
      try {
        if (!ending.signal.aborted) child = await begin(port, ending.signal)
      } catch (error) {
        if (!ending.signal.aborted) onChange(error instanceof Error ? error.message : String(error))
        continue
      }
      if (ending.signal.aborted) return
      onChange('The embedded PostgreSQL runs again.')
      watch()
      return
    }
  }
  watch()
  return {
    port,
    async stop() {
      ending.abort()
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

/**
 * Starts the server and waits until it takes connections.
 *
 * @throws SprintkeeperError `embedded_postgres_failed`; the signal's reason once the server that was starting is gone
 */
export async function startServer({ data, log, signal, start }: Launch): Promise<ChildProcess> {
  await endLeftovers(data)
  const output = openSync(log, 'w', 0o600)
  let child: ChildProcess
  try {
    child = start(output)
  } finally {
    closeSync(output)
  }
  child.unref()
  let failure: unknown = null
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
    if (signal.aborted) {
      await stopChild(child)
      throw signal.reason
    }
    if (ended || waited > startWithinMillis) {
      child.kill('SIGKILL')
      throw serverFailure('did not start', existsSync(log) ? readFileSync(log, 'utf8') : '', data)
    }
    await pause(25)
  }
  return child
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

async function stopChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
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
