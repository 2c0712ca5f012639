import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import project from '../../package.json' with { type: 'json' }
import { checkTag, sectionOf } from '../../tools/changelog.ts'

const changelog = `# Changes

A line a change.

## Unreleased
- Something new.

## 1.10.0 (2026-11-30)
- Ten.
- And more: \`## not a heading\`.

### Kept inside
- A sub-heading is part of it.

## 1.1.0
- One.

## 1.0.0

`

describe('the section of a tag', () => {
  it('is what stands between its heading and the next', () => {
    expect(sectionOf(changelog, 'v1.10.0')).toBe(
      '- Ten.\n- And more: `## not a heading`.\n\n### Kept inside\n- A sub-heading is part of it.',
    )
  })

  it('is not that of a version that begins alike', () => {
    expect(sectionOf(changelog, 'v1.1.0')).toBe('- One.')
  })

  it('is found in a file with the line ends of Windows', () => {
    expect(sectionOf(changelog.replaceAll('\n', '\r\n'), 'v1.1.0')).toBe('- One.')
  })

  it.each([
    ['v1.2.0', 'no section "## 1.2.0", but: Unreleased, 1.10.0, 1.1.0, 1.0.0'],
    ['v1.1', 'no section "## 1.1"'],
    ['v1.0.0', 'nothing under "## 1.0.0"'],
  ])('fails for %s, and says what was found', (tag, says) => {
    expect(() => sectionOf(changelog, tag)).toThrow(says)
  })

  it('fails where it stands twice', () => {
    expect(() => sectionOf(`${changelog}\n## 1.1.0\n- Again.\n`, 'v1.1.0')).toThrow('two sections "## 1.1.0"')
  })
})

it('a tag is the version of package.json', () => {
  expect(() => checkTag('v1.2.3', '1.2.3')).not.toThrow()
  expect(() => checkTag('1.2.3', '1.2.3')).toThrow('must be v1.2.3')
  expect(() => checkTag('v1.2.4', '1.2.3')).toThrow('package.json states 1.2.3')
  expect(() => checkTag('', '1.2.3')).toThrow('The tag is missing')
})

describe('node tools/release-notes.ts', () => {
  const script = join(import.meta.dirname, '../../tools/release-notes.ts')
  const run = (tag: string): string =>
    execFileSync(process.execPath, [script, tag], { encoding: 'utf8', stdio: 'pipe' })

  it('prints the section of the present version', () => {
    expect(run(`v${project.version}`)).toMatch(/^- /)
  })

  it('ends with 1 for another', () => {
    expect(() => run('v99.0.0')).toThrow('package.json states')
  })
})
