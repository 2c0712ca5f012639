// A database of its own for a test file: copied from the migrated template, dropped afterwards.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'

export interface TestDatabase {
  connectionString: string
}

/** Call at the top of a test file or a describe block. `connectionString` may be read from `beforeAll` on. */
export function useDatabase(options: { empty?: boolean } = {}): TestDatabase {
  const name = `test_${randomBytes(6).toString('hex')}`
  const database: TestDatabase = { connectionString: inject('template').replace(/[^/]+$/, name) }
  beforeAll(() => run(`create database ${name} template ${options.empty ? 'template0' : 'sprintkeeper'}`))
  afterAll(() => run(`drop database if exists ${name} with (force)`))
  return database
}

async function run(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('template').replace(/[^/]+$/, 'postgres') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
