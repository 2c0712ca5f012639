// Each diagnostic: the text that brings it, its place, and a near miss that doesn't.
import { describe, expect, it } from 'vitest'
import { parsePlan } from '#plan/parse.ts'

const check = (text: string) =>
  parsePlan(new TextEncoder().encode(text), { path: 'plan.md', referenceDate: '2026-11-21' }).diagnostics
const placesOf = (code: string, text: string) =>
  check(text)
    .filter((d) => d.code === code)
    .map((d) => `${d.line}:${d.column}`)

const story = (key: string, rest: string) => `- [ ] ${key} Some work ${rest}`
const sprint = (lines: string) => `# Sprint 1\n\n## Tasks\n\n${lines}\n`

describe.each<[code: string, bad: string, places: string[], good: string]>([
  [
    'total-mismatch',
    sprint(`${story('A-1', '(3 pts)')}\n${story('A-2', '(5 pts)')}\n\n**Total:** 9 points`),
    ['8:12'],
    sprint(`${story('A-1', '(3 pts)')}\n${story('A-2', '(5 pts)')}\n\n**Total:** 8 points`),
  ],
  [
    'over-capacity',
    `# Sprint 1\n\n**Capacity:** 5 points\n\n## Tasks\n\n${story('A-1', '(3 pts)')}\n${story('A-2', '(5 pts)')}\n`,
    ['1:3'],
    `# Sprint 1\n\n**Capacity:** 8 points\n\n## Tasks\n\n${story('A-1', '(3 pts)')}\n${story('A-2', '(5 pts)')}\n`,
  ],
  [
    'no-estimate',
    sprint(
      [1, 2, 3]
        .map((n) => story(`A-${n}`, '(2 pts)'))
        .concat(story('A-4', ''))
        .join('\n'),
    ),
    ['8:11'],
    sprint([1, 2, 3].map((n) => story(`A-${n}`, '')).join('\n')),
  ],
  [
    'no-owner',
    sprint(
      [1, 2, 3]
        .map((n) => story(`A-${n}`, '@ann'))
        .concat(story('A-4', ''))
        .join('\n'),
    ),
    ['8:11'],
    sprint([1, 2, 3].map((n) => story(`A-${n}`, '@ann')).join('\n')),
  ],
  [
    'duplicate-key',
    sprint('- A-1 Paint the fence\n- A-1 Feed llamas\n- A-2 Other'),
    ['6:3'],
    sprint('- A-1 Paint the fence\n- A-3 Feed llamas\n- A-2 Other'),
  ],
  [
    'unknown-dependency',
    '# Sprint 1\n\n| Key | Task | Depends on |\n|--|--|--|\n| A-1 | Do it | A-9 |\n| A-2 | More | A-1 |\n',
    ['5:17'],
    '# Sprint 1\n\n| Key | Task | Depends on |\n|--|--|--|\n| A-1 | Do it | — |\n| A-2 | More | A-1 |\n',
  ],
  [
    'weekday-mismatch',
    '# Sprint 1 (2026-03-02 – 2026-03-13)\n\n## Key dates\n\n- **Review:** Mon Mar 13, 10:00\n',
    ['5:19'],
    '# Sprint 1 (2026-03-02 – 2026-03-13)\n\n## Key dates\n\n- **Review:** Fri Mar 13, 10:00\n',
  ],
  [
    'end-before-start',
    '# Sprint 1\n\n**Dates:** 2026-03-13 – 2026-03-02\n\n## Tasks\n\n- Work\n',
    ['3:1'],
    '# Sprint 1\n\n**Dates:** 2026-03-02 – 2026-03-13\n\n## Tasks\n\n- Work\n',
  ],
  [
    'year-inferred',
    '# Sprint 1 (Mar 2 – Mar 13)\n\n- Work\n',
    ['1:1'],
    '# Sprint 1 (Mar 2 – Mar 13, 2026)\n\n- Work\n',
  ],
  [
    'past-open-work',
    '# Sprint 1 (2026-03-02 – 2026-03-13)\n\n| Task | Status |\n|--|--|\n| Do it now | In progress |\n',
    ['1:1'],
    '# Sprint 1 (2026-12-07 – 2026-12-18)\n\n| Task | Status |\n|--|--|\n| Do it now | In progress |\n',
  ],
  [
    'ambiguous-zone',
    '# Sprint 1\n\n## Ceremonies\n\n- Daily stand-up 9:30 IST\n\n## Tasks\n\n- Work\n',
    ['5:23'],
    '# Sprint 1\n\n## Ceremonies\n\n- Daily stand-up 9:30 CET\n\n## Tasks\n\n- Work\n',
  ],
  [
    'placeholder',
    '# Sprint 1\n\n**Owner:** <Name>\n\n## Tasks\n\n- Work\n',
    ['3:12'],
    '# Sprint 1\n\n**Owner:** Ann\n\n## Tasks\n\n- Use Map<string, number>\n',
  ],
  [
    'risk-without-mitigation',
    '# Sprint 1\n\n- Work\n\n## Risks\n\n- Rain\n',
    ['7:3'],
    '# Sprint 1\n\n- Work\n\n## Risks\n\n- Rain – bring a tarp\n',
  ],
  [
    'merge-conflict',
    '# Sprint 1\n\n- A\n<<<<<<< HEAD\n- B\n=======\n- C\n>>>>>>> x\n',
    ['4:1'],
    '# Sprint 1\n\n- A\n',
  ],
  [
    'ragged-row',
    '# Sprint 1\n\n| Task | Points |\n|--|--|\n| One | 1 | 2 |\n',
    ['5:1'],
    '# Sprint 1\n\n| Task | Points |\n|--|--|\n| One | 1 |\n',
  ],
  [
    'unclosed-fence',
    '# Sprint 1\n\n- Work\n\n```\ncode\n',
    ['5:1'],
    '# Sprint 1\n\n- Work\n\n```\ncode\n```\n',
  ],
  [
    'frontmatter',
    '---\ntitle: [x\n---\n# Sprint 1\n\n- Work\n',
    ['2:10'],
    '---\ntitle: x\n---\n# Sprint 1\n\n- Work\n',
  ],
  ['no-items', '# Notes\n\nJust prose.\n', ['1:1'], '# Sprint 1\n\n- Work\n'],
  ['empty', ' \n\n', ['1:1'], '# Sprint 1\n\n- Work\n'],
])('%s', (code, bad, places, good) => {
  it('stands at its place', () => {
    expect(placesOf(code, bad)).toEqual(places)
  })
  it('does not stand without cause', () => {
    expect(placesOf(code, good)).toEqual([])
  })
})

it('names the two totals that a plan could mean', () => {
  const found = check(
    sprint(`${story('A-1', '(3 pts)')}\n${story('A-2', '(5 pts)')}\n\n**Total:** 9 points`),
  ).find((d) => d.code === 'total-mismatch')
  expect(found?.message).toContain('9 points')
  expect(found?.message).toContain('8 points')
})

it('counts stretch items in no commitment', () => {
  const text = sprint(
    `${story('A-1', '(3 pts)')}\n${story('A-2', '(5 pts)')}\n\n### Stretch\n\n${story('A-3', '(8 pts)')}\n\n**Total committed:** 8 points`,
  )
  expect(placesOf('total-mismatch', text)).toEqual([])
})
