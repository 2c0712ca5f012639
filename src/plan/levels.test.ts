// Which of the levels of a plan is the card: stories over tasks, groups over items, repeats.
import { expect, it } from 'vitest'
import type { Item, Plan } from '#domain/plan-file.ts'
import { parsePlan } from '#plan/parse.ts'

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

/**
 * Shapes that the evidence still weighs wrongly: what is right stands below, and each turns red once it is read so.
 * Small plans tell the reader little of how their parts compare.
 */
const FAULTS: ReadonlySet<string> = new Set([
  'a keyed heading with an estimate as the card, in Spanish, with keyed entries below',
  'work without a key and with an estimate beside such cards',
  'tasks in headings below a story, whose hours are not the story’s',
  'entries of one list that say the same twice, and once more in an overview',
  'optional work in numbered headings with boxes as that work',
  'optional work in Korean',
  'an overview in one language and details in another, joined by key',
  'a table of sprints with the work of one of them below',
  'boxes without keys under a theme beside keyed ones',
  'boxes under a theme beside keyed ones, in German, with a check list elsewhere',
  'entries with a state each, in Spanish, and notes beside them',
  'deliverables that are the items are no objectives besides',
  'what came of a sprint is no goal of it',
])
const isRead = ([shape]: readonly [string, ...unknown[]]) => !FAULTS.has(shape)
const isFault = ([shape]: readonly [string, ...unknown[]]) => FAULTS.has(shape)

const SHAPES: [shape: string, text: string, expected: string[]][] = [
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
  [
    'numbers that start anew below each day',
    `# Sprint 7

## Tasks

### Day 1: Search

**Part 1: Index the shop**
- [x] Fields

**Part 2: Query**
- [x] Form

### Day 2: Login

**Part 1: Write the form**
- [x] Mask

**Part 2: Keep the session**
- [ ] Cookie
`,
    [
      '# Sprint 7',
      'Part 1 | Index the shop |  | done > Fields ✓',
      'Part 2 | Query |  | done > Form ✓',
      'Part 1 | Write the form |  | done > Mask ✓',
      'Part 2 | Keep the session > Cookie',
    ],
  ],
  [
    'tasks in headings below a story, whose hours are not the story’s',
    `# Sprint 7

## Story 1: Search

### Task 1: Index the shop
**Estimate:** 3h
**Status:** Done

### Task 2: Query
**Estimate:** 2h

## Story 2: Login

### Task 1: Write the form
**Estimate:** 4h
`,
    ['# Sprint 7', 'Story 1 | Search > Index the shop ✓, Query', 'Story 2 | Login > Write the form'],
  ],
  [
    'rows of one table that say the same twice',
    `# Sprint 1

| Rank | Story | Points |
|---|---|---|
| 1 | As a clerk I add a medicine | 3 |
| 2 | As a clerk I see the stock | 5 |
| 3 | As a clerk I add a medicine | 2 |
`,
    [
      '# Sprint 1',
      ' | As a clerk I add a medicine | 3 points',
      ' | As a clerk I see the stock | 5 points',
      ' | As a clerk I add a medicine | 2 points',
    ],
  ],
  [
    'entries of one list that say the same twice, and once more in an overview',
    `# Sprint 1

## Zusammenfassung
- [ ] Suche bauen

## Aufgaben
- [ ] Tests schreiben
- [ ] Suche bauen
- [ ] Tests schreiben
`,
    ['# Sprint 1', ' | Tests schreiben', ' | Suche bauen', ' | Tests schreiben'],
  ],
  [
    'a long heading led by a word for work',
    `# Team board

## Sprint 16

## Tasks for the payment gateway: retry soft declines when the bank answers late again and again
- Build the queue
- Alert on it

## Sprint 15
- Fix scheduling

## Aufgaben für die Umstellung: alle Kunden auf das neue Konto samt ihren alten Belegen bringen
- Konten anlegen
`,
    [
      '# Sprint 16',
      ' | Build the queue',
      ' | Alert on it',
      '# Sprint 15',
      ' | Fix scheduling',
      '# backlog',
      ' | Konten anlegen',
    ],
  ],
  [
    'lanes with a word more',
    `# Sprint 2

### Already done ✅
- Welcome page

### In progress / carry over
- Diagrams

### Blocked items
- Billing
`,
    ['# Sprint 2', ' | Welcome page |  | done', ' | Diagrams |  | in_progress', ' | Billing |  | blocked'],
  ],
  [
    'lanes with a noun, in Spanish and German',
    `# Sprint 3

### Tareas en progreso
- Buscar

### Tareas bloqueadas / pendientes
- Pagar

### Aufgaben in Arbeit
- Konto
`,
    ['# Sprint 3', ' | Buscar |  | in_progress', ' | Pagar |  | blocked', ' | Konto |  | in_progress'],
  ],
  [
    'optional work in numbered headings with boxes as that work',
    `# Sprint 3

## Tasks
- [ ] Cart

## Optional (Phase 2 – after launch)

### Acceptance criteria
- Fast enough

### Work items

#### 1. Preferences
- [ ] Model
- [ ] Page

#### 2. Bookmarks
- [ ] Route

### Estimated time: 4-5 days
`,
    [
      '# Sprint 3',
      ' | Cart',
      ' | Model |  |  | stretch',
      ' | Page |  |  | stretch',
      ' | Route |  |  | stretch',
    ],
  ],
  [
    'optional work in Korean',
    `# 스프린트 3

## 작업
- [ ] 장바구니

## 선택 (출시 이후)

### 인수 조건
- 빠를 것

### 작업 항목

#### 1. 선호도
- [ ] 모델

#### 2. 북마크
- [ ] 경로

### 소요 시간 예상: 4-5일
`,
    ['# 스프린트 3', ' | 장바구니', ' | 모델 |  |  | stretch', ' | 경로 |  |  | stretch'],
  ],
  [
    'labels that end in a known word beside labels that do not',
    `# Roadmap

## Sprint 9
* **Module reporting:** Key figures a day.
* **Module hr:** Shifts.
* **Module stock:** Minibar.

## Sprint 10 — Teil 2
* **Modul Risiken:** Ampel.
* **Modul Lager:** Bestand.
* **Modul Personal:** Schichten.
`,
    [
      '# Sprint 9',
      ' | Module reporting',
      ' | Module hr',
      ' | Module stock',
      '# Sprint 10',
      ' | Modul Risiken',
      ' | Modul Lager',
      ' | Modul Personal',
    ],
  ],
  [
    'boxes under a heading that ends in the word of a field',
    `# Sprint 5

## Remaining before the v0.1 tag
- [ ] Publish the package
- [x] Write the notes
`,
    ['# Sprint 5', ' | Publish the package', ' | Write the notes |  | done'],
  ],
  [
    'an overview in one language and details in another, joined by key',
    `# Sprint 1

## Tasks

| ID | Aufgabe | Status |
|---|---|---|
| S1-1 | Datenbank anlegen | Done |
| S1-2 | Suche bauen | To do |
| S1-3 | Suche anzeigen | To do |
| S1-4 | Anmelden | To do |

## Details

### S1-1: Schema migration
Written by hand.

### S1-2 ~ S1-3: Engine
Both in one.

### S1-4: Login form
With a cookie.
`,
    [
      '# Sprint 1',
      'S1-2 | Suche bauen |  | ready',
      'S1-3 | Suche anzeigen |  | ready',
      'S1-1 | Schema migration |  | done',
      'S1-4 | Login form |  | ready',
    ],
  ],
  [
    'rows T1, T2 under different stories as different tasks',
    `# Sprint 1

## Search

| ID | Task | Hours |
|---|---|---|
| T1 | Index the shop | 3 |

## Login

| ID | Task | Hours |
|---|---|---|
| T1 | Write the form | 2 |
`,
    ['# Sprint 1', 'T1 | Index the shop | 3 hours', 'T1 | Write the form | 2 hours'],
  ],
  [
    'labels of a timeline between known fields as fields',
    `# Sprint 3

**Sprint goal:** Print in batches

## Stories
- Story 3.1: Batches (5 pts)
- Story 3.2: Templates (3 pts)

## Work breakdown by week

### Week 1
- **Preparation:** Ask for the accounts
- **Tasks:** Story 3.1
- **Goal:** Batches run

### Week 2
- **Preparation:** Ask for the logos
- **Tasks:** Story 3.2
- **Goal:** Templates stand
`,
    ['# Sprint 3 > Print in batches', 'Story 3.1 | Batches | 5 points', 'Story 3.2 | Templates | 3 points'],
  ],
  [
    'a table of sprints with the work of one of them below',
    `# Roadmap

| Sprint | Theme | Outcome |
|---|---|---|
| Sprint 1 | Foundation | It starts |
| Sprint 2 | Search | It finds |
| Sprint 3 | Pay | It earns |
| Sprint 4 | Ship | It sails |

## Sprint 1
- [ ] Package
- [ ] Pipeline
`,
    [
      '# Sprint 1 > It starts',
      ' | Package',
      ' | Pipeline',
      '# Sprint 2 > It finds',
      ' | Search',
      '# Sprint 3 > It earns',
      ' | Pay',
      '# Sprint 4 > It sails',
      ' | Ship',
    ],
  ],
  [
    'boxes without keys under a theme beside keyed ones',
    `# Sprint 4

## Backend
- [ ] API-1 Search route
- [x] API-2 Index

## Frontend
- [ ] Result list
- [ ] Empty page

## Completed in the sprints before
- [x] Login
`,
    ['# Sprint 4', 'API-1 | Search route', 'API-2 | Index |  | done', ' | Result list', ' | Empty page'],
  ],
  [
    'boxes under a theme beside keyed ones, in German, with a check list elsewhere',
    `# Sprint 4

## Server
- [ ] API-1 Suche (3 SP)
- [ ] API-2 Index (5 SP)

## Oberfläche
- [ ] Trefferliste

### Vor dem Ausliefern
- [ ] Alle Texte gelesen
`,
    ['# Sprint 4', 'API-1 | Suche | 3 points', 'API-2 | Index | 5 points', ' | Trefferliste'],
  ],
  [
    'days of a schedule beside stories as no items',
    `# Sprint 8

## Stories
- P-1 Retry declines (3 pts)

## Daily tasks
- **Day 1-2**: Analyse failing tests
- **Day 3**: Fix them
`,
    ['# Sprint 8', 'P-1 | Retry declines | 3 points'],
  ],
  [
    'days as the only plan, in Spanish',
    `# Sprint 8

## Plan de trabajo
- **Día 1:** Analizar las pruebas
- **Día 2:** Corregirlas (3h)
`,
    ['# Sprint 8', ' | Analizar las pruebas', ' | Corregirlas | 3 hours'],
  ],
  [
    'entries with a state each, beside a sprint without work',
    `# Board

## Sprint 2
**Goal:** One engine

## Engine consolidation
1. [DONE] Backup
2. [TODO] Consolidate

## Sprint 1
- Fix scheduling
`,
    [
      '# Sprint 2 > One engine',
      ' | Backup |  | done',
      ' | Consolidate |  | ready',
      '# Sprint 1',
      ' | Fix scheduling',
    ],
  ],
  [
    'entries with a state each, in Spanish, and notes beside them',
    `# Tablero

## Sprint 2

## Motor
- [HECHO] Copia
- [PENDIENTE] Unir

## Observado
- La copia tarda
- El disco es viejo
`,
    ['# Sprint 2', ' | Copia |  | done', ' | Unir |  | ready'],
  ],
]

it.each(SHAPES.filter(isRead))('reads %s', (_shape, text, expected) => {
  expect(outlineOf(text)).toEqual(expected)
})

it.fails.each(SHAPES.filter(isFault))('does not yet read %s', (_shape, text, expected) => {
  expect(outlineOf(text)).toEqual(expected)
})

const planOf = (text: string): Plan => {
  const file = parsePlan(new TextEncoder().encode(text), { path: 'a.md', referenceDate: '2026-03-01' })
  return file.plans[0] as Plan
}

it.each<[shape: string, text: string, roles: string[]]>([
  [
    'measures, sizes and actions',
    `# Sprint 9

## Team health
- Daily stand-up attendance: Target 100 %
- **QA:** Rosa

## Team roles
- Product Owner: Ann Lee
- Deadline: End of week 2
- Action: Build the API

## Team capacity

| Size | Days |
|---|---|
| XS | 1 |
| XL | 8 |

## Stories
- P-1 Retry (3 pts)
`,
    ['QA: Rosa', 'Product Owner: Ann Lee'],
  ],
  [
    'dates and permissions in other languages',
    `# Sprint 2

**Data:** 27 janeiro 2026
**Scrum Master:** Igor Rocha

## Rollen

- **KUNDE_INTERN:**
- **Entwicklerin:** Jana Wolf

## Tarefas
- Pagar
`,
    ['Scrum Master: Igor Rocha', 'Entwicklerin: Jana Wolf'],
  ],
])('takes no roles from %s', (_shape, text, roles) => {
  expect(planOf(text).team.roles.map((role) => `${role.role}: ${role.names.join(', ')}`)).toEqual(roles)
})

it.fails('gives items that a list of people names by key to those people', () => {
  const plan = planOf(`# Sprint 3 Plan

## Task listing

### User story 1: As a user, I want search

- Task 1: Build index (4 hours)

### User story 2: As a user, I want login

- Task 1: Form (2 hours)

## Team roles
- Ann Lee: Product Owner
- Bob Ray: Developer

## Initial task assignment
- Ann Lee: User story 2
- Bob Ray: User story 1
`)
  expect(plan.sprints[0]?.items.map((item) => [item.key, item.assignees])).toEqual([
    ['User story 1', ['Bob Ray']],
    ['User story 2', ['Ann Lee']],
  ])
  expect(plan.team.roles.map((role) => role.role)).toEqual(['Product Owner', 'Developer'])
})

it('takes no person from an entry that tells somebody something', () => {
  const plan = planOf(`# Sprint 3

## Stories
- [ ] Notify people
  - to owner: new enquiry / deposit paid
- [ ] Ask the bank
  - task owner: ann
`)
  expect(plan.sprints[0]?.items.map((item) => item.assignees)).toEqual([[], ['ann']])
})

type Telling = [shape: string, text: string, items: string[], objectives: string[], goals: string[]]

const TELLINGS: Telling[] = [
  [
    'deliverables that are the items are no objectives besides',
    '# Sprint 1\n\n## Planned deliverables\n- [x] Parser\n- [ ] Printer\n\n## Success criteria\n- It runs\n',
    ['Parser', 'Printer'],
    ['It runs'],
    [],
  ],
  [
    'deliverables of a phase around the sprint are no items of the sprint',
    '# 计划\n\n## Sprint 1: 基础\n\n**Phase 1 产出物**:\n- 登录界面\n\n## Sprint 2: 列表\n\n### 任务\n- 分页\n',
    ['分页'],
    ['登录界面'],
    [],
  ],
  [
    'success criteria that are nice to have are no stretch items',
    '# Sprint 1\n\n## Success criteria\n\n**Must have:**\n- Login works\n\n**Nice to have:**\n- Logging\n\n## Stories\n- P-1 Retry (3 pts)\n',
    ['Retry'],
    ['Login works', 'Logging'],
    [],
  ],
  [
    'what came of a sprint is no goal of it',
    '# Sprint 1\n\n**Sprint goal:** Search\n**Goal:** TBD\n\n## Stories\n- P-1 Retry (3 pts)\n\n## Sprint 1 outcome\n1. **Good architecture** - ready\n',
    ['Retry'],
    [],
    ['Search'],
  ],
  [
    'an outcome is the goal where no other stands',
    '# Sprint 1\n\n**Outcome:** People find things\n\n## Stories\n- P-1 Retry (3 pts)\n',
    ['Retry'],
    [],
    ['People find things'],
  ],
]

function expectTold([, text, items, objectives, goals]: Telling): void {
  const { sprints } = planOf(text)
  expect(sprints.flatMap((sprint) => sprint.items.map((item) => item.title))).toEqual(items)
  expect(sprints.flatMap((sprint) => sprint.objectives.map((objective) => objective.text))).toEqual(
    objectives,
  )
  expect(sprints.flatMap((sprint) => sprint.goals)).toEqual(goals)
}

it.each(TELLINGS.filter(isRead))('knows that %s', (...telling) => expectTold(telling))

it.fails.each(TELLINGS.filter(isFault))('does not yet know that %s', (...telling) => expectTold(telling))
