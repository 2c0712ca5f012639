// Plans as the tools of teams write them: issue lists, Obsidian, TODO.md, Backlog.md, Gantt charts.
import { describe, expect, it } from 'vitest'
import { planFile } from '#domain/plan-file.ts'
import { ganttOf } from '#plan/gantt.ts'
import { parseHead } from '#plan/head.ts'
import { parsePlan } from '#plan/parse.ts'

const read = (text: string) =>
  parsePlan(new TextEncoder().encode(text), { path: 'plan.md', referenceDate: '2026-11-21' })
const itemsOf = (text: string) =>
  read(text).plans.flatMap((plan) => [...plan.sprints.flatMap((sprint) => sprint.items), ...plan.backlog])

describe('an issue', () => {
  it.each([
    ['#123', '#123', '#123'],
    ['#123 Fix totals', '#123', 'Fix totals'],
    ['acme/shop#46 Fix totals', 'acme/shop#46', 'Fix totals'],
    ['acme/shop#46', 'acme/shop#46', 'acme/shop#46'],
    ['https://github.com/acme/shop/issues/45', '#45', '#45'],
    ['https://github.com/acme/shop/pull/45/files Round prices', '#45', 'Round prices'],
    ['[#47](https://github.com/acme/shop/issues/47) Round prices', '#47', 'Round prices'],
    ['[Round prices](https://github.com/acme/shop/issues/47)', '#47', 'Round prices'],
    ['[Round prices](https://gitlab.com/a/b/-/issues/48)', '#48', 'Round prices'],
    ['https://acme.atlassian.net/browse/SHOP-7 Round prices', 'SHOP-7', 'Round prices'],
    ['[Round prices](https://linear.app/acme/issue/SHO-7/round-prices)', 'SHO-7', 'Round prices'],
    ['Read [the guide](https://github.com/acme/shop/issues/47) first', null, 'Read the guide first'],
    ['Support and/or merge#', null, 'Support and/or merge#'],
  ])('in %s', (markdown, key, title) => {
    const head = parseHead(markdown)
    expect([head.key, head.title || head.key]).toEqual([key, title])
  })

  it('alone on its line is a card', () => {
    const items = itemsOf(
      '# Sprint 6\n\n## Tasks\n- [ ] #123\n- [x] https://github.com/acme/shop/issues/45\n',
    )
    expect(items.map((item) => [item.key, item.keyStated, item.status])).toEqual([
      ['#123', true, null],
      ['#45', true, 'done'],
    ])
  })
})

describe('marks of Obsidian Tasks', () => {
  it.each([
    ['One 📅 2026-11-20', { title: 'One', status: null }],
    ['One ⏳ 2026-11-20 🛫 2026-11-18 ➕ 2026-11-01', { title: 'One', status: null }],
    ['One ✅ 2026-11-20', { title: 'One', status: 'done' }],
    ['One ❌ 2026-11-20', { title: 'One', status: 'dropped' }],
    ['One ⏫ 📅 2026-11-20', { title: 'One', priority: 'high' }],
    ['One 🔁 every week 📅 2026-11-20', { title: 'One' }],
    ['One 🆔 ab12cd 🔺', { title: 'One', priority: 'highest' }],
    ['One [due:: 2026-11-20] [priority:: low]', { title: 'One', priority: 'low' }],
    ['✅ One', { title: 'One', status: 'done' }],
    ['Show the 📅 picker', { title: 'Show the picker' }],
  ])('%s', (markdown, expected) => {
    expect(parseHead(markdown)).toMatchObject(expected)
  })
})

describe('the tail of TODO.md', () => {
  it.each([
    [
      'Write it ~3d #feat @mara 2026-11-20',
      { title: 'Write it', estimate: { value: 3, unit: 'days' }, assignees: ['mara'], kind: 'story' },
    ],
    [
      'Fix it ~2h #bug @jon',
      { title: 'Fix it', estimate: { value: 2, unit: 'hours' }, assignees: ['jon'], kind: 'bug' },
    ],
    ['Draw ~1.5d @mara', { title: 'Draw', estimate: { value: 1.5, unit: 'days' }, assignees: ['mara'] }],
    ['Takes ~5 minutes less', { title: 'Takes ~5 minutes less', estimate: null }],
  ])('%s', (markdown, expected) => {
    expect(parseHead(markdown)).toMatchObject(expected)
  })
})

describe('a Kanban board of Obsidian', () => {
  const board = (archive: string) =>
    `---\n\nkanban-plugin: board\n\n---\n\n## To do\n\n- [ ] One 📅 2026-11-20\n\n## Doing\n\n- [ ] Two #infra\n\n## Done\n\n**Complete**\n- [x] Three\n\n***\n\n## ${archive}\n\n- [x] Old\n\n%% kanban:settings\n\`\`\`\n{"kanban-plugin":"board"}\n\`\`\`\n%%\n`

  it('has lanes, a lane of what is done, and an archive that is no work', () => {
    const items = itemsOf(board('Archive'))
    expect(items.map((item) => [item.title, item.status])).toEqual([
      ['One', 'ready'],
      ['Two', 'in_progress'],
      ['Three', 'done'],
    ])
    expect(JSON.stringify(read(board('Archive')).plans)).not.toMatch(/Old|kanban|Complete/)
  })
})

describe('a task file of Backlog.md', () => {
  const file = (front: string, body = '') => itemsOf(`---\n${front}\n---\n\n${body}`)

  it('is one card', () => {
    const front =
      'id: TASK-7\ntitle: Rotate keys\nstatus: In Progress\nassignee:\n  - "@mara"\nlabels:\n  - security\ndependencies:\n  - TASK-3\npriority: high'
    const body =
      '## Description\n\nKeys are old.\n\n## Acceptance Criteria\n<!-- AC:BEGIN -->\n- [x] #1 Old key verifies\n- [ ] #2 New key signs\n<!-- AC:END -->\n\n## Implementation Plan\n\n1. Add it\n2. Sign with it\n'
    const items = file(front, body)
    expect(items).toMatchObject([
      {
        key: 'TASK-7',
        title: 'Rotate keys',
        status: 'in_progress',
        assignees: ['mara'],
        labels: ['security'],
        dependsOn: ['TASK-3'],
        priority: 'high',
        line: 3,
      },
    ])
    expect(items[0]?.acceptance).toHaveLength(2)
    expect(read(`---\n${front}\n---\n\n${body}`).plans[0]?.sprints).toEqual([])
  })

  it('is none where the frontmatter tells of a sprint', () => {
    expect(
      file('id: 7\ntitle: Sprint 7\nstatus: active\nsprint: 7', '## Tasks\n- [ ] One\n- [ ] Two\n').map(
        (i) => i.title,
      ),
    ).toEqual(['One', 'Two'])
  })
})

describe('a Gantt chart', () => {
  const chart =
    'gantt\n  title Release\n  dateFormat YYYY-MM-DD\n  section Sprint 1\n  A-1 Draw :done, a1, 2026-11-02, 3d\n  Build :active, b1, after a1, 2d\n  Shown :milestone, 2026-11-13, 0d\n  section Sprint 2\n  Test :2026-11-16, 2026-11-20\n'

  it('tells days, states and what follows what', () => {
    expect(
      ganttOf(chart.split('\n'), 1)?.sections.map((s) =>
        s.tasks.map((t) => [t.title, t.status, t.start, t.end]),
      ),
    ).toEqual([
      [
        ['A-1 Draw', 'done', '2026-11-02', '2026-11-04'],
        ['Build', 'in_progress', '2026-11-05', '2026-11-06'],
        ['Shown', null, '2026-11-13', '2026-11-13'],
      ],
      [['Test', null, '2026-11-16', '2026-11-20']],
    ])
  })

  it('is the plan where the document has no other', () => {
    const plan = read(`# Release\n\n\`\`\`mermaid\n${chart}\`\`\`\n`).plans[0]
    expect(plan?.sprints.map((s) => [s.name, s.start, s.end, s.items.map((i) => i.title)])).toEqual([
      ['Sprint 1', '2026-11-02', '2026-11-13', ['Draw', 'Build']],
      ['Sprint 2', '2026-11-16', '2026-11-20', ['Test']],
    ])
    expect(plan?.sprints[0]?.ceremonies.map((c) => [c.kind, c.title])).toEqual([['milestone', 'Shown']])
  })

  it('may begin without a section', () => {
    const file = read(
      '# Release\n\n```mermaid\ngantt\n  Draw :2026-11-02, 3d\n  section Sprint 1\n  Build :2026-11-09, 3d\n```\n',
    )
    expect(planFile.safeParse(file).error).toBeUndefined()
    expect(file.plans[0]?.sprints.map((s) => [s.name, s.items.map((i) => i.title)])).toContainEqual([
      'Sprint 1',
      ['Build'],
    ])
  })

  it('is a picture beside a list of work', () => {
    const items = itemsOf(
      `# Sprint 1\n\n## Tasks\n- [ ] A-1 Draw\n- [ ] Paint\n\n\`\`\`mermaid\n${chart}\`\`\`\n`,
    )
    expect(items.map((item) => item.title)).toEqual(['Draw', 'Paint'])
  })
})
