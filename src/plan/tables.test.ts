// Tables that stand in plans and are no backlog, and those whose rows need more than their columns' names.
import { expect, it } from 'vitest'
import { parsePlan } from '#plan/parse.ts'

const sprintOf = (text: string, n = 0) =>
  parsePlan(new TextEncoder().encode(text), { path: 'plans/plan.md', referenceDate: '2026-03-02' }).plans[0]
    ?.sprints[n]

it.each([
  [
    'English',
    '# Sprint 3\n\n## Stories\n\n| ID | Story | Points |\n|--|--|--|\n| AB-1 | Sign in | 3 |\n\n## Acceptance checklist\n\n| # | Scenario | Expected result | Status |\n|--|--|--|--|\n| 1 | Wrong password | A message | ⏳ |\n| 2 | Right password | The start page | ⏳ |\n',
  ],
  [
    'Chinese',
    '# Sprint 3\n\n## 任务\n\n| 编号 | 任务 | 工时 |\n|--|--|--|\n| AB-1 | 登录 | 3 |\n\n## 功能验收清单\n\n| # | 场景 | 预期结果 | 状态 |\n|--|--|--|--|\n| 1 | 密码错误 | 提示信息 | ⏳ |\n| 2 | 密码正确 | 进入首页 | ⏳ |\n',
  ],
  [
    'Spanish, under no heading',
    '# Sprint 3\n\n| ID | Tarea | Puntos |\n|--|--|--|\n| AB-1 | Entrar | 3 |\n\n| Escenario | Resultado esperado | Estado |\n|--|--|--|\n| Clave errónea | Un aviso | pendiente |\n| Clave correcta | El inicio | pendiente |\n',
  ],
])('reads what is tried at the end as objectives and not as work (%s)', (_language, text) => {
  const sprint = sprintOf(text)
  expect(sprint?.items.map((item) => item.key)).toEqual(['AB-1'])
  expect(sprint?.objectives).toHaveLength(2)
})

it('keeps a story that has a column for its expected result', () => {
  const sprint = sprintOf(
    '# Sprint 3\n\n## Stories\n\n| Story | Expected result | Owner |\n|--|--|--|\n| Sign in | The start page | Ann |\n| Sign out | The entry page | Bob |\n',
  )
  expect(sprint?.items.map((item) => item.title)).toEqual(['Sign in', 'Sign out'])
})

it.each([
  ['a total in hours', '# Sprint 1\n\n## Tasks\n- Search (2h)\n\n**Total:** 60–77h\n', 77, 'hours'],
  ['a total in Spanish', '# Sprint 1\n\n## Tareas\n- Buscar (2h)\n\n**Total:** 30 puntos\n', 30, 'points'],
  [
    'a field of the sprint',
    '# Plan\n\n## Sprint 1\n\n**Story Points:** 55 pts ✅\n\n### Tasks\n- Search\n',
    55,
    'points',
  ],
  [
    'the row of the sprint',
    '# Plan\n\n| Sprint | Goal | Points |\n|--|--|--|\n| 1 | Search | 21 |\n| 2 | Pay | 13 |\n\n## Sprint 1\n- Search\n\n## Sprint 2\n- Pay\n',
    21,
    'points',
  ],
  [
    'no number of points in a theme',
    '# Plan\n\n## Sprint 1\n\n### Search\n\n**Points:** 5\n\n- Index\n- Rank\n',
    null,
    null,
  ],
  [
    'no number without a unit',
    '# Plan\n\n| Sprint | Goal | Estimate |\n|--|--|--|\n| 1 | Search | 21 |\n| 2 | Pay | 13 |\n\n## Sprint 1\n- Search\n\n## Sprint 2\n- Pay\n',
    null,
    null,
  ],
])('reads what a sprint commits from %s', (_from, text, committed, unit) => {
  expect(sprintOf(text)?.capacity).toEqual({ points: null, committed, unit })
})

it.each([
  [
    'English',
    '# Sprint 7\n\n| **Sprint goal** | Search answers in a second |\n|--|--|\n| **Capacity** | 34 points |\n| **Dates** | 2026-03-02 – 2026-03-13 |\n\n## Tasks\n- Index\n',
  ],
  [
    'Portuguese',
    '# Sprint 7\n\n| **Capacidade** | 34 pontos |\n|--|--|\n| **Meta da Sprint** | Search answers in a second |\n| **Início** | 2026-03-02 |\n| **Fim** | 2026-03-13 |\n\n## Tarefas\n- Index\n',
  ],
])('reads pairs of label and value whose first pair stands in the header (%s)', (_language, text) => {
  expect(sprintOf(text)).toMatchObject({
    goals: ['Search answers in a second'],
    capacity: { points: [34, 34] },
    start: '2026-03-02',
    end: '2026-03-13',
    items: [{ title: 'Index' }],
  })
})

it.each([
  [
    'English',
    '# Sprint 5\n\n## Backlog\n\n| Item | Tasks | Effort |\n|--|--|--|\n| Search | Index | 2 |\n| | Query page | 3 |\n| Sign in | Form | 1 |\n| | Session | 2 |\n',
  ],
  [
    'Spanish',
    '# Sprint 5\n\n## Tareas\n\n| Historia | Tareas | Horas |\n|--|--|--|\n| Search | Index | 2 |\n| | Query page | 3 |\n| Sign in | Form | 1 |\n| | Session | 2 |\n',
  ],
])(
  'takes the tasks for items where they alone carry the estimates and a story spans them (%s)',
  (_l, text) => {
    const items = sprintOf(text)?.items.map((item) => [item.epic, item.title, item.estimate])
    expect(items?.map((item) => item.slice(0, 2))).toEqual([
      ['Search', 'Index'],
      ['Search', 'Query page'],
      ['Sign in', 'Form'],
      ['Sign in', 'Session'],
    ])
    expect(items?.map((item) => item[2])).toMatchObject([
      { value: 2 },
      { value: 3 },
      { value: 1 },
      { value: 2 },
    ])
  },
)

it('keeps the stories for items where the rows of their tasks carry no estimate', () => {
  const sprint = sprintOf(
    '# Sprint 5\n\n## Backlog\n\n| Story | Tasks | Points |\n|--|--|--|\n| Search | Index | 5 |\n| | Query page | |\n| Sign in | Form | 3 |\n| | Session | |\n',
  )
  expect(sprint?.items.map((item) => item.title)).toEqual(['Search', 'Sign in'])
})

it.each([
  [
    'a file',
    '| Sprint | Focus | Status | File |\n|--|--|--|--|\n| 1 | Sign in | COMPLETE | `s/01.md` |\n| 2 | Search | NOT STARTED | `s/02.md` |\n',
    [],
  ],
  [
    'a person',
    '| Sprint | Foco | Estado | Responsable |\n|--|--|--|--|\n| 1 | Entrar | completado | Ana |\n| 2 | Buscar | pendiente | Luis |\n',
    [],
  ],
  [
    'words',
    '| Sprint | Theme | Status | What comes of it |\n|--|--|--|--|\n| 1 | Sign in | COMPLETE | People have accounts |\n| 2 | Search | NOT STARTED | Pages are found |\n',
    ['People have accounts'],
  ],
])(
  'takes the last column of a table of sprints for the goal only where it says one (%s)',
  (_last, table, goals) => {
    const sprint = sprintOf(`# Roadmap\n\n${table}`)
    expect(sprint?.goals).toEqual(goals)
    expect(sprint?.items.map((item) => item.status)).toEqual(['done'])
  },
)
