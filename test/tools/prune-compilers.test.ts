// What runs after each install: it removes what the committed client does not use, and nothing else.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const client = 'src/platform/store/generated/internal/class.ts'
const runtime = 'node_modules/@prisma/client/runtime'
const used = ['query_compiler_fast_bg.postgresql.mjs', 'query_compiler_fast_bg.postgresql.wasm-base64.mjs']
let folder: string

/** An install as npm leaves it, with the names that Prisma's package has. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sprintkeeper-prune-'))
  mkdirSync(join(folder, runtime), { recursive: true })
  cpSync(join(root, client), join(folder, client))
  for (const size of ['fast', 'small'])
    for (const database of ['postgresql', 'sqlite', 'mysql', 'sqlserver', 'cockroachdb'])
      for (const kind of ['js', 'mjs', 'wasm-base64.js', 'wasm-base64.mjs'])
        writeFileSync(join(folder, runtime, `query_compiler_${size}_bg.${database}.${kind}`), '')
  for (const name of ['client.mjs', 'client.d.ts', 'index-browser.js'])
    writeFileSync(join(folder, runtime, name), '')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const prune = () => execFileSync(process.execPath, [join(root, 'tools/prune-compilers.mjs'), folder])
const left = () => readdirSync(join(folder, runtime)).sort()

it('leaves the compiler that the client imports, also when it runs again', () => {
  prune()
  expect(left()).toEqual(['client.d.ts', 'client.mjs', 'index-browser.js', ...used])
  prune()
  expect(left()).toEqual(['client.d.ts', 'client.mjs', 'index-browser.js', ...used])
})

it('removes nothing when no client says what it imports', () => {
  const before = left()
  writeFileSync(join(folder, client), 'export {}')
  prune()
  rmSync(join(folder, client))
  prune()
  expect(left()).toEqual(before)
})

it('does nothing where Prisma is not installed', () => {
  rmSync(join(folder, 'node_modules'), { recursive: true })
  expect(prune).not.toThrow()
})

it('has run in this checkout', () => {
  expect(readdirSync(join(root, runtime)).filter((name) => name.startsWith('query_compiler_'))).toEqual(used)
  expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts.postinstall).toContain(
    'tools/prune-compilers.mjs',
  )
})
