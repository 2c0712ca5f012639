// The embedded server and the process that started it, killed at the moments where it hurts.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serverPid } from '#test/support/server-pid.ts'
import { startEmbedded } from './embedded.ts'
import { isAlive } from './folder-lock.ts'

const holder = join(import.meta.dirname, '../../../test/support/hold-embedded.ts')

async function query<T extends pg.QueryResultRow>(connectionString: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

const pause = (millis: number) => new Promise((done) => setTimeout(done, millis))

function kill(pids: number[]): void {
  for (const pid of pids)
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
}

/** Every process that was started for the folder: its name is among the arguments, or it works inside. */
function processesOf(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        const mentions = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)
        return mentions || readlinkSync(`/proc/${pid}/cwd`).startsWith(folder)
      } catch {
        return false
      }
    })
    .map(Number)
}

describe.runIf(process.platform === 'linux')('the embedded PostgreSQL', { timeout: 240_000 }, () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sprintkeeper-killed-'))
  })
  afterEach(async () => {
    kill(processesOf(folder))
    while (processesOf(folder).length) await pause(25)
    rmSync(folder, { recursive: true, force: true })
  })

  const begin = (): ChildProcess =>
    spawn(process.execPath, [holder, folder], { stdio: ['ignore', 'pipe', 'inherit'] })

  async function startsAgain(): Promise<void> {
    const server = await startEmbedded(folder)
    expect(await query(server.connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
  }

  it.each([
    ['with everything that it started', 'all'],
    ['while its initdb goes on', 'alone'],
  ])('killed at any moment of its first start, %s, starts again', async (_, what) => {
    for (const millis of [500, 700, 900, 1_100, 1_400, 1_800]) {
      const child = begin()
      await pause(millis)
      const victims = what === 'all' ? processesOf(folder) : []
      kill([...victims, ...(child.pid ? [child.pid] : [])])
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    }
    await startsAgain()
  })

  it('given up while it is made or started, ends at once, leaves no server, and starts the next time', async () => {
    for (const afterMillis of [0, 40, 150, 400, 800, 1_200]) {
      const ending = new AbortController()
      const starting = startEmbedded(folder, { signal: ending.signal })
      const timer = setTimeout(() => ending.abort(), afterMillis)
      const outcome = await starting.then(
        async (server) => {
          clearTimeout(timer)
          await server.stop()
          return 'started'
        },
        (error: unknown) => error,
      )
      // A machine that was quicker than the timer has started it.
      if (outcome !== 'started') expect(outcome).toBe(ending.signal.reason)
      await expect.poll(() => processesOf(folder)).toEqual([])
    }
    await startsAgain()
  })

  it('begun anew where an earlier version was killed within initdb', async () => {
    const child = begin()
    while (!readdirSync(folder, { recursive: true }).some((path) => String(path).endsWith('PG_VERSION')))
      await pause(5)
    kill([...processesOf(folder), ...(child.pid ? [child.pid] : [])])
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    const made = readdirSync(folder).find((name) => name.startsWith('postgres.making'))
    if (made) {
      const { renameSync } = await import('node:fs')
      renameSync(join(folder, made), join(folder, 'postgres'))
    }
    expect(existsSync(join(folder, 'postgres/PG_VERSION'))).toBe(true)
    await startsAgain()
  })

  it('starts at once after both processes were killed, again and again, with what was stored', async () => {
    for (let round = 0; round < 4; round++) {
      const child = spawn(process.execPath, [holder, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
      if (round === 0) await once(child.stdout, 'data')
      const server = await serverPid(folder)
      process.kill(server, 'SIGKILL')
      child.kill('SIGKILL')
      await once(child, 'exit')
      const again = await startEmbedded(folder)
      expect(await query(again.connectionString, 'select note from held')).toEqual([
        { note: 'by the holder' },
      ])
      await again.stop()
      expect(isAlive(server)).toBe(false)
      expect(processesOf(folder)).toEqual([])
    }
  })

  it('is started again at the same address when it dies under the process', async () => {
    const server = await startEmbedded(folder)
    await query(server.connectionString, 'create table kept (note text); insert into kept values ($$here$$)')
    for (let round = 0; round < 3; round++) {
      process.kill(await serverPid(folder), 'SIGKILL')
      await expect
        .poll(() => query(server.connectionString, 'select note from kept').catch(() => 'none'), {
          timeout: 30_000,
        })
        .toEqual([{ note: 'here' }])
    }
    await server.stop()
    expect(processesOf(folder)).toEqual([])
  })
})
