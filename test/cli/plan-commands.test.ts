// The commands that read plans: output, formats, repairs and exit statuses, run as a person runs them.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const entry = new URL('../../src/cli/main.ts', import.meta.url).pathname
let folder: string
const path = (name: string) => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sprintkeeper-plan-'))
  writeFileSync(
    path('good.md'),
    '# Sprint 1 (2026-12-07 – 2026-12-18)\n\n- [ ] A-1 Build (3 pts)\n- [ ] A-2 Test (2 pts)\n',
  )
  writeFileSync(path('warn.md'), '# Sprint 1\n\n**Owner:** TBD\n\n## Tasks\n\n- Build\n')
  writeFileSync(path('binary.md'), new Uint8Array([0, 1, 2, 3]))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(args: string[], input = ''): { status: number; out: string; err: string } {
  try {
    return {
      status: 0,
      out: execFileSync(process.execPath, [entry, 'plan', ...args], {
        encoding: 'utf8',
        input,
        stdio: ['pipe', 'pipe', 'pipe'],
      }),
      err: '',
    }
  } catch (error) {
    const failed = error as { status: number; stdout: string; stderr: string }
    return { status: failed.status, out: failed.stdout, err: failed.stderr }
  }
}

describe('plan show', () => {
  it('prints one line of plan JSON a file, and nothing else', () => {
    const { status, out } = run(['show', '--json', path('good.md'), path('warn.md')])
    const files = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(status).toBe(0)
    expect(files.map((file) => [file.version, file.plans[0].sprints[0].items.length])).toEqual([
      [1, 2],
      [1, 1],
    ])
  })
  it('prints a summary for people', () => {
    expect(run(['show', path('good.md')]).out).toContain('A-1 Build  [3 points]')
  })
  it('reads standard input', () => {
    expect(run(['show', '-'], '# Sprint 9\n\n- Go\n').out).toContain('Sprint 9')
  })
  it('ends with 1 on an error in the file, 2 on a file that is not there, 2 on wrong usage', () => {
    expect(run(['show', '--json', path('binary.md')]).status).toBe(1)
    expect(run(['show', path('none.md')])).toMatchObject({
      status: 2,
      err: expect.stringContaining('there is no such file'),
    })
    expect(run(['show', '--nonsense', path('good.md')]).status).toBe(2)
  })
})

describe('plan check', () => {
  it('shows place, line and hint', () => {
    const { status, out } = run(['check', path('warn.md')])
    expect(status).toBe(0)
    expect(out).toContain(`${path('warn.md')}:3:12 warning placeholder: “TBD” was never filled in.`)
    expect(out).toContain('  3 | **Owner:** TBD\n    |            ^\n  hint: Replace it, or remove the line.')
    expect(out).toContain('1 file: 0 errors, 1 warning, 0 notes')
  })
  it('fails over --max-warnings', () => {
    expect(run(['check', '--max-warnings', '1', path('warn.md')]).status).toBe(0)
    expect(run(['check', '--max-warnings', '0', path('warn.md')]).status).toBe(1)
    expect(run(['check', '--max-warnings', 'few', path('warn.md')]).status).toBe(2)
  })
  it('writes JSON, GitHub annotations and SARIF', () => {
    expect(JSON.parse(run(['check', '--format', 'json', path('warn.md')]).out)).toMatchObject([
      { code: 'placeholder', line: 3 },
    ])
    expect(run(['check', '--format', 'github', path('warn.md')]).out).toMatch(
      /^::warning file=.*warn\.md,line=3,col=12,endLine=3,title=placeholder::“TBD”/,
    )
    expect(JSON.parse(run(['check', '--format', 'sarif', path('warn.md')]).out)).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'placeholder', level: 'warning' }] }],
    })
    expect(run(['check', '--format', 'xml', path('warn.md')]).status).toBe(2)
  })
  it('reads the plans of a folder', () => {
    expect(run(['check', folder]).out).toContain('3 files: 1 error')
  })
  it('repairs a file, or shows the repair as a diff', () => {
    const broken = '\ufeff# Sprint 1 â€“ Start\n\n- Build\n'
    writeFileSync(path('broken.md'), broken)
    const dry = run(['check', '--fix', '--dry-run', path('broken.md')])
    expect(dry.out).toContain('+# Sprint 1 – Start')
    expect(readFileSync(path('broken.md'), 'utf8')).toBe(broken)
    run(['check', '--fix', path('broken.md')])
    expect(readFileSync(path('broken.md'), 'utf8')).toBe('# Sprint 1 – Start\n\n- Build\n')
    rmSync(path('broken.md'))
  })
})

describe('plan explain', () => {
  it('says what became of a line and by which rule', () => {
    expect(run(['explain', `${path('good.md')}:3`]).out).toContain('items: Build')
    expect(run(['explain', `${path('good.md')}:1`]).out).toContain('sprint.heading')
  })
  it('refuses a place that is none', () => {
    expect(run(['explain', path('good.md')]).status).toBe(2)
    expect(run(['explain', `${path('good.md')}:99`])).toMatchObject({
      status: 2,
      err: expect.stringContaining('lines 1 to 4'),
    })
  })
})
