// The rules of the house notice what breaks them: each is tried with an import planted in a file of its room.
import { describe, expect, it } from 'vitest'
import { circles, forbidden, undeclared } from './check.ts'
import { longFunctions } from './functions.ts'
import { type Import, importsIn } from './imports.ts'
import { isTest, rules } from './rules.ts'

const planted = (from: string, to: string): Import => ({ from, to, line: 1 })

describe('an import that is planted', () => {
  it.each([
    ['domain', 'src/domain/calendar/dates.ts', 'src/plan/parse.ts'],
    ['domain', 'src/domain/sprint/risk.ts', 'node:fs'],
    ['plan', 'src/plan/parse.ts', 'src/platform/errors.ts'],
    ['plan', 'src/plan/parse.ts', 'node:crypto'],
    ['platform', 'src/platform/slack/app.ts', 'src/subjects/retro/index.ts'],
    ['platform', 'src/platform/services.ts', 'src/records/items.ts'],
    ['platform', 'src/platform/slack/app.ts', 'src/config.ts'],
    ['wording', 'src/wording/marks.ts', 'src/records/owners.ts'],
    ['records', 'src/records/items.ts', 'src/schedule/planning.ts'],
    ['schedule', 'src/schedule/tick.ts', 'src/subjects/standup/standup.steps.ts'],
    ['subjects', 'src/subjects/team/teams.ts', 'src/cli/open.ts'],
    ['subjects', 'src/subjects/team/teams.ts', 'src/all-subjects.ts'],
    ['messages', 'src/subjects/items/items.messages.ts', 'src/platform/store/generated/client.ts'],
    ['messages', 'src/subjects/items/ids.ts', 'src/platform/store/generated/enums.ts'],
    ['messages', 'src/platform/blocks/text.ts', 'src/platform/store/client.ts'],
    ['local', 'src/subjects/home/home.ts', 'src/local/sandbox.ts'],
    ['local', 'src/local/seed.ts', 'src/subjects/home/index.ts'],
    ['tests', 'src/schedule/tick.ts', 'test/support/world.ts'],
    ['tests', 'src/platform/delivery/outbox.ts', 'src/platform/delivery/delivery.testing.ts'],
  ])('breaks a rule of %s: %s imports %s', (_room, from, to) => {
    const [violation, ...more] = forbidden([planted(from, to)], rules)
    expect(violation).toContain(`${from}:1 imports ${to}`)
    expect(more).toEqual([])
  })

  it.each([
    ['src/subjects/team/teams.ts', 'src/schedule/rules.ts'],
    ['src/schedule/tick.ts', 'src/records/items.ts'],
    ['src/records/items.ts', 'src/platform/store/client.ts'],
    ['src/platform/blocks/when.ts', 'src/domain/calendar/instant.ts'],
    ['src/platform/slack/people.test.ts', 'src/subjects/team/teams.ts'],
    ['src/application.ts', 'src/local/workplace.ts'],
  ])('is allowed downwards and in tests: %s imports %s', (from, to) => {
    expect(forbidden([planted(from, to)], rules)).toEqual([])
  })
})

describe('subjects', () => {
  const subjects = [
    { name: 'one', needs: ['two'] },
    { name: 'two', needs: [] },
  ]
  const declared = planted('src/subjects/one/one.ts', 'src/subjects/two/index.ts')

  it('may use the index of what they need', () => expect(undeclared([declared], subjects)).toEqual([]))

  it.each([
    ['a deep import', planted('src/subjects/one/one.ts', 'src/subjects/two/two.ts'), 'only the index.ts'],
    [
      'a deep import from elsewhere',
      planted('src/cli/main.ts', 'src/subjects/two/two.ts'),
      'only the index.ts',
    ],
    ['an undeclared one', planted('src/subjects/two/two.ts', 'src/subjects/one/index.ts'), 'among its needs'],
  ])('break their contract by %s', (_what, wrong, says) => {
    expect(undeclared([declared, wrong], subjects).join('\n')).toContain(says)
  })

  it('do not name what they do not use', () => {
    expect(undeclared([], subjects)).toEqual(['src/subjects/one needs two and imports nothing of it.'])
  })
})

it('finds circles through any number of files, and none where there is none', () => {
  const ring = [planted('a', 'b'), planted('b', 'c'), planted('c', 'a'), planted('c', 'd'), planted('d', 'e')]
  expect(circles(ring, () => true)).toEqual([['a', 'b', 'c']])
  expect(circles(ring.slice(1), () => true)).toEqual([])
})

it('reads every form of an import', () => {
  const source = `import type { A } from '#domain/a.ts'
import b, { type C } from './b.ts'
export { d } from '../d.ts'
export type * from './e.ts'
const f = await import('./f.ts')
import 'node:fs'`
  const found = importsIn('src/plan/x.ts', source).map(({ to, line }) => `${line} ${to}`)
  expect(found.sort()).toEqual([
    '1 src/domain/a.ts',
    '2 src/plan/b.ts',
    '3 src/d.ts',
    '4 src/plan/e.ts',
    '5 src/plan/f.ts',
    '6 node:fs',
  ])
})

it('tells tests from the product', () => {
  expect(['test/x.ts', 'bench/x.ts', 'src/a/b.test.ts', 'src/a/b.testing.ts'].every(isTest)).toBe(true)
  expect(isTest('src/a/testing.ts')).toBe(false)
})

describe('a function', () => {
  const lines = (count: number) => Array.from({ length: count }, () => '  step()').join('\n')
  const long = (above: string, count: number) =>
    `${above}\nexport const act = () => {\n${lines(count - 2)}\n}\n`
  const said = (source: string) => longFunctions('src/schedule/tick.ts', source)

  it('may have 60 lines and 5 parameters', () => {
    expect(said(`${long('', 60)}\nfunction of(a, b, c, d, e) {}`)).toEqual([])
  })

  it.each([
    ['61 lines', long('', 61), 'src/schedule/tick.ts:2 is a function of 61 lines and 0 parameters'],
    [
      '6 parameters',
      'function of(a, b, c, d, e, f) {}',
      'src/schedule/tick.ts:1 is a function of 1 lines and 6',
    ],
    ['6 of a method', 'const it = { of(a, b, c, d, e, ...f) {} }', '6 parameters'],
    [
      'a function inside',
      `function outer() {\n${long('', 61)}}`,
      'src/schedule/tick.ts:3 is a function of 61',
    ],
    ['a reason that says nothing', long('// Long:', 61), '61 lines'],
    ['a reason that is far away', `// Long: a table.\n\n${long('', 61)}`, '61 lines'],
  ])('of %s needs a reason', (_what, source, says) => expect(said(source).join('\n')).toContain(says))

  it.each([
    ['in a comment', '// Long: one SQL statement.'],
    ['below its docstring', '/** Acts. */\n// Long: one SQL statement.'],
    ['in a comment of several lines', '// Long: one SQL statement,\n// with all that it reads.'],
  ])('gives its reason %s', (_where, above) => expect(said(long(above, 61))).toEqual([]))
})
