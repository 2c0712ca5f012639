// The embedded server of another process: a command on the same machine may use it while that process runs.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './folder-lock.ts'

/** Lines of postmaster.pid (PostgreSQL, "miscadmin.h"): the port is the fourth, the state the eighth. */
const portLine = 3
const stateLine = 7

/** The address of the server that runs on the data folder; null: none runs, or it is starting. */
export function runningEmbedded(folder: string): string | null {
  const [pid, password] = [join(folder, 'postgres', 'postmaster.pid'), join(folder, 'postgres.password')]
  if (!existsSync(pid) || !existsSync(password)) return null
  const lines = readFileSync(pid, 'utf8').split('\n')
  const port = Number(lines[portLine])
  if (!isAlive(Number(lines[0]))) return null
  if (lines[stateLine]?.trim() !== 'ready' || !(port > 0)) return null
  return `postgresql://sprintkeeper:${readFileSync(password, 'utf8').trim()}@127.0.0.1:${port}/sprintkeeper`
}
