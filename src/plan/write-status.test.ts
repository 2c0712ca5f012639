import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item, ItemStatus } from '#domain/plan-file.ts'
import { parsePlan } from '#plan/parse.ts'
import { writeStatuses } from '#plan/write-status.ts'

const itemsOf = (text: string): Item[] =>
  parsePlan(new TextEncoder().encode(text), { path: '' }).plans.flatMap((plan) => [
    ...plan.sprints.flatMap((sprint) => sprint.items),
    ...plan.backlog,
  ])

/** Writes statuses by key. */
function write(text: string, statuses: Record<string, ItemStatus>) {
  const wanted = itemsOf(text).flatMap(({ key, line, title }) =>
    statuses[key] ? [{ line, title, status: statuses[key] }] : [],
  )
  expect(wanted).toHaveLength(Object.keys(statuses).length)
  return writeStatuses(text, wanted)
}

const checklist = `# Sprint 7 (2026-01-05 to 2026-01-16)\r
\r
## Items\r
\r
- [ ] SQ-1 Rotate the keys (3 pts)\r
  - [ ] A sub-task\r
- [x] SQ-2 Write the runbook (2 pts)\r
* [ ] SQ-3 Done is better than perfect\r
`

const table = `# Sprint 7 (2026-01-05 to 2026-01-16)

| ID | Story | Points | Status |
| --- | --- | --- | --- |
| SQ-1 | Rotate the keys | 3 | To Do |
| SQ-2 | Write the **Done** list   | 2 | In Progress |
| SQ-3 | Tell everybody |  1  |   ✅ Done   |
`

describe('statuses written back', () => {
  it('check and clear boxes, and change no other byte', () => {
    const { text, written, unwritten } = write(checklist, { 'SQ-1': 'done', 'SQ-2': 'in_progress' })
    expect(text).toBe(checklist.replace('- [ ] SQ-1', '- [x] SQ-1').replace('- [x] SQ-2', '- [ ] SQ-2'))
    expect(written).toHaveLength(2)
    expect(unwritten).toEqual([])
  })

  it('leave a box that says all it can', () => {
    expect(write(checklist, { 'SQ-3': 'in_progress' })).toEqual({
      text: checklist,
      written: [],
      unwritten: [],
    })
  })

  it('use the words that the document uses, in the cell of the status and nowhere else', () => {
    const { text } = write(table, { 'SQ-1': 'in_progress', 'SQ-2': 'done', 'SQ-3': 'blocked' })
    expect(text).toBe(
      table
        .replace('| 3 | To Do |', '| 3 | In Progress |')
        .replace('| 2 | In Progress |', '| 2 | ✅ Done |')
        .replace('   ✅ Done   ', '   ⛔ Blocked   '),
    )
    expect(itemsOf(text).map(({ status }) => status)).toEqual(['in_progress', 'done', 'blocked'])
  })

  it('say where the text has no mark that could be changed', () => {
    const lanes = `# Board

## In Progress

- SQ-1 Rotate the keys

## Done

- SQ-2 Write the runbook
`
    const items = itemsOf(lanes)
    const first = items.find(({ key }) => key === 'SQ-1')
    const result = writeStatuses(lanes, [
      { line: first?.line ?? 0, title: first?.title ?? '', status: 'done' },
    ])
    expect(result.text).toBe(lanes)
    expect(result.unwritten).toHaveLength(1)
  })

  const folder = join(import.meta.dirname, '../../plans')
  it.each(readdirSync(folder))(
    'of %s differ from it in the lines of the items that moved, and in no other',
    (name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      const items = itemsOf(text)
      const statuses = ['ready', 'in_progress', 'in_review', 'blocked', 'done'] as const
      const moves = fc.array(fc.constantFrom(null, ...statuses), {
        minLength: items.length,
        maxLength: items.length,
      })
      fc.assert(
        fc.property(moves, (chosen) => {
          const wanted = items.flatMap(({ line, title }, index) => {
            const status = chosen[index]
            return status ? [{ line, title, status }] : []
          })
          const { text: after, written } = writeStatuses(text, wanted)
          const [old, now] = [text.split('\n'), after.split('\n')]
          expect(now).toHaveLength(old.length)
          const lines = new Set(
            items
              .filter((item) => written.some(({ line, title }) => line === item.line && title === item.title))
              .flatMap(({ line, endLine }) => Array.from({ length: endLine - line + 1 }, (_, i) => line + i)),
          )
          const changed = old.flatMap((line, index) => (line === now[index] ? [] : [index + 1]))
          expect(changed.filter((line) => !lines.has(line))).toEqual([])
          const result = itemsOf(after)
          expect(result.map(({ key, title }) => [key, title])).toEqual(
            items.map(({ key, title }) => [key, title]),
          )
          for (const want of written) {
            const item = result.find(({ line, title }) => line === want.line && title === want.title)
            expect(item?.status === 'done').toBe(want.status === 'done')
          }
        }),
        { numRuns: 8 },
      )
    },
  )
})
