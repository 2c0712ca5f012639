// Whose data a data folder holds: a local workspace's, which may be begun anew, or a real one's, which nothing here erases.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SprintkeeperError } from '#platform/errors.ts'

export type FolderKind = 'local' | 'real'

const markName = 'sprintkeeper.kind'
/** What a local workspace of a version without the mark left; a real one has neither. */
const localFiles = ['clock.json', 'workspace.json']

/** Null: nothing of ours is in the folder, or it is not there. */
export function kindOf(folder: string): FolderKind | null {
  const mark = join(folder, markName)
  if (existsSync(mark)) return readFileSync(mark, 'utf8').trim() === 'local' ? 'local' : 'real'
  if (localFiles.every((name) => existsSync(join(folder, name)))) return 'local'
  return existsSync(join(folder, 'postgres')) ? 'real' : null
}

/**
 * Marks the folder before anything is put into it. Once it was a real workspace's it stays that, also when the local
 * workspace is started on it because the tokens were missing for once.
 */
export function markFolder(folder: string, starting: FolderKind): void {
  const kind = starting === 'real' || kindOf(folder) === 'real' ? 'real' : 'local'
  writeFileSync(join(folder, markName), `${kind}\n`, { mode: 0o600 })
}

/** @throws SprintkeeperError `fresh_refused` when the folder is not a local workspace's, and not empty */
export function requireLocal(folder: string): void {
  if (kindOf(folder) === 'local' || !existsSync(folder) || readdirSync(folder).length === 0) return
  throw new SprintkeeperError(
    'fresh_refused',
    `--fresh erases a local workspace, and ${folder} is not one's: it may hold the data of a real workspace or files of yours.`,
    'Start without --fresh, or set DATA_DIR to another folder. To erase this one, remove it by hand.',
  )
}
