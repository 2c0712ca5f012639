import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { kindOf, markFolder, requireLocal } from './folder-kind.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sprintkeeper-kind-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const refused = expect.objectContaining({ code: 'fresh_refused' })
const put = (name: string) => writeFileSync(join(folder, name), '{}')

it('lets --fresh have what is missing, empty, or a local workspace’s', () => {
  requireLocal(join(folder, 'missing'))
  requireLocal(folder)
  markFolder(folder, 'local')
  mkdirSync(join(folder, 'postgres'))
  requireLocal(folder)
})

it('knows a local workspace of a version without the mark', () => {
  mkdirSync(join(folder, 'postgres'))
  put('clock.json')
  put('workspace.json')
  requireLocal(folder)
  markFolder(folder, 'local')
  expect(kindOf(folder)).toBe('local')
})

it.each([
  ['a database without a local workspace', () => mkdirSync(join(folder, 'postgres'))],
  ['somebody’s files', () => put('thesis.md')],
  ['a clock alone', () => put('clock.json')],
  ['a real workspace’s mark', () => markFolder(folder, 'real')],
])('refuses %s', (_, fill) => {
  fill()
  expect(() => requireLocal(folder)).toThrow(refused)
})

it('keeps a real workspace’s folder one when it is started without tokens', () => {
  mkdirSync(join(folder, 'postgres'))
  markFolder(folder, 'local')
  put('clock.json')
  put('workspace.json')
  expect(() => requireLocal(folder)).toThrow(refused)
})

it('makes a folder that was tried locally a real workspace’s with the tokens', () => {
  markFolder(folder, 'local')
  markFolder(folder, 'real')
  markFolder(folder, 'local')
  expect(() => requireLocal(folder)).toThrow(refused)
})
