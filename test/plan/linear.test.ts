// Work grows with length and no faster, whatever is repeated. Counted, not timed: how often the reader's functions and branches run.
import { Session } from 'node:inspector'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parsePlan } from '#plan/parse.ts'

const session = new Session()

function post<T>(method: string, params: object = {}): T {
  let answer: T | undefined
  session.post(method, params, (error, result) => {
    if (error) throw error
    answer = result as T
  })
  return answer as T
}

interface Coverage {
  result: { url: string; functions: { ranges: { count: number }[] }[] }[]
}

beforeAll(() => {
  session.connect()
  post('Profiler.enable')
  post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
})

afterAll(() => {
  post('Profiler.stopPreciseCoverage')
  session.disconnect()
})

const encode = (text: string) => new TextEncoder().encode(text)

/** Runs of functions and branches of src/plan while a text is read. */
function workOf(text: string): number {
  const bytes = encode(text)
  post<Coverage>('Profiler.takePreciseCoverage')
  parsePlan(bytes, { path: 'plan.md', referenceDate: '2026-11-21' })
  let sum = 0
  for (const script of post<Coverage>('Profiler.takePreciseCoverage').result)
    if (script.url.includes('/src/plan/'))
      for (const fn of script.functions) for (const range of fn.ranges) sum += range.count
  return sum
}

/** What the second half of a text costs, beside its first half: about 1 where work is linear, 3 where it is quadratic. */
function growth(lines: (i: number) => string, head: string, count: number): number {
  const text = (n: number) => `${head}${Array.from({ length: n }, (_, i) => lines(i)).join('\n')}\n`
  workOf(text(count))
  const [half, whole] = [workOf(text(count)), workOf(text(2 * count))]
  return (whole - half) / half
}

/** Caches fill and lists are sampled in the first half; a step of work that looks at all before it makes 3 of 1. */
const MOST = 1.5

const HEADS = ['', '# Plan\n\n## Sprint 1\n\n### Tasks\n', '# Plan\n\n## Ceremonies\n']

const SHAPES: Record<string, (i: number) => string> = {
  'one task': () => '- [ ] Write the importer (3 pts) @ana',
  'numbered tasks': (i) => `- [ ] Task ${i} do it`,
  'keyed tasks': (i) => `- [ ] A-${i}: do it`,
  'one key': () => '- [ ] A-1: do it',
  'numbered boxes': () => '1. [ ] Do it',
  'conflict markers': () => '<<<<<<< HEAD\n- a\n=======\n- b\n>>>>>>> x',
  'open conflicts': () => '<<<<<<< HEAD',
  'dated stand-ups': (i) => `- Daily stand-up 9:30 on May ${(i % 28) + 1}`,
  'stand-ups at many hours': (i) => `- Daily stand-up ${i % 24}:${10 + (i % 50)}`,
  'labelled stand-ups': (i) => `**Daily stand-up ${i}:** 9:30`,
  'stand-ups with channels': (i) => `- Stand-up: daily 9:30 #channel-${i}`,
  'zones of several meanings': () => '- Stand-up 9:30 IST',
  'sprint headings': (i) => `## Sprint ${i}\n- [ ] Do ${i}`,
  'one sprint heading': () => '## Sprint 1',
  'weeks with work': (i) => `## Week ${i}\n- [ ] Do ${i}`,
  'stories in headings': (i) =>
    `### Story ${i}: Do it\nAs a user I want it\n**Acceptance criteria:**\n- it works`,
  'one story in headings': () => '### Task 1: Do it',
  'parents with one task each': (i) => `## Part ${'abcdefghij'[i % 10]}${i}\n### Task 1: Word${i} other${i}`,
  'bold labels': (i) => `**US-${i} | Do** — *5 pts*`,
  'one bold label': () => '**Task:** Do',
  'a table': (i) => (i === 0 ? '| Task | Points |\n|---|---|' : '| Do it | 3 |'),
  'a keyed table': (i) => (i === 0 ? '| Key | Task | Points |\n|---|---|---|' : `| A-${i} | Do it | 3 |`),
  'a table of one key': (i) => (i === 0 ? '| Key | Task |\n|---|---|' : '| A-1 | Do it |'),
  'many tables': () => '| Key | Task |\n|---|---|\n| A-2 | Again |\n',
  risks: (i) => `- Risk ${i}: fire`,
  prose: () => 'We meet every weekday at 9:30 for stand-up.',
  people: (i) => `- Dev: Person ${i}`,
  'people and their work': (i) => `## Team\n- Dev: Ann${i}\n## Ann${i}\n- [ ] Do it`,
  totals: () => 'Total: 30 pts',
  comments: () => '<!-- note -->',
  'open comments in tasks': () => '- a <!-- note',
  'comments with directives': () => '<!-- sprintkeeper: work -->\n- a',
  'percent comments': () => '%% note',
  folds: () => '<details><summary>Notes</summary>',
  fences: () => '```\ncode\n```',
  'open fences': () => '````',
  quotes: () => '> - [ ] a',
  rules: () => 'Title\n---',
  'ambiguous dates': () => '- Review: 03/04/2026 10:00',
  'two meetings': () => '- Review Fri 14:00, retro right after',
  placeholders: () => 'TBD',
  mojibake: () => 'â€“ a',
}

describe('work', () => {
  it.each(Object.keys(SHAPES))('is linear in %s', (name) => {
    const shape = SHAPES[name] as (i: number) => string
    for (const head of HEADS) expect(growth(shape, head, 150)).toBeLessThan(MOST)
  })

  it('is linear in shapes that are put together at random', () => {
    const shapes = fc.array(fc.constantFrom(...Object.values(SHAPES)), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(shapes, fc.constantFrom(...HEADS), (parts, head) => {
        expect(growth((i) => (parts[i % parts.length] as (i: number) => string)(i), head, 160)).toBeLessThan(
          MOST,
        )
      }),
      { numRuns: 25 },
    )
  })
})
