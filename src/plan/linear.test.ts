// Work grows with length and no faster, whatever is repeated. Counted, not timed: how often the reader's functions and branches run.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countWork, type WorkCounter } from '../../bench/work.ts'

let counter: WorkCounter

beforeAll(() => {
  counter = countWork()
})

afterAll(() => counter.stop())

/** A branch that runs for all that came before runs three times as often for the second half of a text as for the first. */
// Between the two, since a longer text may be read otherwise: its lines taken for work, which costs a step more a line.
const MOST = 2.2

const HEADS = ['', '# Plan\n\n## Sprint 1\n\n### Tasks\n', '# Plan\n\n## Ceremonies\n']

const SHAPES: Record<string, (i: number) => string> = {
  'one task': () => '- [ ] Write the importer (3 pts) @ana',
  'numbered tasks': (i) => `- [ ] Task ${1000 + i} do it`,
  'keyed tasks': (i) => `- [ ] A-${1000 + i}: do it`,
  'one key': () => '- [ ] A-1: do it',
  'numbered boxes': () => '1. [ ] Do it',
  'conflict markers': () => '<<<<<<< HEAD\n- a\n=======\n- b\n>>>>>>> x',
  'open conflicts': () => '<<<<<<< HEAD',
  'dated stand-ups': (i) => `- Daily stand-up 9:30 on May ${(i % 28) + 1}`,
  'stand-ups at many hours': (i) => `- Daily stand-up ${i % 24}:${10 + (i % 50)}`,
  'labelled stand-ups': (i) => `**Daily stand-up ${1000 + i}:** 9:30`,
  'stand-ups with channels': (i) => `- Stand-up: daily 9:30 #channel-${1000 + i}`,
  'zones of several meanings': () => '- Stand-up 9:30 IST',
  'sprint headings': (i) => `## Sprint ${1000 + i}\n- [ ] Do ${1000 + i}`,
  'one sprint heading': () => '## Sprint 1',
  'weeks with work': (i) => `## Week ${1000 + i}\n- [ ] Do ${1000 + i}`,
  'stories in headings': (i) =>
    `### Story ${1000 + i}: Do it\nAs a user I want it\n**Acceptance criteria:**\n- it works`,
  'one story in headings': () => '### Task 1: Do it',
  'parents with one task each': (i) =>
    `## Part ${'abcdefghij'[i % 10]}${1000 + i}\n### Task 1: Word${1000 + i} other${1000 + i}`,
  'bold labels': (i) => `**US-${1000 + i} | Do** — *5 pts*`,
  'one bold label': () => '**Task:** Do',
  'a table': (i) => (i === 0 ? '| Task | Points |\n|---|---|' : '| Do it | 3 |'),
  'a keyed table': (i) =>
    i === 0 ? '| Key | Task | Points |\n|---|---|---|' : `| A-${1000 + i} | Do it | 3 |`,
  'a table of one key': (i) => (i === 0 ? '| Key | Task |\n|---|---|' : '| A-1 | Do it |'),
  'many tables': () => '| Key | Task |\n|---|---|\n| A-2 | Again |\n',
  risks: (i) => `- Risk ${1000 + i}: fire`,
  prose: () => 'We meet every weekday at 9:30 for stand-up.',
  people: (i) => `- Dev: Person ${1000 + i}`,
  'people and their work': (i) => `## Team\n- Dev: Ann${1000 + i}\n## Ann${1000 + i}\n- [ ] Do it`,
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

function expectLinear(shape: (i: number) => string, head: string): void {
  const { most, where } = counter.growth(shape, head, 120)
  expect(most, where).toBeLessThan(MOST)
}

// Counting slows the reader down, and a busy machine more: no test waits for less than the time that it may take then.
describe('work', { timeout: 180_000 }, () => {
  it.each(Object.keys(SHAPES))('is linear in %s', (name) => {
    const shape = SHAPES[name] as (i: number) => string
    for (const head of HEADS) expectLinear(shape, head)
  })

  it('is linear in shapes that are put together at random', () => {
    const shapes = fc.array(fc.constantFrom(...Object.values(SHAPES)), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(shapes, fc.constantFrom(...HEADS), (parts, head) => {
        expectLinear((i) => (parts[i % parts.length] as (i: number) => string)(i), head)
      }),
      { numRuns: 8 },
    )
  })
})
