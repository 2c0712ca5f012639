import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { expand } from '#cli/plan/files.ts'

describe('the files that a verb is given', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sprintkeeper-files-'))
  mkdirSync(join(folder, 'sub/node_modules'), { recursive: true })
  for (const name of ['a.md', 'b.txt', 'c.png', 'sub/d.md', 'sub/node_modules/e.md', 'odd[1].md'])
    writeFileSync(join(folder, name), '')
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const names = (...paths: string[]) =>
    expand(paths.map((path) => join(folder, path))).map((path) => path.slice(folder.length + 1))

  it('are the plans of a folder, deeply', () => {
    expect(names('.')).toEqual(['a.md', 'b.txt', 'odd[1].md', 'sub/d.md'])
  })

  it('are what a pattern matches', () => {
    expect(names('**/d.md', '[ab].*')).toEqual(['sub/d.md', 'a.md', 'b.txt'])
  })

  it('are themselves, also with brackets in the name, and when they are not there', () => {
    expect(names('odd[1].md', 'nothing.md', 'nothing*.md')).toEqual([
      'odd[1].md',
      'nothing.md',
      'nothing*.md',
    ])
    expect(expand(['-'])).toEqual(['-'])
  })
})
