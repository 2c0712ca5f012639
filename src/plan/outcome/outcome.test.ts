// What each block was taken for, how sure that is, and what counts as understood.
import { expect, it } from 'vitest'
import { parsePlan } from '#plan/parse.ts'

const parse = (text: string) => parsePlan(new TextEncoder().encode(text), { path: 'plan.md' })

const CLEAR = `# Sprint 7

## Sprint goal
- People can pay with a card

## Sprint backlog
| Key | Story | Points | Owner |
| --- | --- | --- | --- |
| PAY-1 | Save a card | 3 | Ana |
| PAY-2 | Pay with a saved card | 5 | Ben |
| PAY-3 | Refund a payment | 5 | Ana |

## Risks
- The bank's sandbox is slow
`

const OPEN = `# Harbour

## Focus
- Checkout
- Refund pages
- Receipts

## Notes on the office
- The lift is out of order
- Keys are at the desk
`

it('says what the blocks of a clear plan are, and that it is sure', () => {
  const { blocks, coverage } = parse(CLEAR)
  expect(blocks.filter(({ role }) => role !== 'context')).toEqual([
    { line: 1, endLine: 1, role: 'sprint', confidence: 'likely', instead: null },
    { line: 4, endLine: 4, role: 'goals', confidence: 'sure', instead: null },
    { line: 9, endLine: 11, role: 'items', confidence: 'sure', instead: null },
    { line: 14, endLine: 14, role: 'risks', confidence: 'sure', instead: null },
  ])
  expect(coverage.understood).toBe(coverage.contentLines)
})

it('counts what it is unsure of as neither understood nor unmapped, and names the other reading', () => {
  const { blocks, coverage } = parse(OPEN)
  const unsure = blocks.filter(({ confidence }) => confidence === 'unsure')
  expect(unsure).toEqual([
    { line: 4, endLine: 6, role: 'backlog', confidence: 'unsure', instead: 'context' },
    { line: 9, endLine: 10, role: 'context', confidence: 'unsure', instead: 'items' },
  ])
  expect(coverage).toEqual({ contentLines: 8, understood: 3, unmapped: [] })
})

it('is told by a directive', () => {
  const { blocks } = parse(OPEN.replace('- Checkout', '<!-- sprintkeeper: goals -->\n- Checkout'))
  expect(blocks.find(({ line }) => line === 5)).toMatchObject({ endLine: 7, role: 'goals' })
})

it('lets a block of cards reach to the end of what hangs from them', () => {
  const { blocks } = parse(`# Sprint 3

## Tasks
- [ ] **T-1 Draw the map** (3 pts)
  - use the new tiles
- [ ] **T-2 Show the route** (5 pts)
  - in blue
`)
  expect(blocks.find(({ role }) => role === 'items')).toMatchObject({ line: 4, endLine: 7 })
})
