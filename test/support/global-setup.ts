// One embedded PostgreSQL for the whole test run, with a migrated template that each test database is copied from.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '#platform/store/embedded.ts'
import { migrate } from '#platform/store/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated template database. */
    template: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'sprintkeeper-test-'))
  const flags = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }
  const server = await startEmbedded(folder, { flags })
  await migrate(server.connectionString, join(import.meta.dirname, '../../prisma/migrations'))
  project.provide('template', server.connectionString)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
