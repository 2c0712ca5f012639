// The committed client is what `npm run generate` makes of the schema: nothing builds it between install and start.
import { execFileSync } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const generated = 'src/platform/store/generated'

/** Each file's text by its path in the client. */
function textsOf(folder: string): Record<string, string> {
  const paths = globSync('**/*.ts', { cwd: join(folder, generated) }).sort()
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, generated, path), 'utf8')]))
}

it('is not stale, and names no folder of the machine that made it', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sprintkeeper-generated-'))
  try {
    for (const path of ['prisma/schema.prisma', 'prisma.config.ts', 'package.json'])
      cpSync(join(root, path), join(folder, path))
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    execFileSync(process.execPath, [join(root, 'node_modules/.bin/prisma'), 'generate'], {
      cwd: folder,
      stdio: 'pipe',
    })
    const [committed, fresh] = [textsOf(root), textsOf(folder)]
    expect(Object.keys(fresh).length).toBeGreaterThan(30)
    const stale = Object.keys({ ...committed, ...fresh }).filter((path) => committed[path] !== fresh[path])
    expect(stale, 'stale: `npm run generate`, and commit src/platform/store/generated').toEqual([])
    expect(Object.values(committed).filter((text) => text.includes(root))).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
