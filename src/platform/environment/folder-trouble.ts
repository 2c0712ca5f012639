// What is wrong with a folder that the environment names, in words, for `npm start`, the commands and `doctor` alike.
import { randomBytes } from 'node:crypto'
import { statfsSync } from 'node:fs'
import { chmod, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { SprintkeeperError } from '#platform/errors.ts'
import { codeOf, wordsOf } from './code-of.ts'

export type FolderVariable = 'DATA_DIR' | 'PLANS_DIR'

const causes: Record<string, string> = {
  ENOENT: 'is not there',
  ENOTDIR: 'is not a folder, or a part of its path is a file',
  EEXIST: 'is a file, and a folder is needed',
  EACCES: 'is closed to',
  EPERM: 'is closed to',
  EROFS: 'is on a file system that is read-only',
  ENOSPC: 'has no space left',
  EDQUOT: 'has no space left in the quota of',
  ENAMETOOLONG: 'has a longer name than the file system allows',
  ELOOP: 'is a link that leads back to itself',
  EIO: 'is on a disk that fails',
}

const cures: Record<FolderVariable, string> = {
  DATA_DIR: 'Set DATA_DIR to a folder that can be written to and has 100 MB of space, or mend this one.',
  PLANS_DIR: 'Set PLANS_DIR to the folder of your plans, or make it; it is looked for again every 5 seconds.',
}

export function folderTrouble(error: unknown, variable: FolderVariable, path: string): SprintkeeperError {
  if (error instanceof SprintkeeperError) return error
  const code = codeOf(error) ?? ''
  const what = causes[code]
  const whom = what?.match(/(to|of)$/) ? ` the user ${userName()}` : ''
  const free = code === 'ENOSPC' ? freeSpace(path) : ''
  const text = what ? `${what}${whom}${free}` : `cannot be used: ${wordsOf(error)}`
  return new SprintkeeperError(
    'folder_unusable',
    `${variable} (${resolve(path)}) ${text}.`,
    cures[variable],
    {
      cause: error,
    },
  )
}

/** What has room for less than this is full: the embedded server would stop at its next write. */
const probeBytes = 64 * 1024

// Where root's server runs as another user by its path (all but Linux), that user has to get through.
const newFolderMode = process.platform !== 'linux' && process.getuid?.() === 0 ? 0o711 : 0o700

/** What a version before 0.2 made readable by all. */
const ownersAlone: [name: string, mode: number][] = [
  ['workspace.json', 0o600],
  ['clock.json', 0o600],
  ['files', 0o700],
]

/**
 * Makes the data folder where it is missing, for its owner alone, and proves that it can be written to. A folder that is
 * there keeps its mode: it may hold more than our data. What we keep in it is closed to others.
 *
 * @throws SprintkeeperError `folder_unusable`
 */
export async function prepareDataFolder(path: string): Promise<void> {
  const probe = join(path, `.probe-${randomBytes(4).toString('hex')}`)
  try {
    await mkdir(path, { recursive: true, mode: newFolderMode })
    for (const [name, mode] of ownersAlone) await closeToOthers(join(path, name), mode)
    const file = await open(probe, 'wx', 0o600)
    try {
      await file.writeFile(Buffer.alloc(probeBytes))
    } finally {
      await file.close()
      await rm(probe, { force: true })
    }
  } catch (error) {
    throw folderTrouble(error, 'DATA_DIR', path)
  }
}

async function closeToOthers(path: string, mode: number): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found && found.mode & 0o077) await chmod(path, mode)
}

/** Why the folder of plans cannot be read; null: it can. */
export async function plansFolderTrouble(path: string): Promise<SprintkeeperError | null> {
  try {
    await readdir(path)
    return null
  } catch (error) {
    return folderTrouble(error, 'PLANS_DIR', path)
  }
}

/** Who has no entry in /etc/passwd has a number only, and userInfo() throws. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? '')
  }
}

function freeSpace(path: string): string {
  try {
    const { bavail, bsize } = statfsSync(path)
    return `: ${(Number(bavail * bsize) / 1e6).toFixed(1)} MB are free`
  } catch {
    return ''
  }
}
