// An older Node says what it lacks instead of failing at the first line of TypeScript.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const project = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sprintkeeper-node-'))
  cpSync(join(root, 'src/node-version.mjs'), join(folder, 'src/node-version.mjs'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Asks as a product that brings this version of Node. */
function ask(version: string): { status: number | null; stderr: string; stdout: string } {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ optionalDependencies: { node: version } }))
  const parameters = ['--import=./src/node-version.mjs', '--eval', 'console.log("went on")']
  return spawnSync(process.execPath, parameters, { cwd: folder, encoding: 'utf8' })
}

it('names the Node that is there, the one that is needed, and what to do', () => {
  const { status, stderr, stdout } = ask('99.1.0')
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toContain('runs on Node 99 or newer')
  expect(stderr).toContain(`this is Node ${process.versions.node} (${process.execPath})`)
  expect(stderr).toContain('npm ci')
})

it('is silent on the version that the package brings, and on a newer one', () => {
  const [major = 0] = process.versions.node.split('.').map(Number)
  expect(ask(project.optionalDependencies.node)).toMatchObject({ status: 0, stderr: '', stdout: 'went on\n' })
  expect(ask(`${major - 1}.99.0`)).toMatchObject({ status: 0, stdout: 'went on\n' })
})

it('is asked by each command that people start', () => {
  for (const name of ['start', 'sprintkeeper'])
    expect(project.scripts[name]).toMatch(/^node --import=\.\/src\/node-version\.mjs /)
})
