// The places and users of `npm run anywhere`, and what removes them again.
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

export interface User {
  name: string
  uid: number
  gid: number
  home: string
}

export const root: User = { name: 'root', uid: 0, gid: 0, home: '/root' }
const source = resolve(import.meta.dirname, '../..')
/** npm's own variables and those of this script's caller stay out; the way to the network is the caller's. */
const kept = /^(https?_proxy|no_proxy|node_extra_ca_certs|ssl_cert_file)$/i
const registry = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim()

const cleanUps: (() => void)[] = []

/** Calls back at the end of the script, the last first. */
export const atEnd = (cleanUp: () => void): number => cleanUps.push(cleanUp)

export function cleanUp(): void {
  for (const each of cleanUps.splice(0).reverse())
    try {
      each()
    } catch (error) {
      console.error(`Not cleaned up: ${error instanceof Error ? error.message : error}`)
    }
}

/** A new ordinary user with a home folder of mode 0700. */
export function makeUser(name: string): User {
  execFileSync('useradd', ['--create-home', '--shell', '/bin/sh', name])
  atEnd(() => execFileSync('userdel', ['--remove', name], { stdio: 'ignore' }))
  const [, , uid, gid, , home = ''] = execFileSync('getent', ['passwd', name], { encoding: 'utf8' }).split(
    ':',
  )
  execFileSync('chmod', ['0700', home])
  atEnd(() => rmSync(`/var/tmp/sprintkeeper-${uid}`, { recursive: true, force: true }))
  return { name, uid: Number(uid), gid: Number(gid), home }
}

/** A folder that is removed at the end. */
export function makeFolder(path: string, owner: User, mode: number): string {
  mkdirSync(path, { recursive: true })
  chownSync(path, owner.uid, owner.gid)
  execFileSync('chmod', [mode.toString(8), path])
  atEnd(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 }))
  return path
}

/** What a session of the user has in its environment, and nothing of ours. */
export function environmentOf(user: User): Record<string, string> {
  const network = Object.entries(process.env).filter(([name]) => kept.test(name))
  return {
    ...(Object.fromEntries(network) as Record<string, string>),
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: user.home,
    npm_config_registry: registry,
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  }
}

export interface Command {
  user: User
  folder: string
  /** Of the shell; the folder is its working directory. */
  line: string
  environment?: Record<string, string | undefined>
}

/** Runs a shell line as the user. @throws Error with the end of its output when it fails */
export async function run({ user, folder, line, environment = {} }: Command): Promise<string> {
  const child = spawn('sh', ['-c', line], {
    cwd: folder,
    env: { ...environmentOf(user), ...environment },
    ...(user.uid ? { uid: user.uid, gid: user.gid } : {}),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const status = await new Promise((done) => child.once('close', done))
  if (status !== 0) throw new Error(`${line} ended with ${status}:\n${output.slice(-4_000)}`)
  return output
}

/** A fresh clone of the present commit, as the user. */
export async function clone(user: User, folder: string, umask = '022'): Promise<string> {
  execFileSync('sh', ['-c', 'umask "$1"; git clone -q "$2" "$3"', 'sh', umask, source, folder])
  atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, folder])
  return folder
}

/** A clone that is not installed anew: node_modules and the generated client are copied from another clone. */
export async function cloneInstalled(user: User, folder: string, installed: string): Promise<string> {
  await clone(user, folder)
  for (const part of ['node_modules', 'src/platform/store/generated'])
    if (!existsSync(join(folder, part)))
      execFileSync('cp', ['-r', '--preserve=mode,links', join(installed, part), join(folder, part)])
  execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, folder])
  return folder
}

/** Owner, group and mode of all in the folder but of its data, and of what leads to it. */
export function ownersAndModes(folder: string): Map<string, string> {
  const of = (path: string) => {
    const { uid, gid, mode } = lstatSync(path)
    return `${uid}:${gid} ${(mode & 0o7777).toString(8)}`
  }
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const inside = names.filter((name) => !/^data(\/|$)/.test(name)).map((name) => join(folder, name))
  const above = folder.split('/').map((_, at, parts) => `/${parts.slice(1, at + 1).join('/')}`)
  return new Map([...above, ...inside].map((path) => [path, of(path)]))
}
