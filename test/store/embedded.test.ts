import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startEmbedded } from '../../src/store/embedded.ts'
import { isAlive } from '../../src/store/folder-lock.ts'

const holder = join(import.meta.dirname, '../support/hold-embedded.ts')

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
    const leftover = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(isAlive(leftover)).toBe(true)
    const server = await startEmbedded(folder)
    expect(isAlive(leftover)).toBe(false)
    expect(await query(server.connectionString, 'select note from held')).toEqual([{ note: 'by the holder' }])
    await server.stop()
  })
})
