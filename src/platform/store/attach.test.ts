// A command finds the embedded server of a running process, and none when nothing runs.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, it } from 'vitest'
import { runningEmbedded } from './attach.ts'
import { startEmbedded } from './embedded.ts'

it('gives the address of the server while it runs, and nothing before and after', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sprintkeeper-'))
  try {
    expect(runningEmbedded(folder)).toBeNull()
    const server = await startEmbedded(folder)
    try {
      const client = new pg.Client({ connectionString: runningEmbedded(folder) ?? '' })
      await client.connect()
      const { rows } = await client.query('select current_database() as name')
      await client.end()
      expect(rows).toEqual([{ name: 'sprintkeeper' }])
    } finally {
      await server.stop()
    }
    expect(runningEmbedded(folder)).toBeNull()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
