// Which of the levels of a plan is the card: stories over tasks, groups over items, repeats.
import { expect, it } from 'vitest'
import { parsePlan } from '../../src/plan/parse.ts'
import type { Item } from '../../src/plan/types.ts'

const one = (item: Item) => {
  const estimate = item.estimate
    ? 'size' in item.estimate
      ? item.estimate.size
      : `${item.estimate.value} ${item.estimate.unit}`
    : ''
  const facts = [
    item.keyStated ? item.key : '',
    item.title,
    estimate,
    item.status ?? '',
    item.stretch ? 'stretch' : '',
  ]
  const tasks = item.tasks.map((task) => (task.done ? `${task.text} ✓` : task.text))
  return `${facts.join(' | ').replace(/[ |]+$/, '')}${tasks.length > 0 ? ` > ${tasks.join(', ')}` : ''}`
}

/** Sprints with their goals, then their items; the backlog last. */
function outlineOf(text: string): string[] {
  const file = parsePlan(new TextEncoder().encode(text), {
    path: 'folder/board.md',
    referenceDate: '2026-03-01',
  })
  return file.plans.flatMap((plan) => [
    ...plan.sprints.flatMap((sprint) => [
      [`# ${sprint.name}`, ...sprint.goals].join(' > '),
      ...sprint.items.map(one),
    ]),
    ...(plan.backlog.length > 0 ? ['# backlog', ...plan.backlog.map(one)] : []),
  ])
}

it.each<[shape: string, text: string, expected: string[]]>([
  [
    'a keyed heading with an estimate as the card, its table as tasks',
    `# Sprint 10

## Sprint backlog

### US-1: Search (2 points)

| Task ID | Task | Assignee | Hours | Status |
|---|---|---|---|---|
| T1 | Index | Ann | 2 | Done |
| T2 | Results | Bob | 2 | To do |

### US-2: Login (3 points)

| Task ID | Task | Assignee | Hours | Status |
|---|---|---|---|---|
| T1 | Form | Ann | 2 | Done |

**Acceptance criteria:**
- It works
`,
    ['# Sprint 10', 'US-1 | Search | 2 points > Index ✓, Results', 'US-2 | Login | 3 points > Form ✓'],
  ],
  [
    'a keyed heading with an estimate as the card, in Spanish, with keyed entries below',
    `# Sprint 4

## HU-7: Buscar productos (5 puntos)

- [ ] **T-1** Crear índice (2h)
- [x] **T-2** Pantalla (3h)

## HU-8: Pagar (3 puntos)

- [ ] **T-3** Formulario (2h)
`,
    [
      '# Sprint 4',
      'HU-7 | Buscar productos | 5 points > T-1 Crear índice (2h), T-2 Pantalla (3h) ✓',
      'HU-8 | Pagar | 3 points > T-3 Formulario (2h)',
    ],
  ],
  [
    'work without a key and with an estimate beside such cards',
    `# Sprint 1

### US-1: Search (8 points)

| Task ID | Task | Est (hrs) | Status |
|---|---|---|---|
| T-1 | Index | 2 | Done |

### Technical setup (5 points)
**Status**: Done

| Task ID | Task | Est (hrs) | Status |
|---|---|---|---|
| T-9 | Pipeline | 4 | Done |
`,
    ['# Sprint 1', 'US-1 | Search | 8 points > Index ✓', ' | Technical setup | 5 points | done > Pipeline ✓'],
  ],
  [
    'an epic with an estimate as the group of its stories',
    `# Sprint 2

## E-1: Checkout (8 points)

### US-1: Cart (5 points)

As a guest I want a cart.

### US-2: Pay (3 points)

As a guest I want to pay.
`,
    ['# Sprint 2', 'US-1 | Cart | 5 points', 'US-2 | Pay | 3 points'],
  ],
])('reads %s', (_shape, text, expected) => {
  expect(outlineOf(text)).toEqual(expected)
})
