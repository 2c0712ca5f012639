// The embedded server's process, for tests that kill it.
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readPidFile } from '#platform/store/server-processes.ts'

/**
 * Waits until the server on the folder has written its id. Its file is there a moment before that, empty, which reads as 0:
 * the id by which a signal goes to the whole group, the tests' own processes among it.
 */
export async function serverPid(folder: string): Promise<number> {
  for (;;) {
    const pid = readPidFile(join(folder, 'postgres'))?.pid ?? 0
    if (pid > 1) return pid
    await pause(25)
  }
}
