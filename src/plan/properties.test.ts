// Rules that hold for all texts: valid plan JSON, no crash, and generated plans come back as they were written.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planFile } from '#domain/plan-file.ts'
import { parsePlan } from '#plan/parse.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const parse = (bytes: Uint8Array) => parsePlan(bytes, { path: 'plan.md', referenceDate: '2026-11-21' })

/** Valid, with every place inside the file. */
function expectValid(bytes: Uint8Array): void {
  const file = parse(bytes)
  expect(planFile.parse(file)).toEqual(file)
  const last = Math.max(1, file.source.lines)
  for (const d of file.diagnostics) {
    expect(d.line).toBeLessThanOrEqual(last)
    expect(d.endLine).toBeGreaterThanOrEqual(d.line)
  }
  for (const plan of file.plans)
    for (const item of [...plan.backlog, ...plan.sprints.flatMap((sprint) => sprint.items)]) {
      expect(item.line).toBeLessThanOrEqual(last)
      expect(item.endLine).toBeLessThanOrEqual(last)
    }
  expect(file.coverage.understood).toBeLessThanOrEqual(file.coverage.contentLines)
  let before = 0
  for (const block of file.blocks) {
    expect(block.line).toBeGreaterThan(before)
    expect(block.endLine).toBeGreaterThanOrEqual(block.line)
    before = block.endLine
  }
  expect(before).toBeLessThanOrEqual(last)
}

const pieces = fc.constantFrom(
  '# Sprint 1',
  '## Sprint 2 (Jan 5 – Jan 16)',
  '## Tasks',
  '### Story 1.1: Do it (3 pts)',
  '- [ ] AB-1 Build @ann',
  '- [x] done',
  '  - nested',
  '| Key | Task | Points |',
  '| --- | --- | ---: |',
  '| A-1 | Go | 3 |',
  '|',
  '||||',
  '**AC:** it works',
  '**Owner:** Ann | **QA:** Bo',
  '```',
  '~~~',
  '> quote',
  '---',
  '===',
  '<<<<<<< HEAD',
  '=======',
  '>>>>>>> x',
  '||||||| base',
  '1. **Risk** – do',
  '## Risks',
  '- Daily 9:00–9:15 MST',
  '**Total:** 9 points',
  '<!-- note',
  '-->',
  '',
  ' ',
  '\t- tab',
  'key: value',
  '%%',
  '❌ ✅',
  '第1周 任务',
  '✅ **Ready:**',
  '- **Goal:**',
  '[x] 1.1 fence',
  '\ufeff',
  '\u0000',
  'â€™',
)

describe('any text', () => {
  it('made of a plan’s pieces gives valid plan JSON', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) =>
        expectValid(encode(lines.join(end))),
      ),
      { numRuns: 400 },
    )
  })

  it('of any characters gives valid plan JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => expectValid(encode(text))),
      { numRuns: 300 },
    )
  })

  it('of any bytes gives valid plan JSON', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => expectValid(bytes)),
      { numRuns: 300 },
    )
  })

  it('got by cutting, doubling and swapping lines of our plans gives valid plan JSON', () => {
    const folders = ['./goldens/plans/', '../../plans/'].map(
      (path) => new URL(path, import.meta.url).pathname,
    )
    const texts = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.md'))
        .map((name) => readFileSync(folder + name, 'utf8')),
    )
    const mutation = fc.record({
      text: fc.constantFrom(...texts),
      from: fc.nat(400),
      length: fc.nat(30),
      to: fc.nat(400),
      cut: fc.boolean(),
      insert: pieces,
      column: fc.nat(60),
    })
    fc.assert(
      fc.property(mutation, ({ text, from, length, to, cut, insert, column }) => {
        const lines = text.split('\n')
        const part = lines.slice(from, from + length)
        if (cut) lines.splice(from, length)
        lines.splice(to, 0, ...part)
        const at = to % lines.length
        lines[at] = (lines[at] ?? '').slice(0, column) + insert + (lines[at] ?? '').slice(column)
        expectValid(encode(lines.join('\n')))
      }),
      { numRuns: 300 },
    )
  })
})

const word = fc.constantFrom(
  'build',
  'ship',
  'paint',
  'weld',
  'map',
  'sort',
  'fold',
  'cast',
  'index',
  'cache',
  'login',
  'report',
  'vault',
  'ledger',
)
const title = fc.array(word, { minLength: 2, maxLength: 5 }).map((words) => words.join(' '))
const owner = fc.constantFrom('Ada', 'Ben', 'Cleo', 'Dan')
const story = fc.record({ title, owner, points: fc.integer({ min: 1, max: 21 }), done: fc.boolean() })
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never
const stories = fc.uniqueArray(story, { minLength: 2, maxLength: 8, selector: (s) => s.title })

/** The same stories in the shapes that teams write them in. */
const SHAPES: Record<string, (list: Story[]) => string> = {
  'a table': (list) =>
    `| Key | Story | Owner | Points | Status |\n|---|---|---|---|---|\n${list.map((s, i) => `| AB-${i + 1} | ${s.title} | ${s.owner} | ${s.points} | ${s.done ? 'Done' : 'To do'} |`).join('\n')}`,
  'a table without outer pipes': (list) =>
    `Key | Story | Owner | Points | Status\n--- | --- | --- | --- | ---\n${list.map((s, i) => `AB-${i + 1} | ${s.title} | ${s.owner} | ${s.points} | ${s.done ? 'Done' : 'To do'}`).join('\n')}`,
  'a checklist': (list) =>
    list
      .map((s, i) => `- [${s.done ? 'x' : ' '}] AB-${i + 1}: ${s.title} (${s.points} pts) @${s.owner}`)
      .join('\n'),
  'headings with fields': (list) =>
    list
      .map(
        (s, i) =>
          `### AB-${i + 1}: ${s.title}\n\n**Owner:** ${s.owner}\n**Estimate:** ${s.points} points\n**Status:** ${s.done ? 'Done' : 'To do'}\n`,
      )
      .join('\n'),
  'bold labels with fields below': (list) =>
    list
      .map(
        (s, i) =>
          `**AB-${i + 1} | ${s.title}** — *${s.points} pts*\n\n- **Owner:** ${s.owner}\n- **Status:** ${s.done ? 'Done' : 'To do'}\n`,
      )
      .join('\n'),
  'entries with nested fields': (list) =>
    list
      .map(
        (s, i) =>
          `- **AB-${i + 1}** ${s.title}\n  - Points: ${s.points}\n  - Owner: ${s.owner}\n  - Status: ${s.done ? 'Done' : 'To do'}`,
      )
      .join('\n'),
}

describe.each(Object.keys(SHAPES))('stories written as %s', (shape) => {
  it('come back with key, title, points, owner and state', () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: 1, max: 99 }), (list, number) => {
        const text = `# Team plan\n\n## Sprint ${number} (2026-01-05 – 2026-01-16)\n\n## Stories\n\n${SHAPES[shape]?.(list) ?? ''}\n`
        const sprints = parse(encode(text)).plans[0]?.sprints ?? []
        expect(sprints.map((sprint) => [sprint.number, sprint.start, sprint.end])).toEqual([
          [number, '2026-01-05', '2026-01-16'],
        ])
        const items = sprints[0]?.items.map((item) => [
          item.key,
          item.title,
          item.estimate,
          item.assignees,
          item.status === 'done',
        ])
        expect(items).toEqual(
          list.map((s, i) => [
            `AB-${i + 1}`,
            s.title,
            { value: s.points, unit: 'points' },
            [s.owner],
            s.done,
          ]),
        )
      }),
      { numRuns: 60 },
    )
  })
})

it('keeps the keys that it makes while titles stay, wherever a line is added above', () => {
  fc.assert(
    fc.property(stories, fc.nat(5), (list, lines) => {
      const plan = (gap: string) =>
        `# Sprint 1\n${gap}\n## Tasks\n\n${list.map((s) => `- ${s.title}`).join('\n')}\n`
      const keys = (text: string) => parse(encode(text)).plans[0]?.sprints[0]?.items.map((item) => item.key)
      expect(keys(plan('\nMore prose.\n'.repeat(lines)))).toEqual(keys(plan('')))
    }),
    { numRuns: 50 },
  )
})
