// Runs the command line as a user does: a process of its own, its output, its exit status.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

export interface Ran {
  status: number | null
  out: string
  err: string
}

const main = join(import.meta.dirname, '../../src/cli/main.ts')

/** `sprintkeeper ARGUMENTS` with this environment and nothing else of ours in it. */
export function sprintkeeper(
  args: string[],
  environment: Record<string, string> = {},
  input = '',
): Promise<Ran> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH ?? '', NODE_NO_WARNINGS: '1', ...environment },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => (out += String(chunk)))
  child.stderr.on('data', (chunk) => (err += String(chunk)))
  child.stdin.end(input)
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (status) => done({ status, out, err }))
  })
}
