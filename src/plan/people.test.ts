// Who a plan's team is: names and head counts, and what stands beside them and is neither.
import { expect, it } from 'vitest'
import { parsePlan } from '#plan/parse.ts'

const rolesOf = (text: string) =>
  parsePlan(new TextEncoder().encode(text), {
    path: 'plans/plan.md',
    referenceDate: '2026-03-02',
  }).plans[0]?.team.roles.map((r) => `${r.role}: ${r.headcount ?? r.names.join(', ')}`)

it.each([
  [
    'names',
    '# Sprint 1\n\n## Team\n- **Product Owner:** Ana Ruiz\n- **Backend:** Tom, Maya\n\n## Tasks\n- Index\n',
    ['Product Owner: Ana Ruiz', 'Backend: Tom, Maya'],
  ],
  [
    'head counts in Chinese',
    '# Sprint 1\n\n## 团队\n- **后端**: 2人 - 负责服务\n- **前端**: 1 人\n\n## 任务\n- 索引\n',
    ['后端: 2', '前端: 1'],
  ],
  [
    'head counts in English',
    '# Sprint 1\n\n## Team\n- **Backend:** 3 developers\n- **QA:** 1 person\n\n## Tasks\n- Index\n',
    ['Backend: 3', 'QA: 1'],
  ],
  [
    'targets',
    '# Sprint 1\n\n## Team\n- **Standup attendance:** Target 100%\n- **Lead:** Ann\n\n## Tasks\n- Index\n',
    ['Lead: Ann'],
  ],
  [
    'references to items',
    '# Sprint 1\n\n## Initial task assignment\n- Ana Ruiz: User story 1\n- Tom Ek: Task 2\n\n## Tasks\n- Index\n',
    [],
  ],
  ['a date', '# Sprint 1\n\n**Data:** 27 Janeiro 2026\n\n## Tarefas\n- Index\n', []],
  [
    'work and its deadline',
    '# Sprint 1\n\n## Team\n- **Action:** Page the query\n- **Deadline:** End of week 14\n\n## Tasks\n- Index\n',
    [],
  ],
])('reads %s', (_what, text, expected) => {
  expect(rolesOf(text)).toEqual(expected)
})
