// `npm start` as a user runs it: a process of its own with nothing configured but where its data goes.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Snapshot, StageShown } from '#local/snapshot.ts'
import { isAlive } from '#platform/store/folder-lock.ts'
import { readPidFile } from '#platform/store/server-processes.ts'
import { serverPid } from './support/server-pid.ts'

const root = join(import.meta.dirname, '..')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
/** What `npm start` runs after "node". */
const command: string[] = scripts.start.split(' ').slice(1)
let folder: string
let running: ChildProcess[] = []

interface Started {
  child: ChildProcess
  address: string
  log(): string
}

function run(
  environment: Record<string, string>,
  ...parameters: string[]
): { child: ChildProcess; output(): string } {
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: folder,
    SANDBOX_PORT: '0',
    LOG_LEVEL: 'info',
    ...environment,
  }
  const child = spawn(process.execPath, [...command, ...parameters], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)))
  return { child, output: () => output }
}

async function start(environment: Record<string, string> = {}, ...parameters: string[]): Promise<Started> {
  const { child, output } = run(environment, ...parameters)
  for (;;) {
    const address = /local workspace: (http:\/\/127\.0\.0\.1:\d+)/.exec(output())?.[1]
    if (address) return { child, address, log: output }
    if (child.exitCode !== null) throw new Error(`it ended:\n${output()}`)
    await new Promise((done) => setTimeout(done, 100))
  }
}

async function stageOf({ address }: Started): Promise<StageShown> {
  const response = await fetch(`${address}/snapshot`)
  return ((await response.json()) as Snapshot).stage
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 100))
}

/** The product is there, and the invented teams have lived through their first days. */
const lived = (started: Started) =>
  until(async () => {
    const { isStarting, doing } = await stageOf(started)
    return !isStarting && doing === ''
  })

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
  return child.exitCode
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sprintkeeper-start-'))
})
afterEach(async () => {
  for (const child of running)
    if (child.exitCode === null && child.signalCode === null) await end(child, 'SIGTERM')
  running = []
  rmSync(folder, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** Proportional memory of the process and of the embedded server with its children, in MB. */
function memoryOf(pid: number, server: number): number {
  const processes = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const all = [pid, server, ...processes.flatMap(([id, parent]) => (id && parent === server ? [id] : []))]
  const kilobytes = all.map((id) =>
    Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1]),
  )
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024
}

// A first start lives through two days (src/local/first-days.ts): seconds on a quiet machine, a minute on a busy one.
describe('npm start', { timeout: 240_000 }, () => {
  it('shows a living workspace with nothing configured, keeps it between starts, and ends cleanly', async () => {
    const port = await freePort()
    const first = await start({ PORT: String(port) })
    expect((await fetch(first.address)).status).toBe(200)
    await lived(first)
    expect(await (await fetch(`http://127.0.0.1:${port}/health`)).json()).toMatchObject({ ok: true })
    const server = await serverPid(folder)
    if (existsSync('/proc/self/smaps_rollup'))
      // Idle, as docs/operating.md says: connections that the first days needed are given back after some seconds.
      await expect
        .poll(() => memoryOf(first.child.pid ?? 0, server), { timeout: 60_000, interval: 1000 })
        .toBeLessThan(350)
    expect(first.log()).not.toMatch(/did not get to act|access refused/)
    expect(await end(first.child, 'SIGTERM')).toBe(0)
    expect(isAlive(server)).toBe(false)
    expect(existsSync(join(folder, 'sprintkeeper.lock'))).toBe(false)
    expect(first.log()).toContain('plan imported')
    const second = await start()
    await lived(second)
    expect(second.log()).not.toContain('plan imported')
    expect(await end(second.child, 'SIGINT')).toBe(0)
    const third = await start({}, '--fresh', join(root, 'plans/tidepool-mobile-sprint-9.md'))
    await until(async () => (await stageOf(third)).kind === 'own')
    expect(third.log()).not.toContain('plan imported')
  })

  it('ended while it starts leaves no server behind, and can be started again', async () => {
    for (const wait of [0, 500, 1500, 3000]) {
      const { child } = await start()
      await new Promise((done) => setTimeout(done, wait))
      const server = readPidFile(join(folder, 'postgres'))?.pid ?? 0
      expect(await end(child, 'SIGTERM'), `after ${wait} ms`).toBe(0)
      expect(server > 1 && isAlive(server), `after ${wait} ms`).toBe(false)
      expect(readPidFile(join(folder, 'postgres'))).toBeNull()
    }
    const last = await start()
    await until(async () => !(await stageOf(last)).isStarting)
    expect(await end(last.child, 'SIGTERM')).toBe(0)
  })

  it('tells a second process on the same data who holds it', async () => {
    const { child } = await start({ PLANS_DIR: folder })
    const second = run({})
    await once(second.child, 'exit')
    expect(second.child.exitCode).toBe(1)
    expect(second.output()).toContain(`in use by process ${child.pid}`)
    expect(second.output()).toContain('DATA_DIR')
  })

  it('exits with 2 on a wrong value, and names it', async () => {
    const { child, output } = run({ PORT: 'http' })
    await once(child, 'exit')
    expect(child.exitCode).toBe(2)
    expect(output()).toContain('PORT: expected a port from 0 to 65535, received "http"')
    const deployed = run({ FLY_APP_NAME: 'ours' })
    await once(deployed.child, 'exit')
    expect(deployed.child.exitCode).toBe(2)
    expect(deployed.output()).toContain('Missing: SLACK_BOT_TOKEN')
    const wrong = run({}, '--frsh')
    await once(wrong.child, 'exit')
    expect(wrong.child.exitCode).toBe(2)
    expect(wrong.output()).toContain('npm start [-- --fresh]')
  })
})
