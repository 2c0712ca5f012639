// `npm start` as a person types it: until the page is there, and to its end.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Command, environmentOf } from './place.ts'

export interface Started {
  /** Of the page. */
  address: string
  said(): string
  /** Ends it by SIGTERM. @throws Error unless it ends with 0 and leaves no server */
  stop(): Promise<void>
}

const patienceMillis = 240_000
const pause = (millis: number) => new Promise((done) => setTimeout(done, millis))

/** Starts it and waits for the page and for what comes after it. @throws Error with what was said when it does not come */
export async function start(command: Omit<Command, 'line'> & { line?: string }): Promise<Started> {
  const { user, folder, environment = {}, line = 'exec npm start' } = command
  const dataDir = resolve(folder, environment.DATA_DIR ?? 'data')
  const child = spawn('sh', ['-c', line], {
    cwd: folder,
    env: { ...environmentOf(user), SANDBOX_PORT: '0', ...environment },
    ...(user.uid ? { uid: user.uid, gid: user.gid } : {}),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const ended = new Promise<number | null>((done) => child.once('close', done))
  const deadline = Date.now() + patienceMillis
  for (;;) {
    const address = /local workspace: (http:\/\/127\.0\.0\.1:\d+)/.exec(output)?.[1]
    if (address) {
      const { status } = await fetch(address)
      if (status !== 200) throw new Error(`${address} answers ${status}`)
      if (!(await isAtRest(address)) && child.exitCode === null && Date.now() < deadline) {
        await pause(250)
        continue
      }
      return { address, said: () => output, stop: () => stop(child, ended, dataDir, () => output) }
    }
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill()
      throw new Error(`npm start showed no page:\n${output.slice(-4_000)}`)
    }
    await pause(100)
  }
}

/** The product is there and does nothing by itself; a version without the page's stage shows the page when it is so. */
async function isAtRest(address: string): Promise<boolean> {
  const snapshot = await fetch(`${address}/snapshot`).then((response) => response.json())
  const { stage } = snapshot as { stage?: { isStarting: boolean; doing: string } }
  return !stage || (!stage.isStarting && stage.doing === '')
}

async function stop(
  child: ChildProcess,
  ended: Promise<number | null>,
  dataDir: string,
  said: () => string,
): Promise<void> {
  // npm hands no signal on to what it runs: the process itself is asked, by the id in its lock.
  const { pid } = JSON.parse(readFileSync(join(dataDir, 'sprintkeeper.lock'), 'utf8')) as { pid: number }
  const server = Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGTERM')
  const status = await ended
  if (status !== 0)
    throw new Error(`npm start ended with ${status ?? child.signalCode}:\n${said().slice(-4_000)}`)
  try {
    process.kill(server, 0)
  } catch {
    return
  }
  throw new Error(`npm start left its PostgreSQL running (process ${server})`)
}
