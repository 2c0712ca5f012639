import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serverPid } from '#test/support/server-pid.ts'
import { startEmbedded } from './embedded.ts'
import { isAlive } from './folder-lock.ts'

const holder = join(import.meta.dirname, '../../../test/support/hold-embedded.ts')

async function query<T extends pg.QueryResultRow>(connectionString: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Another process that starts the embedded server on the folder and stays. */
async function holdElsewhere(folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [holder, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  if (!child.stdout) throw new Error('no output of the holder')
  await once(child.stdout, 'data')
  return child
}

describe('the embedded PostgreSQL', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sprintkeeper-embedded-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is made on the first start, keeps its data, and is gone after the stop', async () => {
    const first = await startEmbedded(folder)
    await query(first.connectionString, 'create table kept (note text); insert into kept values ($$here$$)')
    await first.stop()
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
    const second = await startEmbedded(folder)
    expect(await query(second.connectionString, 'select note from kept')).toEqual([{ note: 'here' }])
    await second.stop()
  })

  it('starts in a folder that only its owner can enter', async () => {
    chmodSync(folder, 0o700)
    const server = await startEmbedded(join(folder, 'inside'))
    expect(await query(server.connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
  })

  it('starts in a folder whose path is long and odd', async () => {
    const odd = join(folder, `it’s an "odd" 'path' — Übung 計画 $HOME \`x\` ${'long '.repeat(20)}end`)
    const server = await startEmbedded(odd)
    expect(await query(server.connectionString, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
  })

  it('of version 0.1.0, which has no mark of being whole, goes on', async () => {
    const first = await startEmbedded(folder)
    await query(first.connectionString, 'create table kept (note text); insert into kept values ($$here$$)')
    await first.stop()
    rmSync(join(folder, 'postgres/sprintkeeper.made'))
    const second = await startEmbedded(folder)
    expect(await query(second.connectionString, 'select note from kept')).toEqual([{ note: 'here' }])
    await second.stop()
  })

  // Only root runs the server as somebody else; CI runs as root.
  it.runIf(process.getuid?.() === 0)(
    'leaves what is outside of the data to root, and takes over a copy of it',
    async () => {
      chmodSync(folder, 0o700)
      const first = await startEmbedded(join(folder, 'data'))
      await query(first.connectionString, 'create table kept (note text); insert into kept values ($$here$$)')
      await first.stop()
      expect(statSync(folder)).toMatchObject({ uid: 0, mode: 0o40700 })
      expect(statSync(join(folder, 'data'))).toMatchObject({ uid: 0 })
      expect(statSync(join(folder, 'data/postgres')).uid).not.toBe(0)
      cpSync(join(folder, 'data'), join(folder, 'copy'), { recursive: true })
      expect(statSync(join(folder, 'copy/postgres')).uid).toBe(0)
      const second = await startEmbedded(join(folder, 'copy'))
      expect(await query(second.connectionString, 'select note from kept')).toEqual([{ note: 'here' }])
      await second.stop()
    },
  )

  it('is refused to a second process, which is told who holds the folder', async () => {
    const child = await holdElsewhere(folder)
    try {
      await expect(startEmbedded(folder)).rejects.toMatchObject({
        code: 'data_folder_held',
        message: expect.stringContaining(`process ${child.pid}`),
      })
    } finally {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    const afterwards = await startEmbedded(folder)
    await afterwards.stop()
  })

  it('left running by a killed process is stopped, and its data is there', async () => {
    const child = await holdElsewhere(folder)
    const leftover = await serverPid(folder)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(isAlive(leftover)).toBe(true)
    const server = await startEmbedded(folder)
    expect(isAlive(leftover)).toBe(false)
    expect(await query(server.connectionString, 'select note from held')).toEqual([{ note: 'by the holder' }])
    await server.stop()
  })
})
