// A process of its own that tries for a folder's lock when it is told to: for each line "FOLDER" on its input it prints
// "held" or "refused", and with "free" it gives up what it holds.
import { createInterface } from 'node:readline'
import { SprintkeeperError } from '#platform/errors.ts'
import { lockFolder } from '#platform/store/folder-lock.ts'

const held: (() => void)[] = []
const attempt = (folder: string): string => {
  try {
    held.push(lockFolder(folder))
    return 'held'
  } catch (error) {
    if (error instanceof SprintkeeperError && error.code === 'data_folder_held') return 'refused'
    return `failed: ${String(error)}`
  }
}
console.log('ready')
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'free') {
    held.pop()?.()
    console.log('freed')
  } else console.log(attempt(line))
}
