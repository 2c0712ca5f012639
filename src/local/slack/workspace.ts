// The workspace in memory: its data, how they are found, who hears of changes, and the file that keeps them.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Clock } from '#platform/clock.ts'
import { newId, newSecret, nextTs } from './ids.ts'
import type { Channel, Member, StoredMessage, StoredView, WorkspaceData, WorkspaceSeed } from './types.ts'

const SAVE_DELAY_MS = 200

/** What changed, for those who show the workspace. */
export type Change =
  | { kind: 'message' | 'ephemeral'; channel: string; ts: string; user?: string }
  | { kind: 'channels' }
  | { kind: 'views' | 'home' | 'read'; user: string }

/** The workspace's data with the means to read and change them. */
export interface Workspace {
  data: WorkspaceData
  clock: Clock
  /** Modal stacks by user, the topmost last; not kept over a restart. */
  modals: Map<string, StoredView[]>
  channel(id: string): Channel | undefined
  member(id: string): Member | undefined
  message(channel: string, ts: string): StoredMessage | undefined
  /** The conversation between a person and the app; made where there is none. */
  directMessage(userId: string): Channel
  nextTs(): string
  /** Tells the listeners and saves soon. */
  changed(change: Change): void
  onChange(listener: (change: Change) => void): () => void
  fileBytes(id: string): Buffer | undefined
  putFileBytes(id: string, bytes: Buffer): void
  /** Writes what is unsaved. */
  flush(): void
}

/**
 * Opens a workspace: from its file where there is one, else from the seed. Members, channels and memberships that the seed
 * has and the file lacks are added.
 * @throws SyntaxError or a file system error naming the file when it cannot be read as JSON
 */
export function openWorkspace(seed: WorkspaceSeed, clock: Clock, dataFile?: string): Workspace {
  const loaded = loadData(dataFile)
  const data = loaded ?? withoutPeople(seed)
  if (data.story?.kind !== 'own') applySeed(data, seed, clock)
  const listeners = new Set<(change: Change) => void>()
  const bytesById = new Map<string, Buffer>()
  const filesFolder = dataFile && join(dirname(dataFile), 'files')
  let timer: NodeJS.Timeout | undefined
  // Nothing is written that was only read: another process may be at the same file.
  let isSaved = loaded !== null

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (dataFile && !isSaved) saveData(dataFile, data)
    isSaved = true
  }
  const workspace: Workspace = {
    data,
    clock,
    modals: new Map(),
    channel: (id) => data.channels.find((channel) => channel.id === id),
    member: (id) => data.members.find((member) => member.id === id),
    message: (channel, ts) => data.messages.findLast((item) => item.ts === ts && item.channel === channel),
    directMessage(userId) {
      const members = [data.app.botUserId, userId]
      const found = data.channels.find(
        (channel) => channel.isIm && members.every((id) => channel.members.includes(id)),
      )
      if (found) return found
      const channel = newChannel({ id: newId('D'), name: '', members }, clock)
      data.channels.push({ ...channel, isIm: true, isPrivate: true })
      workspace.changed({ kind: 'channels' })
      return workspace.channel(channel.id) ?? channel
    },
    nextTs: () => nextTs(data, clock),
    changed(change) {
      isSaved = false
      if (dataFile) timer ??= setTimeout(flush, SAVE_DELAY_MS)
      for (const listener of listeners) listener(change)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    fileBytes: (id) => bytesById.get(id) ?? (filesFolder ? readIfThere(join(filesFolder, id)) : undefined),
    putFileBytes(id, bytes) {
      if (!filesFolder) {
        bytesById.set(id, bytes)
        return
      }
      mkdirSync(filesFolder, { recursive: true, mode: 0o700 })
      writeFileSync(join(filesFolder, id), bytes, { mode: 0o600 })
    },
    flush,
  }
  return workspace
}

/** A workspace as its seed says, with nothing in it yet. */
export function emptyData(seed: WorkspaceSeed, clock: Clock): WorkspaceData {
  const data = withoutPeople(seed)
  applySeed(data, seed, clock)
  return data
}

function withoutPeople(seed: WorkspaceSeed): WorkspaceData {
  return {
    version: 1,
    team: seed.team,
    app: seed.app,
    tokens: {
      bot: `xoxb-local-${newSecret(12)}`,
      app: `xapp-local-${newSecret(12)}`,
      signingSecret: newSecret(),
    },
    members: [],
    channels: [],
    messages: [],
    ephemerals: [],
    homes: [],
    files: [],
    lastTs: 0,
    read: {},
  }
}

function applySeed(data: WorkspaceData, seed: WorkspaceSeed, clock: Clock): void {
  const { app } = seed
  const bot = { id: app.botUserId, name: app.name.toLowerCase(), realName: app.name, displayName: app.name }
  for (const member of [...seed.members, { ...bot, tz: 'UTC', color: app.color, isBot: true }]) {
    if (!data.members.some((known) => known.id === member.id)) data.members.push({ ...member })
  }
  for (const channel of seed.channels) {
    if (!data.channels.some((known) => known.id === channel.id))
      data.channels.push(newChannel(channel, clock))
  }
}

function newChannel(seed: WorkspaceSeed['channels'][number], clock: Clock): Channel {
  return {
    id: seed.id,
    name: seed.name,
    topic: seed.topic ?? '',
    isPrivate: seed.isPrivate ?? false,
    isIm: false,
    isArchived: false,
    members: [...seed.members],
    created: Math.floor(clock.now().getTime() / 1000),
  }
}

function loadData(dataFile: string | undefined): WorkspaceData | null {
  const bytes = dataFile && readIfThere(dataFile)
  if (!bytes) return null
  try {
    return JSON.parse(bytes.toString('utf8')) as WorkspaceData
  } catch (cause) {
    throw new SyntaxError(`${dataFile} is not a saved workspace: remove it to begin anew`, { cause })
  }
}

function saveData(dataFile: string, data: WorkspaceData): void {
  mkdirSync(dirname(dataFile), { recursive: true, mode: 0o700 })
  const partial = `${dataFile}.partial`
  writeFileSync(partial, JSON.stringify(data), { mode: 0o600 })
  renameSync(partial, dataFile)
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
