// The embedded server of another process: a command on the same machine may use it while that process runs.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './folder-lock.ts'
import { readPidFile, runsPostgres } from './server-processes.ts'

/** The address of the server that runs on the data folder; null: none runs, or it is starting. */
export function runningEmbedded(folder: string): string | null {
  const password = join(folder, 'postgres.password')
  const file = readPidFile(join(folder, 'postgres'))
  if (!file?.isReady || !(file.port > 0) || !existsSync(password)) return null
  if (!isAlive(file.pid) || !runsPostgres(file.pid)) return null
  return `postgresql://sprintkeeper:${readFileSync(password, 'utf8').trim()}@127.0.0.1:${file.port}/sprintkeeper`
}
